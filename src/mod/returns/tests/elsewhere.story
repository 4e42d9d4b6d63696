# Letters that are not this office's: each way in which they leave has its row, and each row its cases.
story   A return counts what was guided, returned to who passed it on, forwarded and filed, each by itself
law     01/2024/TT-TTCP
clock   2026-06-20 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power complaint.handle,complaint.decide,returns.sign --password "trời mưa ở Vỹ Dạ" --chosen
console identity add --name "Lê Thị Mai" --sign-in mai --unit 46 --title "Chủ tịch" --power denunciation.handle,denunciation.decide,returns.sign --email mai@hue.vn --password "nón bài thơ bên cầu" --chosen
console identity add --name "Võ Văn Tư" --sign-in tu --unit 46 --title "Thanh tra viên" --power denunciation.handle --email tu@hue.vn --password "nón bài thơ bên cầu" --chosen
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=department respondent_unit=46.SXD people=1 has_all_signatures=1 "name=Ngô Thị Tư" "address=4 Chi Lăng" "contested=Quyết định 7/QĐ-SXD" contested_on=15/06/2026 "content=Thu hồi sai." "request=Hủy."
let     guided = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$guided/guide document=12/HD-UBND reason=noi-khac "said=Gửi Giám đốc Sở Xây dựng."
expect  303
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=department respondent_unit=46.SXD channel=forwarded "from_body=Đoàn đại biểu Quốc hội" people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 8/QĐ-SXD" contested_on=15/06/2026 "content=Cấp phép sai." "request=Hủy."
let     returned = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$returned/return document=13/CV-UBND "said=Thuộc thẩm quyền Giám đốc Sở."
expect  303
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=department respondent_unit=46.SXD people=1 has_all_signatures=1 "name=Ngô Thị Tư" "address=4 Chi Lăng" "contested=Quyết định 7/QĐ-SXD" contested_on=15/06/2026 "content=Thu hồi sai, gửi lại." "request=Hủy."
let     filed = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$filed/file reason=trung other=$guided
expect  303

GET     /cb/bao-cao-luat/2026-q3.csv
expect  200 no~"Hướng dẫn, trả lại nơi chuyển" text~"Hướng dẫn người gửi\",0,1,0,0" text~"Trả lại nơi chuyển\",0,1,0,0"
expect  200 text~"Chuyển nơi có thẩm quyền\",0,0,0,0" text~"Lưu đơn\",0,1,0,0"
GET     /cb/bao-cao-luat/2026-q3/complaint/chi-dan
expect  200 text~"$guided" no~"$returned" no~"$filed"
GET     /cb/bao-cao-luat/2026-q3/complaint/tra-lai
expect  200 text~"$returned" no~"$guided"
# The figure of earlier returns, both in one: it is not asked any more.
GET     /cb/bao-cao-luat/2026-q3/complaint/huong-dan
expect  404
GET     /cb/bao-cao-luat/2026-q3/complaint/luu
expect  200 text~"$filed" no~"$guided"

# A denunciation that is forwarded is counted in its own column, and never listed.
as      mai "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="đò Cồn sang bến Thừa Phủ" again="đò Cồn sang bến Thừa Phủ"
as      tu "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
anonymous
POST    /to-cao/gui accused="Ông Một" position=leader unit=19753 text="Một." identity=unnamed
let     one = between "<p class=\"k-code\">" "</p>"
as      mai
POST    /cb/to-cao/$one/vao-so channel=counter
let     one = location after "/hs/"
POST    /cb/to-cao/hs/$one/forward document=2/PC-UBND "told=Thanh tra Chính phủ"
expect  303
GET     /cb/bao-cao-luat/2026-q3.csv
expect  200 text~"Chuyển nơi có thẩm quyền\",0,0,1,0" text~"Hướng dẫn người gửi\",0,1,0,0"
GET     /cb/bao-cao-luat/2026-q3/denunciation/chuyen
expect  200 text~"Hồ sơ tố cáo không được liệt kê" no~"$one"
as      lan

# They are of the quarter in which they left, and of no other; what was signed holds them.
GET     /cb/bao-cao-luat/2026-q2.csv
expect  200 text~"Hướng dẫn người gửi\",0,0,0,0"
advance 90 days
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/bao-cao-luat/2026-q3 document=9/BC-UBND
expect  303
GET     /cb/bao-cao-luat/2026-q3
expect  200 text~"Trả lại nơi chuyển" text~"Đã ký · 9/BC-UBND"
GET     /cb/bao-cao-luat/2026-q3/complaint/tra-lai
expect  200 text~"$returned" no~"$guided"
ledger  verifies
