# Finding reports by their words, with tones or without, and by what staff know.
story   Words find what is public, a code or a name finds the rest for those who may see it
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
console identity add --name "Hồ Thị Mười" --sign-in muoi --unit 19804 --title "Chuyên viên" --power feedback.handle --password "trời mát ở Hương An" --chosen

POST    /api/v1/reports json {"unit":"19753","category":"giao-thong","text":"Đường Chi Lăng có ổ gà sâu trước số 45, xe máy hay ngã.","name":"Đặng Văn Dũng","phone":"0900 123 456"}
expect  201
let     road = json .code
POST    /api/v1/reports json {"unit":"19753","category":"y-te","text":"Trung tâm dưỡng lão ở tổ 5 thiếu người trực ban đêm.","name":"Trần Thị Bưởi","identity":"hidden","phone":"0900 777 888"}
expect  201
let     home = json .code
POST    /api/v1/reports json {"unit":"19804","category":"thoat-nuoc","text":"Con đường vào xóm ngập sau mưa, cống nghẹt đã một tuần."}
expect  201
let     water = json .code

# Exact tone first, then the newest; NFC and NFD are one; without tones there is no first part.
GET     /api/v1/reports?q=%C4%91%C6%B0%E1%BB%9Dng
expect  json .items[0].code = $water
expect  json .items[1].code = $road
expect  json .items[2].code = $home
expect  json .next = null
GET     /api/v1/reports?q=%C4%91u%CC%9Bo%CC%9B%CC%80ng
expect  json .items[0].code = $water
expect  json .items[2].code = $home
GET     /api/v1/reports?q=DUONG
expect  json .items[2].code = $road
GET     /api/v1/reports?q=d%C6%B0%E1%BB%A1ng
expect  json .items[0].code = $home
GET     /api/v1/reports?q=duong&unit=19804
expect  json .items[0].code = $water
expect  json .items[1].code = absent
GET     /api/v1/reports?q=duong&status=accepted
expect  json .items[0].code = absent
GET     /kiem-tra/ho-so?q=o%20ga
expect  200 text~"Đường Chi Lăng" no~"Con đường vào xóm" text~"không cần dấu"
GET     /kiem-tra/ho-so?q=khong-co-chu-nao-nhu-vay
expect  200 text~"Chưa có hồ sơ nào"
GET     /api/v1/reports?q=duong&before=xyz
expect  422

# Who sent it is in no index.
GET     /api/v1/reports?q=dang%20van%20dung
expect  json .items[0].code = absent
GET     /api/v1/reports?q=0900123456
expect  json .items[0].code = absent
GET     /kiem-tra/ho-so?q=Tr%E1%BA%A7n
expect  200 no~"dưỡng lão"

# Staff find by code in any spelling, by telephone, by the first words of a name and by the last.
GET     /cb/hop-thu?tim=dung
expect  401
as      sau "trời nắng ở Kim Long"
GET     /cb/hop-thu?tim=$road
expect  200 text~"ổ gà" no~"dưỡng lão"
GET     /cb/hop-thu?tim=%2B84%20900.123.456
expect  200 text~"ổ gà"
GET     /cb/hop-thu?tim=dang%20van
expect  200 text~"ổ gà"
GET     /cb/hop-thu?tim=D%C5%A8NG
expect  200 text~"ổ gà"
GET     /cb/hop-thu?tim=van
expect  200 no~"ổ gà" text~"Không tìm thấy"
# A hidden name leads nowhere: not by name and not by telephone, only by the code.
GET     /cb/hop-thu?tim=tran%20thi%20buoi
expect  200 no~"dưỡng lão"
GET     /cb/hop-thu?tim=0900777888
expect  200 no~"dưỡng lão"
GET     /cb/hop-thu?tim=$home
expect  200 text~"dưỡng lão"
# Another unit's reports are not there at all.
GET     /cb/hop-thu?tim=$water
expect  200 no~"Con đường vào xóm"

# What is withheld is found no more; what is passed on is found where it went.
POST    /cb/hs/$home/withhold reason=doi-tu
expect  303
POST    /cb/hs/$road/transfer unit=19804 "reason=Đoạn đường này thuộc phường Hương An"
expect  303
anonymous
GET     /api/v1/reports?q=d%C6%B0%E1%BB%A1ng
expect  json .items[0].code = $water
expect  json .items[1].code = $road
expect  json .items[2].code = absent
GET     /api/v1/reports?q=duong&unit=19804
expect  json .items[1].code = $road
GET     /api/v1/reports?q=chi%20lang&unit=19753
expect  json .items[0].code = absent
as      muoi "trời mát ở Hương An"
GET     /cb/hop-thu?tim=dung
expect  200 text~"ổ gà"
