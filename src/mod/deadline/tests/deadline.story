# The clock that explains itself, asked by people and by programs.
story   A limit is counted on a page, with every step, its article, and what it would be otherwise
law     91/2015/QH13 art 147
clock   2026-03-02 09:00
anonymous

# Nothing asked yet: the form, and the way to all rules.
GET     /biet/tinh-han
expect  200 text~"Tính hạn theo luật" text~"Thông báo thụ lý hoặc không thụ lý khiếu nại – ngày nhận đơn (KN-ACC)" text~"/biet/tinh-han/quy-dinh"
expect  200 text~"<optgroup label=\"Luật Tố cáo số 25/2018/QH14\">" no~"<optgroup label=\"Nghị định số 155"
expect  200 no~"Vì sao có hạn này?" no~"Có 1 chỗ cần sửa" no~"Thêm một lần tạm đình chỉ"
GET     /biet/tinh-han/quy-dinh
expect  200 text~"Điều 10 Nghị định số 155/2026/NĐ-CP" text~"01/07/2012 – 30/06/2026" text~"?rule=KN-ACC"
expect  200 text~"5 ngày làm việc, báo trước" text~"cách hiểu: số điều, khoản chưa được đối chiếu"
expect  200 text~"/biet/tinh-han/cach-hieu"

# Where the law leaves a choice: of limits, acts, grounds and who settles what, each with its place in the law.
GET     /biet/tinh-han/cach-hieu
expect  200 text~"Những chỗ luật còn để ngỏ" text~"mẫu điện tử không được nêu là một hình thức khiếu nại" text~"Điều 8 Luật Khiếu nại"
expect  200 text~"Thời hạn: Người đứng đầu cấp ủy trả lời bằng văn bản" text~"Lý do lưu đơn: Đơn rách nát" text~"Ai giải quyết, ở lần nào" text~"Kỳ báo cáo" text~"Người đứng đầu tiếp dân bao nhiêu ngày" text~"Lý do chấm dứt bảo vệ người tố cáo"
expect  200 no~"Điều 27 Luật Khiếu nại"
GET     /biet/tinh-han?rule=KN-ACC
expect  200 no~"Vì sao có hạn này?"

# The anchor's day chooses the law: ten days before July 2026, seven working days since.
GET     /biet/tinh-han?rule=KN-ACC&date=25/06/2026
expect  200 text~"Âm lịch: ngày 22 tháng Năm năm Bính Ngọ."
expect  200 text~"Hạn là hết thứ Hai 06/07/2026" text~"Thời hạn là 10 ngày (Điều 27 Luật Khiếu nại số 02/2011/QH13)"
expect  200 text~"Theo quy định cho mốc từ thứ Tư 01/07/2026 trở đi, nếu cũng tính từ ngày này: 7 ngày làm việc" text~"Nghỉ hằng tuần: Chủ nhật 05/07/2026."
GET     /biet/tinh-han?rule=KN-ACC&date=2026-07-01
expect  200 text~"Hạn là hết thứ Sáu 10/07/2026" text~"Theo quy định cho mốc đến hết thứ Ba 30/06/2026, nếu cũng tính từ ngày này: 10 ngày" text~"Mốc là ngày nhận đơn, thứ Tư 01/07/2026"
# A total, never an addition; and what it is otherwise.
GET     /biet/tinh-han?rule=KN-RES2&date=03/08/2026&remote=1&complex=1
expect  200 text~"Hạn là hết thứ Hai 12/10/2026" text~"Nếu là vụ việc bình thường: 45 ngày"
GET     /biet/tinh-han?rule=KN-RES2&date=03/08/2026
expect  200 text~"Nếu vùng sâu, vùng xa đi lại khó khăn và vụ việc phức tạp: 70 ngày"
GET     /biet/tinh-han?rule=KN-LIM-D2&date=03/08/2026
expect  200 text~"Nếu quyết định buộc thôi việc: 30 ngày"
GET     /biet/tinh-han?rule=KN-RES1&date=03/08/2026&tests=1
expect  200 text~"Hạn là hết thứ Năm 17/09/2026"
GET     /biet/tinh-han?rule=KN-EFF&date=03/08/2026
expect  200 text~"Có hiệu lực sau khi hết thứ Năm 03/09/2026"
GET     /biet/tinh-han?rule=SK-PHIEU&date=15/01/2026
expect  200 text~"Còn giá trị đến hết thứ Tư 15/04/2026" text~"Có giá trị trong 3 tháng"
GET     /biet/tinh-han?rule=KN-ACC&date=02/03/2015
expect  200 text~"Chưa nhập lịch nghỉ năm 2015"
# Told before, and lasting at least.
GET     /biet/tinh-han?rule=TCD-SCH&date=15/10/2026
expect  200 text~"Chậm nhất là hết thứ Năm 08/10/2026" text~"đếm lùi từ ngày hôm trước"
GET     /biet/tinh-han?rule=CK-POST&date=30/12/2026
expect  200 text~"Chỉ được kết thúc sau khi hết thứ Sáu 29/01/2027" text~"Phải kéo dài ít nhất 30 ngày"

# A suspension, an obstacle, extensions.
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&from=20/08/2026&to=04/09/2026
expect  200 text~"Tạm dừng nên không tính từ thứ Sáu 21/08/2026 đến thứ Sáu 04/09/2026"
expect  200 text~"Hạn là hết thứ Hai 28/09/2026"
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&from=20/08/2026
expect  200 text~"Đang dừng, còn lại 22 ngày." no~"Âm lịch"
GET     /biet/tinh-han?rule=KN-LIM&date=05/01/2026&exclude=12
expect  200 text~"Hạn là hết thứ Sáu 17/04/2026" text~"Cộng thêm 12 ngày có trở ngại đã được chứng minh (Điều 9 Luật Khiếu nại số 02/2011/QH13)."
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&exclude=12
expect  200 text~"Hạn là hết thứ Tư 23/09/2026" text~"Cộng thêm 12 ngày trưng cầu giám định (khoản 4 Điều 15 Nghị định số 31/2019/NĐ-CP)."
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&tests=2&extend=2
expect  200 text~"Hạn là hết thứ Ba 10/11/2026" text~"khoản 3 Điều 30 Luật Tố cáo"
# More than one, as far as they do not overlap; one more to fill in is no question yet.
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&from=20/08/2026&to=04/09/2026&from2=07/09/2026&to2=21/09/2026
expect  200 text~"Hạn là hết thứ Hai 12/10/2026" text~"Lần tạm đình chỉ thứ 2" no~"Lần tạm đình chỉ thứ 3"
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&from=20/08/2026&to=04/09/2026&them=1
expect  200 no~"Vì sao có hạn này?" text~"Lần tạm đình chỉ thứ 2" text~"value=\"20/08/2026\"" text~"<details class=\"govuk-details\" open"
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&from8=20/08/2026&them=1
expect  200 text~"Lần tạm đình chỉ thứ 8" no~"Lần tạm đình chỉ thứ 9" no~"Thêm một lần tạm đình chỉ"
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&from=20/08/2026&to=04/09/2026&from3=01/09/2026&to3=21/09/2026
expect  422 text~"href=\"#from3\"" text~"Các lần tạm dừng phải theo thứ tự thời gian và không chồng lên nhau"
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&from=20/08/2026&to=04/09/2026&to2=21/09/2026
expect  422 text~"href=\"#from2\"" text~"Có ngày tiếp tục thì phải có ngày tạm đình chỉ."
GET     /api/v1/deadlines?rule=TC-RES&date=2026-08-12&from=2026-08-20&to=2026-09-04&from2=2026-09-07&to2=2026-09-21
expect  200
expect  json .due = 2026-10-12

# What the law does not allow is refused with its article; what was typed stays.
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&extend=1
expect  422 text~"Chỉ được gia hạn khi vụ việc phức tạp; nếu đúng vậy, hãy ghi số tiêu chí phức tạp có trong hồ sơ. (căn cứ: khoản 2 Điều 30 Luật Tố cáo số 25/2018/QH14)"
expect  422 text~"value=\"12/08/2026\"" text~"selected"
GET     /biet/tinh-han?rule=KN-RES1&date=12/08/2026&extend=1
expect  422 text~"Thời hạn này không được gia hạn. (căn cứ: Điều 28 Luật Khiếu nại số 02/2011/QH13)"
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&tests=1&extend=2
expect  422 text~"Thời hạn này đã gia hạn hết số lần được phép."
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&tests=8
expect  422 text~"Số tiêu chí phức tạp phải từ 0 đến 7."
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&tests=2&extend=10
expect  422 text~"Số lần gia hạn phải từ 0 đến 9."
GET     /biet/tinh-han?rule=KN-LIM&date=12/08/2026&exclude=4000
expect  422 text~"Số ngày trở ngại phải từ 0 đến 3660."
GET     /biet/tinh-han?rule=TC-FWD&date=12/08/2026&from=13/08/2026&to=14/08/2026
expect  422 text~"Thời hạn này không được tạm dừng."
GET     /biet/tinh-han?rule=KN-RES1&date=01/06/2026&from=10/06/2026&to=20/06/2026
expect  422 text~"Vào ngày đó luật chưa cho tạm dừng thời hạn này. (căn cứ: Điều 12 Nghị định số 155/2026/NĐ-CP)"
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&from=14/08/2026&to=13/08/2026
expect  422 text~"Ngày tiếp tục phải từ ngày tạm đình chỉ trở đi."
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&from=11/08/2026&to=13/08/2026
expect  422 text~"Ngày tạm đình chỉ phải từ ngày mốc trở đi."
GET     /biet/tinh-han?rule=TC-RES&date=12/08/2026&to=13/08/2026
expect  422 text~"Có ngày tiếp tục thì phải có ngày tạm đình chỉ."
GET     /biet/tinh-han?rule=KN-ACC&date=01/07/2026&exclude=2
expect  422 text~"Thời hạn này không trừ thời gian có trở ngại."
GET     /biet/tinh-han?rule=KN-ACC&date=01/07/2026&remote=1
expect  422 text~"Quy định KN-ACC không có mức riêng cho vùng sâu, vùng xa."
GET     /biet/tinh-han?rule=KN-ACC&date=01/07/2026&complex=1
expect  422 text~"Quy định KN-ACC không có mức riêng cho vụ việc phức tạp."
GET     /biet/tinh-han?rule=KN-ACC&date=01/07/2026&delegated=1
expect  422 text~"Quy định KN-ACC không có mức riêng khi ủy quyền hoặc xác minh ở nhiều nơi."
GET     /biet/tinh-han?rule=KN-ACC&date=01/07/2026&dismissal=1
expect  422 text~"Quy định KN-ACC không có mức riêng cho quyết định buộc thôi việc." text~"dismissal-loi"
GET     /biet/tinh-han?rule=KN-RES1&date=30/06/2026&tests=1
expect  422 text~"Quy định KN-RES1 không xét số tiêu chí phức tạp."
GET     /biet/tinh-han?rule=KN-DLG&date=30/06/2026
expect  422 text~"Vào ngày đó quy định KN-DLG không có hiệu lực. (căn cứ: Điều 11 Nghị định số 155/2026/NĐ-CP)"
GET     /biet/tinh-han?rule=KN-XYZ&date=30/06/2026
expect  422 text~"Không có quy định nào tên là KN-XYZ."
GET     /biet/tinh-han?rule=KN-ACC&date=30/02/2026
expect  422 text~"“Ngày mốc” phải là một ngày có thật"
GET     /biet/tinh-han?rule=&date=01/07/2026
expect  422 text~"Chưa có “Quy định”."
GET     /biet/tinh-han?rule=TCD-ANS&date=31/12/9998
expect  422 text~"quá xa"
GET     /biet/tinh-han?rule=KN-ACC&date=31/12/1940
expect  422 text~"không có hiệu lực"

# For programs, and for those who read English.
GET     /api/v1/deadlines?rule=KN-ACC&date=2026-07-01
expect  200
expect  json .due = 2026-07-10
expect  200
expect  json .lunar = "ngày 26 tháng Năm năm Bính Ngọ"
expect  200
expect  json .steps[0].kind = start
expect  200
expect  json .neighbours[0].due = 2026-07-13
GET     /api/v1/deadlines?rule=KN-ACC&date=2026-07-01&remote=true
expect  422
expect  json .errors[0].field = remote
GET     /api/v1/deadlines/rules
expect  200
expect  json .items[0].rule = KN-LIM
expect  200
expect  json .items[0].amount = 90
as      guest
GET     /giao-dien?tieng=en&ve=/
GET     /biet/tinh-han?rule=KN-ACC&date=25/06/2026
expect  200 text~"Why this date?" text~"Monday 06/07/2026" text~"Lunar calendar: day 22 of the fifth month, Bính Ngọ." no~"Thời hạn"
