# The door of the house: what every service relies on.
story   The door answers people and programs, and refuses what is no request of ours
clock   2026-03-02 09:00

GET     /healthz
expect  200 text~ok Content-Security-Policy~"default-src 'none'" X-Content-Type-Options~nosniff
GET     /metrics
expect  200 text~kheo_requests_total
GET     /openapi.json
expect  200
expect  json .openapi = 3.1.0
GET     /khong-co-trang-nay
expect  404 Content-Type~text/html no~"Nội dung chưa được ghi nhận"
limit   queries 2  arena 256KiB

GET     /api/v1/khong-co
expect  404 Content-Type~application/problem+json
expect  json .status = 404
let     kind = json .type
expect  json .type = $kind
expect  json .errors = absent

GET     /a/../b
expect  400
GET     /%c0%ae
expect  400
POST    /giao-dien
expect  405 Allow~"GET, HEAD"

# A language is a choice of this browser, and of no other.
as      lan
GET     /giao-dien?tieng=vi&ve=/healthz
expect  303 /healthz
let     where = location after "/heal"
GET     /heal$where
expect  200
anonymous
GET     /giao-dien
expect  200 text~"<html lang=\"vi\""
