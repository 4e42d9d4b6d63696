# Somebody is not received: a ground of the law, a notice in writing within three working days.
story   A refusal names its ground, is told in writing in three working days, and moving a day tells those who booked
law     154/2026/NĐ-CP art 4
law     42/2013/QH13 art 24
law     42/2013/QH13 art 18
clock   2026-10-08 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power reception.handle,reception.lead --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power reception.handle,reception.lead --password "trời xanh ở An Cựu" --chosen
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân" seats=5
let     first = location after "/buoi/"
POST    /cb/tiep-dan/moi unit=19753 on=29/10/2026 from=07:30 until=11:00 "place=Phòng tiếp công dân" seats=5
let     last = location after "/buoi/"
anonymous
POST    /tiep-dan/buoi/$first "name=Phạm Thị Hoa" "address=12 Lê Lợi" "email=hoa@example.vn" "content=Ranh thửa đất." people=1
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
POST    /tiep-dan/buoi/$first "name=Võ Văn Tư" "address=7 Đống Đa" "content=Đường ngập." people=1
let     moved = between "id=\"ma-ho-so\">" "<"
POST    /tiep-dan/buoi/$first "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "content=Hỏi chế độ." people=1
let     taken_back = between "id=\"ma-ho-so\">" "<"

# A day that is not kept needs another, a later one, and a reason that people read.
as      lan
POST    /cb/tiep-dan/buoi/$first/lui from=13:30 until=16:00 "reason=Bão số 9."
expect  422 text~"phải báo ngày tiếp mới" text~"khoản 4 Điều 24"
POST    /cb/tiep-dan/buoi/$first/lui on=14/10/2026 from=13:30 until=16:00 "reason=Bão số 9."
expect  422 text~"Chỉ lùi được sang ngày muộn hơn"
POST    /cb/tiep-dan/buoi/$first/lui on=16/10/2026 from=13:30 until=16:00
expect  422 text~"Hãy nêu lý do lùi lịch"
POST    /cb/tiep-dan/buoi/$first/lui on=16/10/2026 from=13:30 until=13:00 "reason=Bão số 9."
expect  422 text~"sau giờ bắt đầu"
POST    /cb/tiep-dan/buoi/$first/lui on=hôm-nay from=13:30 until=16:00 "reason=Bão số 9."
expect  422
as      bay "trời xanh ở An Cựu"
POST    /cb/tiep-dan/buoi/$first/lui on=16/10/2026 from=13:30 until=16:00 "reason=Bão số 9."
expect  403

# One booking goes to another day that is posted; one is taken back on the telephone.
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/hs/$moved/rebook on=20/10/2026 "said=Xin đổi ngày."
expect  422 text~"chưa có buổi tiếp nào được niêm yết"
POST    /cb/tiep-dan/hs/$moved/rebook on=07/10/2026 "said=Xin đổi ngày."
expect  422
POST    /cb/tiep-dan/hs/$moved/rebook on=29/10/2026 "said=Xin đổi ngày."
expect  303
fact    reception.rebook
POST    /cb/tiep-dan/hs/$taken_back/cancel "said=Gọi điện báo không đến."
expect  303
fact    reception.cancel

# The rest moves with its day, and is told.
POST    /cb/tiep-dan/buoi/$first/lui on=16/10/2026 from=13:30 until=16:00 "reason=Bão số 9."
expect  303 /cb/tiep-dan/buoi/*
let     instead = location after "/buoi/"
fact    reception_day.posted reception_day.moved reception.rebook
POST    /cb/tiep-dan/buoi/$first/lui on=17/10/2026 from=13:30 until=16:00 "reason=Nữa."
expect  422 text~"đã lùi lịch"
anonymous
GET     /tiep-dan
expect  200 text~"Lùi sang thứ Sáu 16/10/2026" text~"Bão số 9" text~"còn 4 chỗ"
POST    /tiep-dan/hs/$code secret=$secret
expect  200 text~"thứ Sáu 16/10/2026" text~"Bão số 9"

# On the day: nobody is heard without coming, and a refusal has its ground.
advance 8 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/buoi/$first/nguoi "name=Bùi Văn Lì" "address=9 Đống Đa" "content=Thu phí sai." people=1
expect  422 text~"Buổi này đã lùi lịch hoặc không tiếp"
POST    /cb/tiep-dan/hs/$moved/rebook on=15/10/2026 "said=Xin đổi ngày."
expect  422 text~"Ngày này đã qua"
POST    /cb/tiep-dan/hs/$code/check_in
expect  303
POST    /cb/tiep-dan/hs/$code/refuse "said=Không mang giấy ủy quyền." reason=khac
expect  422 text~"Hãy chọn một căn cứ"
POST    /cb/tiep-dan/hs/$code/refuse "said=Không mang giấy ủy quyền." reason=uy-quyen
expect  303
fact    reception.refuse
GET     /cb/tiep-dan/hs/$code
expect  200 text~"21/10/2026" text~"điểm e khoản 1 Điều 4"
POST    /cb/tiep-dan/hs/$code/notify "told=Gửi bưu điện"
expect  422 text~"số, ký hiệu của văn bản"
POST    /cb/tiep-dan/hs/$code/notify document=42/TB-UBND
expect  422 text~"đã gửi cho ai"
POST    /cb/tiep-dan/hs/$code/notify document=42/TB-UBND "told=Gửi bưu điện"
expect  303
fact    reception.notify
anonymous
POST    /tiep-dan/hs/$code secret=$secret
expect  200 text~"đã từ chối tiếp" text~"không có giấy ủy quyền" text~"42/TB-UBND" text~"quyền khiếu nại"

# A day without the head needs no conclusion of the head's, and has none.
as      lan
POST    /cb/tiep-dan/buoi/$instead/nguoi "name=Bùi Văn Lì" "address=9 Đống Đa" "content=Thu phí sai." people=1
let     walker = between "id=\"ma-ho-so\">" "<"
POST    /cb/tiep-dan/hs/$walker/hear "said=Thu phí sai." choice=denunciation reason=chuyen "told=Thanh tra thành phố"
expect  303
POST    /cb/tiep-dan/hs/$walker/conclude "said=Giao phòng." document=43/TB-UBND on=30/10/2026
expect  422 text~"không do người đứng đầu tiếp"
POST    /cb/tiep-dan/hs/$walker/answer "said=Đã chuyển." choice=forwarded "told=Thanh tra thành phố"
expect  303
POST    /cb/tiep-dan/hs/$walker/close
expect  303

# Nobody received: a reason; and a day that passed is not moved any more.
advance 1 day
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/buoi/$instead/lui on=30/10/2026 from=13:30 until=16:00 "reason=Quên."
expect  422 text~"Ngày tiếp đã qua"
anonymous
POST    /tiep-dan/buoi/$instead "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "content=Hỏi chế độ." people=1
expect  422 text~"Buổi tiếp này đã qua"
as      lan
POST    /cb/tiep-dan/buoi/$instead/ket-qua outcome=none
expect  422 text~"Hãy nêu lý do không tiếp"
POST    /cb/tiep-dan/buoi/$instead/ket-qua outcome=deputy "by=Lê Văn Sáu, Phó Chủ tịch"
expect  303
fact    reception_day.held
POST    /cb/tiep-dan/moi unit=19753 on=17/10/2026 from=16:00 until=17:00 "place=Tổ 7" unscheduled=hau-qua "reason=Sạt lở."
let     urgent = location after "/buoi/"
POST    /cb/tiep-dan/buoi/$urgent/ket-qua outcome=none "reason=Người dân đã di dời."
expect  303
GET     /cb/tiep-dan/buoi/$urgent
expect  200 text~"Người dân đã di dời" text~"hậu quả nghiêm trọng"
GET     /cb/tiep-dan
expect  200 text~"Đã lùi lịch" text~"Không tiếp" text~"Người khác tiếp thay"
ledger  verifies
