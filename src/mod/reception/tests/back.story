# What is forwarded comes back: seven working days for the office that settled it, five for us to tell the visitor. A group.
story   A result comes back to the office that forwarded, and the visitor is told; a group is received with Front and police
law     42/2013/QH13 art 27
law     42/2013/QH13 art 28
law     155/2026/NĐ-CP art 6
clock   2026-10-08 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power reception.handle,reception.lead --password "trời mưa ở Vỹ Dạ" --chosen
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/moi unit=19753 on=15/10/2026 from=07:30 until=11:00 place=Phòng seats=5
let     day = location after "/buoi/"
advance 7 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/buoi/$day/nguoi "name=Bùi Văn Lì" "address=9 Đống Đa" "content=Đèn đường tắt." people=5 representatives=1 "representative=Bùi Văn Lì"
let     code = between "id=\"ma-ho-so\">" "<"
let     secret = between "id=\"ma-bi-mat\">" "<"
POST    /cb/tiep-dan/buoi/$day/nguoi "name=Phạm Thị Hoa" "address=12 Lê Lợi" "content=Ranh đất." people=4
let     own = between "id=\"ma-ho-so\">" "<"

# Five are a group, four are not.
POST    /cb/tiep-dan/hs/$own/gather "told=Mặt trận phường"
expect  422 text~"từ 5 người trở lên"
POST    /cb/tiep-dan/hs/$code/gather
expect  422 text~"Hãy ghi đã gửi cho ai"
POST    /cb/tiep-dan/hs/$code/gather "told=Mặt trận phường, Công an phường" "said=Ông Sáu tiếp người đại diện."
expect  303
fact    reception.gather

POST    /cb/tiep-dan/hs/$own/hear "said=Ranh đất." choice=report reason=noi-tiep
POST    /cb/tiep-dan/hs/$own/answer "said=Sẽ đo lại." choice=accepted
POST    /cb/tiep-dan/hs/$own/settled
expect  422 text~"không chuyển đi nơi khác"
POST    /cb/tiep-dan/hs/$own/result "said=Đã đo." document=9/CV
expect  422 text~"không chuyển đi nơi khác"
POST    /cb/tiep-dan/hs/$code/hear "said=Đèn đường tắt." choice=report reason=chuyen "told=Công ty Môi trường đô thị"
POST    /cb/tiep-dan/hs/$code/answer "said=Đã chuyển." choice=forwarded "told=Công ty Môi trường đô thị"
expect  303
POST    /cb/tiep-dan/hs/$code/pass_on "told=Ông Lì"
expect  422 text~"Chưa có kết quả nào phải báo"

# Settled on Thursday the 15th: seven working days end on Monday the 26th.
POST    /cb/tiep-dan/hs/$code/settled on=15/10/2026
expect  303
fact    reception.settled
POST    /cb/tiep-dan/hs/$code/settled
expect  422 text~"Đã ghi nơi được chuyển giải quyết xong"
GET     /cb/tiep-dan/hs/$code
expect  200 text~"Báo kết quả cho nơi đã chuyển đến" text~"26/10/2026"
advance 1 day
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/hs/$code/result "said=Đã thay đèn."
expect  422 text~"số, ký hiệu của văn bản"
POST    /cb/tiep-dan/hs/$code/result "said=Đã thay đèn." document=9/CV on=14/10/2026
expect  422
POST    /cb/tiep-dan/hs/$code/result "said=Đã thay đèn." document=9/CV
expect  303
fact    reception.result

# It came on Friday the 16th: the visitor is told until Friday the 23rd.
GET     /cb/tiep-dan/hs/$code
expect  200 text~"Nơi đã chuyển báo lại cho người dân" text~"23/10/2026"
POST    /cb/tiep-dan/hs/$code/result "said=Nữa." document=10/CV
expect  422 text~"hãy báo cho người dân"
POST    /cb/tiep-dan/hs/$code/settled
expect  422 text~"Đã ghi nơi được chuyển giải quyết xong"
# Nobody has to ask, unless an administrator chose so: settings.story.
POST    /cb/tiep-dan/hs/$code/ask_result
expect  422 text~"lần nào cũng báo"
POST    /cb/tiep-dan/hs/$code/close
expect  422 text~"chưa báo cho người dân" text~"khoản 2 Điều 28"
anonymous
POST    /tiep-dan/hs/$code secret=$secret
expect  200 text~"Kết quả đã về nơi tiếp" text~"Đã thay đèn"
as      lan
advance 10 days
as      lan "trời mưa ở Vỹ Dạ"
GET     /cb/tiep-dan/hs/$code
expect  200 text~"Đã quá hạn"
POST    /cb/tiep-dan/hs/$code/pass_on
expect  422 text~"Hãy ghi đã gửi cho ai"
POST    /cb/tiep-dan/hs/$code/pass_on "told=Ông Lì, điện thoại"
expect  303
fact    reception.pass_on
POST    /cb/tiep-dan/hs/$code/close
expect  303
ledger  verifies

# The result is never older than its settling.
POST    /cb/tiep-dan/moi unit=19753 on=02/11/2026 from=07:30 until=11:00 place=Phòng seats=5
let     later = location after "/buoi/"
advance 9 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/buoi/$later/nguoi "name=Đỗ Thị Mơ" "address=5 Bà Triệu" "content=Cống tắc." people=1
let     third = between "id=\"ma-ho-so\">" "<"
POST    /cb/tiep-dan/hs/$third/hear "said=Cống tắc." choice=report reason=chuyen "told=Công ty"
POST    /cb/tiep-dan/hs/$third/answer "said=Đã chuyển." choice=forwarded "told=Công ty"
advance 2 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/tiep-dan/hs/$third/settled on=04/11/2026
expect  303
POST    /cb/tiep-dan/hs/$third/result "said=Đã thông cống." document=11/CV on=03/11/2026
expect  422 text~"không thể trước ngày nơi kia giải quyết xong"
POST    /cb/tiep-dan/hs/$third/close
expect  303
ledger  verifies
