# A leader looks at a month: each number opens its reports, down to what somebody wrote.
story   A leader sees what came, what waits and where, and each number opens
law     42/2013/QH13 art 25
clock   2026-03-02 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 19753 --title "Phó Chủ tịch" --power feedback.handle,feedback.approve,report.read --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in khoa --name "Lê Khoa" --unit 46 --title "Chánh Văn phòng" --power report.read --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in dan --name "Võ Dân" --unit 19753 --title "Văn thư" --power feedback.handle --password "nón bài thơ bên cầu" --chosen

# Nobody looks in but who may read figures there.
GET     /ld
expect  401
as      dan "nón bài thơ bên cầu"
GET     /ld
expect  403
as      lan "nón bài thơ bên cầu"
GET     /ld
expect  200 text~"Bảng điều hành" text~"Phường Phú Xuân, tháng 03/2026" text~"Không có việc nào chờ anh chị" text~"chưa đủ kỳ so sánh"
GET     /ld?unit=19789
expect  403
GET     /ld?unit=00000
expect  422 text~"Không có đơn vị nào mang mã này"
GET     /ld?month=209901
expect  422 text~"Hãy chọn một tháng đã tới"
GET     /ld?month=13
expect  422 text~"Hãy chọn một tháng đã tới"
GET     /ld?month=xuân
expect  422

# Three come in March: one is answered in time, one drafted, one left alone.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"trat-tu","text":"Loa kẹo kéo hát tới nửa đêm ở kiệt 7.","place":"Kiệt 7","identity":"anonymous"}
let     loud = json .code
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác chất đống bên bờ hồ mấy ngày.","place":"Bờ hồ","identity":"anonymous"}
let     waste = json .code
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Cống trước trường học hôi quá.","place":"Trường Trần Cao Vân","identity":"anonymous"}
let     drain = json .code
POST    /api/v1/reports json {"unit":"19789","category":"rac-thai","text":"Cây đổ chắn ngang kiệt.","place":"Kiệt 12","identity":"anonymous"}
as      lan
POST    /cb/hs/$loud/accept
POST    /cb/hs/$loud/draft text="Phường Phú Xuân đã kiểm tra; ông Sáu của phường nhắc chủ loa, xong trước 05/03/2026."
expect  303
GET     /ld
expect  200 text~"<b>1</b> Chờ duyệt trả lời" text~"Nhận trong tháng"
GET     /ld/ho-so?unit=19753&month=202603&figure=drafted
expect  200 text~"Loa kẹo kéo hát tới nửa đêm" text~"/cb/hs/$loud" no~"Rác chất đống"
POST    /cb/hs/$loud/approve
expect  303
GET     /ld/ho-so?unit=19753&month=202603&figure=on_time
expect  200 text~"Loa kẹo kéo" no~"Cống trước trường"
GET     /ld/ho-so?unit=19753&month=202603&figure=late
expect  200 text~"Không có hồ sơ nào"
GET     /ld/ho-so?unit=19753&month=202603&figure=received
expect  200 text~"Loa kẹo kéo" text~"Rác chất đống" text~"Cống trước trường" no~"Cây đổ"
GET     /ld/ho-so?unit=19753&month=202603&figure=received&category=trat-tu
expect  200 text~"Loa kẹo kéo" no~"Rác chất đống"
GET     /ld/ho-so?unit=19753&month=202602&figure=received
expect  200 text~"Không có hồ sơ nào"
GET     /ld/ho-so?unit=19753&month=202603&figure=nothing
expect  404

# One that sounds like a denunciation is kept from the public, and from who only reads figures.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Tôi tố cáo ông Hồ Tâm nhận tiền của chị Xuân.","identity":"anonymous"}
let     secretly = json .code
as      lan
GET     /ld/ho-so?unit=19753&month=202603&figure=received
expect  200 text~"Hồ Tâm"
POST    /cb/hs/$secretly/refuse reason=khong-thuoc-nha-nuoc "text=Mời bà con gửi đơn tố cáo niêm phong, gặp ông Tư ở tổ 5."
as      khoa "nón bài thơ bên cầu"
GET     /ld/ho-so?unit=19753&month=202603&figure=received
expect  200 text~"Hồ sơ $secretly không công khai" no~"Hồ Tâm"
GET     /ld/ho-so?unit=19753&month=202603&figure=answered
expect  200 no~"$secretly"

# The city sees the wards; who reads figures only is led to what everybody sees.
GET     /ld
limit   queries 40
expect  200 text~"Thành phố Huế, tháng 03/2026" text~"Phường Phú Xuân" text~"Phường Thuận Hóa" text~"Bản đồ" text~"số ít"
GET     /ld?unit=19753&month=202603
expect  200 text~"Thành phố Huế</a> ▸ Phường Phú Xuân"
GET     /ld/ho-so?unit=46&month=202603&figure=received
expect  200 text~"Cây đổ" text~"/kiem-tra/ho-so/$drain" no~"/cb/hs/"
GET     /ld/ho-so?unit=46&month=202603&figure=received&own=1
expect  200 text~"Không có hồ sơ nào"
GET     /ld.csv?unit=46&month=202603
expect  200 text~"Phường Phú Xuân\",4,1,1,0,0,0,0" text~"Phường Thuận Hóa\",1,0,0,0,0,0,0"
GET     /ld.csv?unit=00000
expect  422
GET     /ld.xlsx?unit=46&month=202603
expect  200 Content-Type~spreadsheet
GET     /ld?unit=46&month=202603&metric=on_time
expect  200 text~"Trả lời đúng hạn, trên số đã trả lời" text~"Phường Phú Xuân</span> <b>đúng hạn 1/1" text~"số ít, không xếp hạng" text~"không có số liệu" text~"k-map--judged"
GET     /ld?unit=46&month=202603&metric=received
expect  200 text~"Phường Phú Xuân</span> <b>nhận 4" text~"Phường Kim Long</span> <b>nhận 0" no~"k-map--judged"
GET     /ld?unit=46&month=202603&metric=late
expect  200 text~"trễ, quá hạn 0/4"
GET     /ld?unit=46&month=202603&metric=reopened
expect  200 text~"mở lại 0/4"
GET     /ld?unit=46&month=202603&metric=rated
expect  200 text~"dưới 5 phiếu không nêu điểm"
GET     /ld?unit=46&month=202603&view=table&metric=rated
expect  200 no~"k-squares" text~"Điểm chấm" text~"aria-current=\"page\">Bảng</a>"
GET     /ld/hop-giao-ban?unit=46&month=202603
expect  200 text~"Nhận trong tháng" text~"rel=\"next\"" no~"rel=\"prev\""
GET     /ld/hop-giao-ban?unit=46&month=202603&slide=7
expect  200 text~"Bà con đã chấm" text~"rel=\"prev\"" no~"rel=\"next\""
GET     /ld/hop-giao-ban?unit=46&month=202603&slide=8
expect  404

# Weeks later they are late, and a sentence says what they have in common.
advance 40 days
as      lan "nón bài thơ bên cầu"
GET     /ld?month=202603
expect  200 text~"Nơi cần chú ý" text~"2 hồ sơ trễ hoặc quá hạn, 2 thuộc loại" text~", 2 chưa giao cho ai." text~"Quá hạn trên 10 ngày" text~"Đang quá hạn"
GET     /ld/ho-so?unit=19753&month=202603&figure=late
expect  200 text~"Rác chất đống" text~"Cống trước trường" no~"Loa kẹo"
GET     /ld/ho-so?unit=19753&month=202604&figure=long_overdue
expect  200 text~"Rác chất đống" no~"Loa kẹo"
POST    /cb/hs/$waste/assign person=dan
POST    /cb/hs/$drain/assign person=dan
GET     /ld?month=202603
expect  200 text~", 2 do cùng một người giữ." no~"Võ Dân"
GET     /ld
expect  200 text~"tháng trước 4"
