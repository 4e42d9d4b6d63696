# A morning's inbox: the same act on many, each by its own rules, and none holds up the others.
story   An officer does the same with several reports, sees beforehand what will happen, and afterwards what did
law     42/2013/QH13 art 28
clock   2026-03-02 09:00
console org import --hue
console identity add --sign-in lan --name "Trần Thị Lan" --unit 19753 --title "Công chức" --power feedback.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in binh --name "Phạm Bình" --unit 19753 --title "Công chức địa chính" --power feedback.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in xa --name "Lê Xa" --unit 19777 --title "Công chức" --power feedback.handle --password "nón bài thơ bên cầu" --chosen
console identity add --sign-in mai --name "Lê Thị Mai" --unit 19753 --title "Trưởng phòng" --power feedback.lead --password "nón bài thơ bên cầu" --chosen
POST    /api/v1/reports json {"unit":"19753","category":"thoat-nuoc","text":"Cống tắc ở ngã ba, nước đọng ba ngày."}
expect  201
let     one = json .code
POST    /api/v1/reports json {"unit":"19753","category":"chieu-sang","text":"Đèn đường tắt cả dãy phố."}
expect  201
let     two = json .code
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác chất đống sau chợ."}
expect  201
let     three = json .code
POST    /api/v1/reports json {"unit":"19777","category":"rac-thai","text":"Rác ở bến thuyền."}
expect  201
let     elsewhere = json .code

# Who has no power over reports does not come in; who has it elsewhere sees none of these.
GET     /cb/hop-thu/cung-luc?viec=accept&hs-$one=1
expect  401
as      xa "nón bài thơ bên cầu"
GET     /cb/hop-thu/cung-luc?viec=accept&hs-$one=1
expect  200 text~"1 mã không thuộc đơn vị của anh chị" no~"Cống tắc"
POST    /cb/hop-thu/cung-luc viec=accept hs-$one=1
expect  200 text~"1 mã không thuộc đơn vị của anh chị"

# The inbox has a box before each, and a button for each act.
as      lan "nón bài thơ bên cầu"
GET     /cb/hop-thu
expect  200 text~"name=\"hs-$one\"" text~"value=\"accept\" data-key=\"t\"" text~"value=\"assign\"" text~"value=\"extend\"" text~"value=\"note\"" no~"value=\"undo\""
GET     /cb/hop-thu/cung-luc
expect  404
GET     /cb/hop-thu/cung-luc?viec=approve&hs-$one=1
expect  404
GET     /cb/hop-thu/cung-luc?viec=accept
expect  200 text~"Chưa chọn hồ sơ nào"
POST    /cb/hop-thu/cung-luc viec=accept
expect  200 text~"Chưa chọn hồ sơ nào"

# One is taken into work before; looking at what would happen says so, and changes nothing.
POST    /cb/hs/$two/accept
expect  303
GET     /cb/hop-thu/cung-luc?viec=accept&hs-$one=1&hs-$two=1&hs-$three=1&hs-$elsewhere=1
expect  200 text~"Sẽ làm với 2 hồ sơ" text~"Cống tắc" text~"Rác chất đống" text~"Bỏ qua 1 hồ sơ" text~"Đèn đường" text~"1 mã không thuộc đơn vị" no~"bến thuyền"
GET     /cb/hs/$one
expect  200 text~"· Mới"
let     one_version = between "name=\"version\" value=\"" "\""
GET     /cb/hs/$three
let     three_version = between "name=\"version\" value=\"" "\""

# Somebody else does something with one of them meanwhile: that one is told, the other is done.
POST    /cb/hs/$three/note text="Đã gọi cho tổ dân phố."
expect  303
POST    /cb/hop-thu/cung-luc viec=accept "hs-$one=$one_version accept" "hs-$three=$three_version accept"
expect  200 text~"1 xong, 1 không" text~"Không làm được" text~"$three" text~"Hoàn tác"
fact    feedback.accept
GET     /cb/hs/$one
expect  200 text~"Đang giải quyết"
GET     /cb/hs/$three
expect  200 text~"· Mới"
let     three_version = between "name=\"version\" value=\"" "\""
GET     /cb/hs/$one
let     one_version = between "name=\"version\" value=\"" "\""
GET     /cb/hs/$two
let     two_version = between "name=\"version\" value=\"" "\""

# One that somebody has taken meanwhile is not passed over in silence.
POST    /cb/hop-thu/cung-luc viec=accept "hs-$one=$one_version accept"
expect  200 text~"0 xong, 1 không" text~"$one"
POST    /cb/hop-thu/cung-luc viec=accept "hs-$one=$one_version approve"
expect  200 text~"Bỏ qua 1 hồ sơ"

# What all of them need is asked once; what is wrong with it is said beside the field, and nothing is done.
GET     /cb/hop-thu/cung-luc?viec=assign&hs-$one=1&hs-$two=1
expect  200 text~"Phạm Bình – Công chức địa chính" text~">Tôi</option>" no~"Lê Xa" no~"Lê Thị Mai"
POST    /cb/hop-thu/cung-luc viec=assign "hs-$one=$one_version assign" "hs-$two=$two_version assign" person=xa
expect  422 text~"không làm việc tại đơn vị đang giữ hồ sơ" text~"Sẽ làm với 2 hồ sơ"
POST    /cb/hop-thu/cung-luc viec=assign "hs-$one=$one_version assign" "hs-$two=$two_version assign" person=binh
expect  200 text~"2 xong, 0 không"
fact    feedback.assign feedback.assign
GET     /cb/hs/$two
expect  200 text~"Phạm Bình"
let     two_version = between "name=\"version\" value=\"" "\""
GET     /cb/hs/$one
let     one_version = between "name=\"version\" value=\"" "\""
POST    /cb/hop-thu/cung-luc viec=extend "hs-$one=$one_version extend" "hs-$two=$two_version extend" amount=3
expect  422 text~"Hãy nêu lý do"
POST    /cb/hop-thu/cung-luc viec=extend "hs-$one=$one_version extend" "hs-$two=$two_version extend" amount=ba reason="Mưa lớn"
expect  422 text~"Mưa lớn"
POST    /cb/hop-thu/cung-luc viec=note "hs-$one=$one_version note" "hs-$two=$two_version note" text="Họp tổ dân phố tối thứ Năm."
expect  200 text~"2 xong, 0 không" no~"Hoàn tác"
fact    feedback.note feedback.note
GET     /cb/hs/$one
let     one_version = between "name=\"version\" value=\"" "\""
GET     /cb/hs/$two
let     two_version = between "name=\"version\" value=\"" "\""

# Taken back together as well, each while its time runs.
POST    /cb/hop-thu/cung-luc viec=undo "hs-$one=$one_version undo" "hs-$two=$two_version undo"
expect  200 text~"2 xong, 0 không"
fact    feedback.undo feedback.undo
POST    /cb/hop-thu/cung-luc viec=accept "hs-$three=$three_version accept"
expect  200 text~"1 xong, 0 không" text~"&amp;hs-$three=1" text~"viec=undo"
fact    feedback.accept
GET     /cb/hop-thu/cung-luc?viec=undo&hs-$three=1
expect  200 text~"Sẽ làm với 1 hồ sơ"
GET     /cb/hs/$three
let     three_version = between "name=\"version\" value=\"" "\""
POST    /cb/hop-thu/cung-luc viec=undo "hs-$three=$three_version undo"
expect  200 text~"1 xong, 0 không"
fact    feedback.undo
GET     /cb/hs/$three
expect  200 text~"· Mới"
GET     /cb/hs/$two
let     two_version = between "name=\"version\" value=\"" "\""
GET     /cb/hs/$one
let     one_version = between "name=\"version\" value=\"" "\""
# A ground of the law is said of both: the limit of a category, and that there is one extension.
POST    /cb/hop-thu/cung-luc viec=extend "hs-$one=$one_version extend" "hs-$two=$two_version extend" amount=99 reason="Mưa lớn"
expect  200 text~"0 xong, 2 không"
POST    /cb/hop-thu/cung-luc viec=extend "hs-$one=$one_version extend" "hs-$two=$two_version extend" amount=3 reason="Mưa lớn"
expect  200 text~"2 xong, 0 không"
fact    feedback.extend feedback.extend
GET     /cb/hs/$two
let     two_version = between "name=\"version\" value=\"" "\""
GET     /cb/hs/$one
let     one_version = between "name=\"version\" value=\"" "\""
POST    /cb/hop-thu/cung-luc viec=extend "hs-$one=$one_version extend" "hs-$two=$two_version extend" amount=1 reason="Mưa nữa"
expect  422 text~"Mưa nữa" text~"Sẽ làm với 2 hồ sơ"
# What was passed on is read, and worked on by others.
POST    /cb/hs/$two/transfer unit=19777 reason="Dãy phố bên kia cầu"
expect  303
# The way back leads to the tab and the unit that they were chosen in.
GET     /cb/hop-thu/cung-luc?viec=note&loc=received&don-vi=19753&hs-$two=1&hs-$three=1
expect  200 text~"/cb/hop-thu?loc=received&amp;don-vi=19753" text~"Sẽ làm với 1 hồ sơ" text~"Bỏ qua 1 hồ sơ" text~"Đèn đường"
as      xa
GET     /cb/hop-thu/cung-luc?viec=accept&hs-$two=1
expect  200 text~"Sẽ làm với 1 hồ sơ"
let     two_version = between "name=\"hs-$two\" value=\"" "\""
POST    /cb/hop-thu/cung-luc viec=accept "hs-$two=$two_version"
expect  200 text~"1 xong, 0 không"
fact    feedback.transfer feedback.take
# What sounds like a denunciation is read by itself first: others are told of nothing before that.
anonymous
POST    /api/v1/reports json {"unit":"19753","category":"thu-tuc","text":"Tôi tố cáo ông Hồ Tâm nhận tiền của dân."}
expect  201
let     grave = json .code
as      lan
GET     /cb/hop-thu/cung-luc?viec=note&hs-$grave=1
expect  200 text~"Lời kể giống tố cáo. Hãy mở hồ sơ này" text~"Bỏ qua 1 hồ sơ"
GET     /cb/hs/$grave/xem-nhanh
expect  200 text~"Lời kể giống tố cáo"
as      xa
# Beside the inbox: what it is about, and not who sent it.
GET     /cb/hs/$two/xem-nhanh
expect  200 text~"Đèn đường tắt cả dãy phố." no~"<html"
GET     /cb/hs/$three/xem-nhanh
expect  404
as      lan
advance 10 minutes
GET     /cb/hop-thu/cung-luc?viec=undo&hs-$one=1&hs-$three=1
expect  200 text~"Bỏ qua 2 hồ sơ" no~"Sẽ làm với"
ledger  verifies
