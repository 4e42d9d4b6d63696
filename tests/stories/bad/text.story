story A text that is not there
GET /healthz
expect 200 text~nothing
