# A quarter from the 15th to the 14th: counted from its cases, signed, kept, corrected, and rolled up.
story   A return is counted from its cases, signed, corrected by a new version, and each number opens
law     01/2024/TT-TTCP
clock   2026-06-10 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power complaint.handle,complaint.decide,returns.sign --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Vũ Văn Chín" --sign-in chin --unit 46 --title "Chánh Thanh tra" --power returns.sign --password "trời cao ở Bến Ngự" --chosen
console identity add --name "Hồ Thị Bảy" --sign-in bay --unit 19774 --title "Chuyên viên" --power returns.sign --password "trời xanh ở An Cựu" --chosen

# One letter before the quarter, of six people; two in it, of which one is the other once more.
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=6 representatives=2 has_all_signatures=1 has_appointment=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45" contested_on=01/06/2026 "content=Giá đất." "request=Tính lại."
let     first = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$first/accept document=1/TB-UBND
expect  303
advance 10 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Lý Văn Ba" "address=3 Mai Thúc Loan" "contested=Quyết định 46" contested_on=15/06/2026 "content=Phạt sai." "request=Hủy."
let     second = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Lý Văn Ba" "address=3 Mai Thúc Loan" "contested=Quyết định 46" contested_on=15/06/2026 "content=Phạt sai, gửi lại." "request=Hủy."
let     third = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$third/file reason=trung other=$second
expect  303
POST    /cb/khieu-nai/hs/$second/accept document=2/TB-UBND
POST    /cb/khieu-nai/hs/$second/decide document=3/QĐ-UBND choice=right reason=huy-bo "said=Hủy quyết định 46."
expect  303

# Not over yet: it is counted, and not signed.
GET     /cb/bao-cao-luat
expect  200 text~"Quý III năm 2026" text~"15/06/2026 – 14/09/2026" text~"Chưa ký"
GET     /cb/bao-cao-luat/2026-q3.xlsx
expect  200 Content-Type~spreadsheetml
GET     /cb/bao-cao-luat/2026-q3.csv
expect  200 text~"Kỳ trước chuyển sang\",0,1,0" text~"Nhận trong kỳ\",0,2,0" text~"Tổng số phải xử lý\",0,3,0"
expect  200 text~"lượt nhận trong kỳ\",0,2,0" text~"không tính đơn trùng\",0,1,0" text~"Lưu đơn\",0,1,0"
expect  200 text~"Đã thụ lý\",0,1,0" text~"Đã giải quyết\",0,1,0" text~"Trong đó đúng\",0,1,0" text~"Còn lại cuối kỳ\",0,1,0"
GET     /cb/bao-cao-luat/2026-q2.csv
expect  200 text~"Nhận trong kỳ\",0,1,0" text~"từ 5 người trở lên\",0,1,0" text~"lượt nhận trong kỳ\",0,6,0"
# Denunciations are counted, and never listed.
GET     /cb/bao-cao-luat/2026-q3/denunciation/nhan
expect  200 text~"Hồ sơ tố cáo không được liệt kê"
GET     /cb/bao-cao-luat/2026-q3/complaint/luu
expect  200 text~"$third" no~"$second"
GET     /cb/bao-cao-luat/2026-q3/complaint/sai
expect  200 text~"Con số này là 0"
GET     /cb/bao-cao-luat/2026-q3/complaint/khong-co
expect  404
GET     /cb/bao-cao-luat/2026-q9
expect  404
POST    /cb/bao-cao-luat/2026-q3
expect  422 text~"số, ký hiệu của văn bản"
POST    /cb/bao-cao-luat/2026-q3 document=9/BC-UBND
expect  422 text~"Kỳ báo cáo chưa kết thúc"

# In words, and as the draft of a paper. Nothing is said of what there was not.
GET     /cb/bao-cao-luat/2026-q3
expect  200 text~"Nhận trong kỳ 2 hồ sơ khiếu nại, gồm 2 đơn hoặc lượt tiếp, của 2 người, về 1 vụ việc mới. Kỳ trước chuyển sang 1 (1 vụ việc); tổng số phải xử lý 3."
expect  200 text~"Phân loại, xử lý: thụ lý 1; lưu đơn 1." text~"Đã giải quyết 1; đúng 1." text~"Còn lại cuối kỳ 1, chuyển kỳ sau."
expect  200 text~"Trong kỳ không có hồ sơ tố cáo nào" no~"Cùng kỳ năm trước"
GET     /cb/bao-cao-luat/2026-q3.pdf
expect  200 Content-Type~application/pdf text~"%PDF-1." Content-Disposition~bao-cao-19753-2026-q3.pdf

# Others see their own unit, and what lies below it.
as      bay "trời xanh ở An Cựu"
GET     /cb/bao-cao-luat/2026-q3?don-vi=19753
expect  404
GET     /cb/bao-cao-luat/2026-q3.csv
expect  200 text~"Nhận trong kỳ\",0,0,0"
as      chin "trời cao ở Bến Ngự"
GET     /cb/bao-cao-luat/2026-q3.csv
expect  200 text~"Nhận trong kỳ\",0,2,0"
GET     /cb/bao-cao-luat/2026-q3.csv?don-vi=19753
expect  200 text~"Nhận trong kỳ\",0,2,0"

# Over and signed: what comes to light later does not change it.
advance 90 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/bao-cao-luat/2026-q3 document=9/BC-UBND
expect  303 /cb/bao-cao-luat/2026-q3?don-vi=19753
fact    returns.signed
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 received_on=10/09/2026 "name=Võ Thị Na" "address=7 Đống Đa" "contested=Quyết định 50" contested_on=01/09/2026 "content=Cấp sai thửa." "request=Cấp lại."
let     late = between "id=\"ma-ho-so\">" "<"
GET     /cb/bao-cao-luat/2026-q3
expect  200 text~"Đã ký · 9/BC-UBND" text~"Ký bản sửa"
GET     /cb/bao-cao-luat/2026-q3.csv
expect  200 text~"Nhận trong kỳ\",0,2,0"
GET     /cb/bao-cao-luat/2026-q3.csv?moi=1
expect  200 text~"Nhận trong kỳ\",0,3,0"
GET     /cb/bao-cao-luat/2026-q3/complaint/nhan
expect  200 text~"$second" no~"$late"
POST    /cb/bao-cao-luat/2026-q3 document=10/BC-UBND
expect  422 text~"hãy nêu lý do"
POST    /cb/bao-cao-luat/2026-q3 document=10/BC-UBND "reason=Bổ sung một đơn nhập muộn."
expect  303
GET     /cb/bao-cao-luat/2026-q3
expect  200 text~"Bản sửa · 10/BC-UBND" text~"Bổ sung một đơn nhập muộn"
GET     /cb/bao-cao-luat/2026-q3.csv?ban=1
expect  200 text~"Nhận trong kỳ\",0,2,0"
GET     /cb/bao-cao-luat/2026-q3.csv?ban=2
expect  200 text~"Nhận trong kỳ\",0,3,0"
GET     /cb/bao-cao-luat/2026-q3?ban=3
expect  404
GET     /cb/bao-cao-luat/2026-q3/complaint/nhan
expect  200 text~"$late"
ledger  verifies
