story A quote without an end
GET "/healthz
