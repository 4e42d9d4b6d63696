# A map of the country always has its archipelagos, whatever boundaries were loaded.
story   A house with provinces shows the country, with Hoàng Sa and Trường Sa, and leads down to each province
law     27/2018/QH14 art 6
clock   2026-03-13 09:00
console org import src/mod/map/tests/data/country.csv

POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay."}
expect  201

# Without boundaries.
GET     /giam-sat/so-lieu
expect  200 text~"k-squares" text~"Hoàng Sa" text~"Trường Sa" text~"Thành phố Huế" no~"<svg viewBox"
expect  200 text~"/giam-sat/so-lieu?unit=46" text~"/giam-sat/so-lieu?unit=48" no~"/kiem-tra/ho-so?unit=46"

# With them; the file knows nothing of the islands.
console map import src/mod/map/tests/data/country.geojson --since 2025-07-01 --source "Bản vẽ thử"
fact    map.boundary_set map.boundary_set
GET     /giam-sat/so-lieu
expect  200 text~"<svg viewBox" text~"Hoàng Sa" text~"Trường Sa" text~"Đà Nẵng" no~"k-squares"
limit   queries 6

# One province is no map of the country; its communes lead to the reports.
GET     /giam-sat/so-lieu?unit=46
expect  200 text~"/kiem-tra/ho-so?unit=19753" text~"Phường Phú Xuân" no~"Hoàng Sa"
GET     /giam-sat/so-lieu?unit=48
expect  200 text~"Chưa có số liệu" no~"Phường Phú Xuân"
GET     /giam-sat/so-lieu.csv?unit=46
expect  200 text~"Phường Phú Xuân"
GET     /giam-sat/so-lieu.csv?unit=48
expect  200 no~"Phường Phú Xuân"
GET     /giam-sat/so-lieu?unit=99999
expect  422 text~"Không có đơn vị nào mang mã này"

# Who stands in a commune without a boundary hears of the province.
GET     /ban-do/o-dau?lat=16.43&lon=107.55
expect  200 text~"Bà con đang ở Thành phố Huế?" no~"/gui?don-vi"
ledger  verifies
