# The public figures: offices are measured, and no small number points at a person.
story   Figures of every office, small numbers not told, and nobody else's answers in them
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle,feedback.approve --password "trời nắng ở Kim Long" --chosen
GET     /giam-sat/so-lieu
expect  200 text~"Chưa có số liệu"
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác dồn ở đầu kiệt 1 đường Chi Lăng."}
let     code_a = json .code
let     secret_a = json .secret
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác dồn ở đầu kiệt 2 đường Chi Lăng."}
let     code_b = json .code
let     secret_b = json .secret
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác dồn ở đầu kiệt 3 đường Chi Lăng."}
let     code_c = json .code
let     secret_c = json .secret
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác dồn ở đầu kiệt 4 đường Chi Lăng."}
let     code_d = json .code
let     secret_d = json .secret
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác dồn ở đầu kiệt 5 đường Chi Lăng."}
let     code_e = json .code
let     secret_e = json .secret
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác dồn ở đầu kiệt 6 đường Chi Lăng."}
let     code_f = json .code
let     secret_f = json .secret
GET     /giam-sat/so-lieu
expect  200 text~"Phường Phú Xuân" text~"3/2026" no~"<5"
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code_a/accept
POST    /cb/hs/$code_a/draft "text=Tổ thu gom đã dọn sạch rác ngày 02/03/2026."
POST    /cb/hs/$code_a/approve
expect  303
POST    /cb/hs/$code_b/accept
POST    /cb/hs/$code_b/draft "text=Tổ thu gom đã dọn sạch rác ngày 02/03/2026."
POST    /cb/hs/$code_b/approve
expect  303
POST    /cb/hs/$code_c/accept
POST    /cb/hs/$code_c/draft "text=Tổ thu gom đã dọn sạch rác ngày 02/03/2026."
POST    /cb/hs/$code_c/approve
expect  303
POST    /cb/hs/$code_d/accept
POST    /cb/hs/$code_d/draft "text=Tổ thu gom đã dọn sạch rác ngày 02/03/2026."
POST    /cb/hs/$code_d/approve
expect  303
# Four answers are fewer than five.
anonymous
GET     /giam-sat/so-lieu.csv
expect  200 Content-Type~csv text~"\"19753\",\"Phường Phú Xuân\",\"6\",\"<5\",\"–\",\"0\",\"–\""
as      sau
POST    /cb/hs/$code_e/accept
expect  303
advance 9 days
as      sau "trời nắng ở Kim Long"
POST    /cb/hs/$code_e/draft "text=Tổ thu gom đã dọn sạch rác ngày 11/03/2026."
POST    /cb/hs/$code_e/approve
expect  303
POST    /cb/hs/$code_f/refuse reason=trung "text=Việc này đã có hồ sơ khác của tổ 5."
expect  303
anonymous
GET     /giam-sat/so-lieu.csv
expect  200 text~"\"19753\",\"Phường Phú Xuân\",\"6\",\"5\",\"80,0 %\",\"0\",\"–\""
GET     /giam-sat/so-lieu.json
expect  json .items[0].code = 19753
expect  json .items[0].answered = 5
# Five marks make an average.
POST    /kiem-tra/ho-so/$code_a/rate amount=5 secret=$secret_a
expect  303
POST    /kiem-tra/ho-so/$code_b/rate amount=5 secret=$secret_b
expect  303
POST    /kiem-tra/ho-so/$code_c/rate amount=5 secret=$secret_c
expect  303
POST    /kiem-tra/ho-so/$code_d/rate amount=5 secret=$secret_d
expect  303
POST    /kiem-tra/ho-so/$code_e/rate amount=2 secret=$secret_e
expect  303
GET     /giam-sat/so-lieu.csv
expect  200 text~"\"4,4\""
# A year later they are gone from the table.
advance 366 days
GET     /giam-sat/so-lieu
expect  200 text~"Chưa có số liệu"
ledger  verifies
