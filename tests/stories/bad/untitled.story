GET /healthz
