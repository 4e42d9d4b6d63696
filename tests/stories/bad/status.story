story An expectation that does not hold
GET /healthz
expect 404
