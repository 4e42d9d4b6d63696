# One whose limit passed: the superior demands a report, watches, or takes it; and the same as the office that is late sees it.
story   An overdue denunciation goes on with the superior, who demands a report within five working days of it, and may take it over
law     25/2018/QH14 art 38
law     31/2019/NĐ-CP art 5
law     25/2018/QH14 art 27
law     25/2018/QH14 art 33
clock   2026-08-12 09:00
console org import --hue
console identity add --name "Phan Văn Quản" --sign-in quan --unit 46 --title "Quản trị" --power admin --password "trời gió ở Thuận An" --chosen
console identity add --sign-in lan --name "Trần Thị Lan" --unit 46 --title "Thanh tra viên" --power denunciation.handle --email lan@hue.vn --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in mai --name "Lê Thị Mai" --unit 46 --title "Chủ tịch" --power denunciation.handle,denunciation.decide --email mai@hue.vn --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in sau --name "Lê Văn Sáu" --unit 19753 --title "Chủ tịch phường" --power denunciation.handle,denunciation.decide --password "nón bài thơ bên cầu" --chosen
as      lan "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="cầu gỗ sông Như Ý mùa lụt" again="cầu gỗ sông Như Ý mùa lụt"
as      mai "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="đò Cồn sang bến Thừa Phủ" again="đò Cồn sang bến Thừa Phủ"
as      sau "nón bài thơ bên cầu"
POST    /cb/khoa passphrase="thuyền ai đợi bến Văn Lâu" again="thuyền ai đợi bến Văn Lâu"
expect  303 /cb/khoa

# The ward settles what is said of one of its offices, and lets the limit pass.
anonymous
POST    /to-cao/gui accused="Ông Trưởng phòng" position=leader unit=19753.KT text="Lấy tiền." identity=unnamed
let     first = between "<p class=\"k-code\">" "</p>"
let     secret = between "id=\"secret\">" "<"
POST    /to-cao/gui accused="Ông Trưởng phòng" position=leader unit=19753.KT text="Lấy tiền nữa." identity=unnamed
let     other = between "<p class=\"k-code\">" "</p>"
as      sau
POST    /cb/to-cao/$first/vao-so channel=counter
let     ward = location after "/hs/"
POST    /cb/to-cao/hs/$ward/accept document=1/QĐ-UBND
expect  303
POST    /cb/to-cao/hs/$ward/account document=2/BC-UBND
expect  422 text~"Không có yêu cầu báo cáo nào"
POST    /cb/to-cao/$other/vao-so channel=counter
let     taken = location after "/hs/"
POST    /cb/to-cao/hs/$taken/accept document=2/QĐ-UBND
expect  303
# Thirty days: until 11 September. On that day nothing is late yet.
advance 30 days
anonymous
POST    /to-cao/hop-thu code=$first secret="$secret"
expect  200 text~"hết ngày 11/09/2026" no~"Đã quá hạn giải quyết"
advance 1 days
anonymous
POST    /to-cao/hop-thu code=$first secret="$secret"
expect  200 text~"Đã quá hạn giải quyết. Bà con có quyền tố cáo tiếp với người đứng đầu Thành phố Huế" text~"5 ngày làm việc" text~"chọn “Tố cáo tiếp”, và chọn đơn vị Phường Phú Xuân" text~"cũng phải ký"

# It goes to the city, sealed; the ward cannot open it.
POST    /to-cao/gui accused="Ông Trưởng phòng" position=settler unit=19753 text="Phường để quá hạn." identity=unnamed
let     again = between "<p class=\"k-code\">" "</p>"
let     second = between "id=\"secret\">" "<"
POST    /to-cao/gui accused="Ông Hai" position=settler unit=19753 text="Hai." identity=unnamed
let     two = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Ba" position=settler unit=19753 text="Ba." identity=unnamed
let     three = between "<p class=\"k-code\">" "</p>"
POST    /to-cao/gui accused="Ông Bốn" position=settler unit=19753 text="Bốn." identity=unnamed
let     four = between "<p class=\"k-code\">" "</p>"
as      sau "nón bài thơ bên cầu"
GET     /cb/to-cao/$again
expect  404

# Monday 14 September: five working days are until the 21st.
advance 2 days
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/$again/vao-so channel=counter
let     case = location after "/hs/"
POST    /cb/to-cao/hs/$case/late
expect  303
GET     /cb/to-cao/hs/$case
expect  200 text~"Tố cáo tiếp vì quá hạn" text~"Tố cáo tiếp về vụ việc quá hạn" text~"Yêu cầu báo cáo về tố cáo quá hạn</strong>: hết ngày 21/09/2026"
POST    /cb/to-cao/hs/$case/demand document=10/CV-UBND "told=Ủy ban nhân dân phường Phú Xuân"
expect  403
as      mai "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/demand document=10/CV-UBND
expect  422 text~"đã gửi cho ai"
POST    /cb/to-cao/hs/$case/demand document=10/CV-UBND "told=Ủy ban nhân dân phường Phú Xuân"
expect  303
GET     /cb/to-cao/hs/$case
expect  200 text~"Đã yêu cầu nơi giải quyết báo cáo" text~"xong ngày 14/09/2026"
anonymous
POST    /to-cao/hop-thu code=$again secret="$second"
expect  200 text~"Cấp trên đã yêu cầu nơi giải quyết báo cáo"

# The ward's five days begin when the demand is there, in both files.
advance 2 days
as      lan "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/serve on=13/09/2026
expect  422 text~"trước ngày nhận đơn"
POST    /cb/to-cao/hs/$case/serve on=15/09/2026
expect  303
POST    /cb/to-cao/hs/$case/serve
expect  422 text~"Đã ghi ngày nơi giải quyết nhận yêu cầu"
GET     /cb/to-cao/hs/$case
expect  200 text~"Báo cáo cấp trên về tố cáo quá hạn</strong>: hết ngày 22/09/2026"
as      sau "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$ward/demanded document=10/CV-UBND on=15/09/2026
expect  303
POST    /cb/to-cao/hs/$ward/demanded document=10/CV-UBND on=15/09/2026
expect  422 text~"Đã ghi yêu cầu này"
GET     /cb/to-cao/hs/$ward
expect  200 text~"Báo cáo cấp trên về tố cáo quá hạn</strong>: hết ngày 22/09/2026"

# On the 22nd nobody says that it lacks, on the 23rd once; it is the ward that is late, and not the city.
advance 6 days
as      lan "nón bài thơ bên cầu"
GET     /cb/to-cao/hs/$case
expect  200 no~"Nơi giải quyết quá hạn báo cáo"
advance 1 days
advance 1 hours
as      lan "nón bài thơ bên cầu"
GET     /cb/to-cao/hs/$case
expect  200 text~"Nơi giải quyết quá hạn báo cáo" no~"Đã quá hạn"
as      quan "trời gió ở Thuận An"
GET     /qt/hang-doi
expect  200 text~"$case: Nơi giải quyết quá hạn báo cáo" text~"l…@hue.vn" text~"m…@hue.vn"
as      sau "nón bài thơ bên cầu"
GET     /cb/to-cao/hs/$ward
expect  200 text~"Đã quá hạn" no~"Nơi giải quyết quá hạn báo cáo"
POST    /cb/to-cao/hs/$ward/account document=20/BC-UBND
expect  303

# The report is there; the city orders, tells the denouncer, has somebody answer for it, and sees it settled.
as      lan
POST    /cb/to-cao/hs/$case/hear document=20/BC-UBND
expect  303
as      mai "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$case/order document=11/CV-UBND "told=Ủy ban nhân dân phường Phú Xuân"
expect  303
POST    /cb/to-cao/hs/$case/sanction document=12/QĐ-UBND
expect  303
POST    /cb/to-cao/hs/$case/close
expect  422 text~"Chỉ kết thúc khi nơi giải quyết đã báo cáo kết quả"
POST    /cb/to-cao/hs/$case/tell_review document=13/TB-UBND
expect  303
anonymous
POST    /to-cao/hop-thu code=$again secret="$second"
expect  200 text~"cấp trên đang theo dõi, đôn đốc" text~"Xử lý người để quá hạn"
as      sau
POST    /cb/to-cao/hs/$ward/verify document=21/QĐ-UBND amount=2 choice=clear
expect  303
POST    /cb/to-cao/hs/$ward/report document=22/BC-TXM
expect  303
POST    /cb/to-cao/hs/$ward/conclude document=23/KL-UBND choice=right
expect  303
POST    /cb/to-cao/hs/$ward/tell_sender
POST    /cb/to-cao/hs/$ward/tell_accused
POST    /cb/to-cao/hs/$ward/deliver
POST    /cb/to-cao/hs/$ward/act_on choice=discipline
POST    /cb/to-cao/hs/$ward/announce choice=meeting
expect  303
# How it was settled is reported too, before the file is closed.
POST    /cb/to-cao/hs/$ward/close
expect  422 text~"báo cáo cấp trên"
POST    /cb/to-cao/hs/$ward/account document=24/BC-UBND
expect  303
POST    /cb/to-cao/hs/$ward/account document=24/BC-UBND
expect  422 text~"Không có yêu cầu báo cáo nào"
POST    /cb/to-cao/hs/$ward/close
expect  303
anonymous
POST    /to-cao/hop-thu code=$first secret="$secret"
expect  200 text~"việc giải quyết không đúng luật, bà con có quyền tố cáo tiếp với người đứng đầu Thành phố Huế" text~"Trong 20 ngày" text~"Viết đơn tố cáo tiếp niêm phong"
as      lan
POST    /cb/to-cao/hs/$case/settled_there document=24/BC-UBND
expect  303
as      mai
POST    /cb/to-cao/hs/$case/close
expect  303
GET     /cb/to-cao/hs/$case
expect  200 text~"· Đã kết thúc"

# Another is taken over, on a ground of the decree; the days of settling begin when the city accepts it.
as      lan
POST    /cb/to-cao/$two/vao-so channel=post
let     two = location after "/hs/"
POST    /cb/to-cao/hs/$two/late
expect  303
as      mai
POST    /cb/to-cao/hs/$two/take_over document=30/CV-UBND "told=Ủy ban nhân dân phường Phú Xuân"
expect  422 text~"Hãy nêu lý do"
POST    /cb/to-cao/hs/$two/take_over document=30/CV-UBND "told=Ủy ban nhân dân phường Phú Xuân" reason=cham
expect  422 text~"Hãy chọn một căn cứ trong danh sách"
POST    /cb/to-cao/hs/$two/take_over document=30/CV-UBND "told=Ủy ban nhân dân phường Phú Xuân" reason=than-thich
expect  303
GET     /cb/to-cao/hs/$two
expect  200 text~"Lấy lên giải quyết, chờ hồ sơ" text~"điểm a khoản 2 Điều 5" text~"thôi tính từ ngày"
as      sau
POST    /cb/to-cao/hs/$taken/hand_over document=30/CV-UBND "told=Ủy ban nhân dân thành phố Huế"
expect  303
GET     /cb/to-cao/hs/$taken
expect  200 text~"Cấp trên lấy lên giải quyết"
advance 2 days
as      mai "nón bài thơ bên cầu"
POST    /cb/to-cao/hs/$two/accept document=31/QĐ-UBND
expect  303
GET     /cb/to-cao/hs/$two
expect  200 text~"Đã thụ lý" text~"Giải quyết tố cáo</strong>: hết ngày 26/10/2026"
# Settled before the report was: that is reported at once.
POST    /cb/to-cao/$three/vao-so channel=post received_on=24/09/2026
let     three = location after "/hs/"
POST    /cb/to-cao/hs/$three/late
POST    /cb/to-cao/hs/$three/demand document=40/CV-UBND "told=Ủy ban nhân dân phường Phú Xuân"
POST    /cb/to-cao/hs/$three/serve on=24/09/2026
expect  422 text~"trước ngày của văn bản yêu cầu"
POST    /cb/to-cao/hs/$three/serve
expect  303
POST    /cb/to-cao/hs/$three/settled_there document=41/BC-UBND
expect  303
GET     /cb/to-cao/hs/$three
expect  200 text~"Đang đôn đốc nơi giải quyết" text~"xong ngày 25/09/2026"
POST    /cb/to-cao/hs/$three/crime document=42/CV-UBND "told=Viện kiểm sát"
expect  303
GET     /cb/to-cao/hs/$three
expect  200 text~"· Đã chuyển cơ quan điều tra, viện kiểm sát"
POST    /cb/to-cao/$four/vao-so channel=post
let     four = location after "/hs/"
POST    /cb/to-cao/hs/$four/late
POST    /cb/to-cao/hs/$four/withdraw document=43/BB choice=clear
expect  303
ledger  verifies
