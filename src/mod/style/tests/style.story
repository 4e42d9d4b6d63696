# The living page: public, not for crawlers, read from nothing, and its buttons do nothing.
story   Every partial is shown in every state, and nothing is done by it
clock   2026-03-13 16:00

GET     /kieu-dang
expect  200 text~"id=\"badge\"" text~"Hạn cuối hôm nay" text~"Buôn Akŏ Dhông" text~"Y Ŏn Niê Kdăm"
expect  X-Robots-Tag~noindex
limit   queries 0
GET     /kieu-dang/confirm-2
expect  200 text~"Rút hồ sơ này?" text~"k-button--grave"
GET     /kieu-dang/errors-2
expect  200 text~"<title>Lỗi:" text~"Có 5 chỗ cần sửa"
GET     /kieu-dang/badge-1
expect  404
GET     /kieu-dang/confirm-9
expect  404
GET     /kieu-dang/confirm
expect  404
GET     /kieu-dang/confirm-0
expect  404
GET     /kieu-dang/khong-2
expect  404
POST    /kieu-dang version=7
expect  303 /kieu-dang
