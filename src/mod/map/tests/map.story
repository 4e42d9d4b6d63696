# Boundaries come in whole or not at all, stand in the ledger, and answer where a point lies.
story   A file of boundaries is checked against the units, dated, and drawn on the public figures
clock   2026-03-13 09:00
console org import --hue

POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường Kim Long tắt ba đêm nay."}
expect  201

# Without boundaries the figures have a square for each unit.
GET     /giam-sat/so-lieu
expect  200 text~"k-squares" no~"<svg"
GET     /ban-do/o-dau
expect  200 text~"Vĩ độ"
GET     /ban-do/o-dau?lat=16.43&lon=107.55
expect  200 text~"Chưa có ranh giới nào quanh điểm này"

# Every bad feature has its line, and nothing is half loaded.
refused map import src/mod/map/tests/data/bad.geojson --since 2025-07-01 --source "Bản vẽ thử"
said    "Dòng 2: Không có đơn vị nào mang mã “99999” vào ngày đó." "Dòng 3: Tên trong tệp khác với “Phường Phú Xuân”" "Dòng 4: Có đường bao không khép kín" "Dòng 5: Có tọa độ ngoài Việt Nam" "Dòng 6: Vùng không có mã đơn vị" "Dòng 7: Vùng phải là Polygon" "Dòng 8: Vùng không có đường bao nào" "Dòng 9: Mã này đã có ở một vùng phía trên" "Chưa nhập vùng nào"
refused map import src/mod/map/tests/data/broken.geojson --since 2025-07-01 --source "Bản vẽ thử"
said    "Dòng 3: JSON bị hỏng ở dòng này."
refused map import src/mod/map/tests/data/empty.geojson --since 2025-07-01 --source "Bản vẽ thử"
said    "Tệp không có vùng nào"
refused map import src/mod/map/tests/map.story --since 2025-07-01 --source "Bản vẽ thử"
said    "Tệp không phải GeoJSON"
refused map import src/mod/map/tests/data/two.geojson --since 2025-06-30 --source "Bản vẽ thử"
said    "Không có đơn vị nào mang mã “19753” vào ngày đó."
GET     /ban-do/o-dau?lat=16.43&lon=107.55
expect  200 text~"Chưa có ranh giới nào quanh điểm này"

console map import src/mod/map/tests/data/two.geojson --since 2025-07-01 --source "Bản vẽ thử"
fact    map.boundary_set map.boundary_set
ledger  verifies
# The same once more changes nothing; other borders of the same day are refused.
console map import src/mod/map/tests/data/two.geojson --since 2025-07-01 --source "Bản vẽ thử"
refused map import src/mod/map/tests/data/later.geojson --since 2025-07-01 --source "Bản vẽ thử"
said    "Mã “19753” đã có ranh giới khác từ đúng ngày này."

# It is asked, and never forced.
GET     /ban-do/o-dau?lat=16,43&lon=107.55
expect  200 text~"Bà con đang ở Phường Phú Xuân?" text~"/gui?don-vi=19753" text~"máy chỉ gợi ý"
limit   queries 1
GET     /ban-do/o-dau?lat=16.405&lon=107.805
expect  200 text~"Bà con đang ở Phường Kim Long?"
GET     /ban-do/o-dau?lat=16.43&lon=107.75
expect  200 text~"Chưa có ranh giới nào quanh điểm này"
GET     /ban-do/o-dau?lat=107.55&lon=16.43
expect  422 text~"Vĩ độ phải là số từ 4 đến 24" no~"Chưa có ranh giới"
GET     /ban-do/o-dau?lat=16.43&lon=90
expect  422 text~"Kinh độ phải là số từ 101 đến 118"

# For programs, and for the script of a page on which a point is picked.
GET     /api/v1/unit-at?lat=16.43&lon=107.55
expect  json .unit = 19753
expect  json .name = "Phường Phú Xuân"
GET     /api/v1/unit-at?lat=16.43&lon=107.75
expect  404
GET     /api/v1/unit-at?lat=16.43
expect  422
GET     /api/v1/unit-at?lat=16.43&lon=90
expect  422
GET     /api/v1/boundaries/19753
expect  json .type = Feature
expect  json .properties.name = "Phường Phú Xuân"
expect  200 text~"\"bbox\":[107.5000000,16.4000000," text~"MultiLineString" text~"[[[107."
GET     /api/v1/boundaries/19789
expect  404

# A later border begins on its day; before it nothing can be put any more.
console map import src/mod/map/tests/data/later.geojson --since 2026-03-14 --source "Nghị quyết thử"
GET     /ban-do/o-dau?lat=16.43&lon=107.608
expect  200 text~"Phường Kim Long"
advance 1 days
GET     /ban-do/o-dau?lat=16.43&lon=107.608
expect  200 text~"Phường Phú Xuân"
refused map import src/mod/map/tests/data/two.geojson --since 2026-03-13 --source "Bản vẽ thử"
said    "“Phường Phú Xuân” đã có ranh giới từ một ngày sau ngày này."

# One unit without a border: all stay squares, for a hole would say that nothing is there.
GET     /giam-sat/so-lieu
expect  200 text~"k-squares" no~"<svg"
ledger  verifies
