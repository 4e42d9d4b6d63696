story   An empty house is set up behind its token, once, by one person
clock   2026-03-02 09:00

# Without the token there is nothing, also when it is nearly right.
GET     /khoi-dau/chia-kho
expect  404
GET     /khoi-dau/chia-kho/don-vi
expect  404
POST    /khoi-dau/chia-kho/don-vi name="Phường Lạ" kind=government code=19999 from=01/07/2025
expect  404

GET     /khoi-dau/chia-khoa
expect  200 text~"Ghi đơn vị của anh chị" text~"Lập người quản trị đầu tiên" text~"Chưa làm" text~"/khoi-dau/chia-khoa/don-vi"

# There is no administrator before there is a unit, and no step that nobody asks.
GET     /khoi-dau/chia-khoa/nguoi-quan-tri
expect  303 /khoi-dau/chia-khoa/don-vi
POST    /khoi-dau/chia-khoa/nguoi-quan-tri name="Trần Thị Lan" sign_in=lan title="Văn phòng" password="nón bài thơ bên cầu" again="nón bài thơ bên cầu"
expect  303 /khoi-dau/chia-khoa/don-vi
GET     /khoi-dau/chia-khoa/khong-co
expect  404

# A bad code of a unit: what was typed is still there.
POST    /khoi-dau/chia-khoa/don-vi name="Phường \"An\", Hòa" kind=government code="19 753" from=01/07/2025
expect  422 text~"19 753" text~"An&quot;, Hòa" text~"Lỗi:"
POST    /khoi-dau/chia-khoa/don-vi name="" kind=government code=19753 from=01/07/2025
expect  422 text~"Tên đơn vị"
# A unit that begins later would not be there for the next step.
POST    /khoi-dau/chia-khoa/don-vi name="Phường An Hòa" kind=government code=19753 from=01/07/2027
expect  422 text~"Ngày này chưa tới" text~"Phường An Hòa"
POST    /khoi-dau/chia-khoa/don-vi name="Phường An Hòa" kind=government code=19753 from=01/07/2025
expect  303 /khoi-dau/chia-khoa/nguoi-quan-tri
fact    org.unit_added

# Somebody who had the page open meanwhile does not found a second one.
POST    /khoi-dau/chia-khoa/don-vi cay=hue
expect  422 text~"Đã có đơn vị rồi. Hãy sang bước tiếp theo."
GET     /khoi-dau/chia-khoa/don-vi
expect  303 /khoi-dau/chia-khoa/nguoi-quan-tri
GET     /khoi-dau/chia-khoa
expect  200 text~"Xong" text~"/khoi-dau/chia-khoa/nguoi-quan-tri"

# A weak password, and one that was mistyped: all but the password stays.
GET     /khoi-dau/chia-khoa/nguoi-quan-tri
expect  200 text~"Phường An Hòa"
POST    /khoi-dau/chia-khoa/nguoi-quan-tri name="Trần Thị Lan" sign_in=lan title="Văn phòng" password=12345678 again=12345678
expect  422 text~"Trần Thị Lan" text~"Văn phòng" no~12345678
POST    /khoi-dau/chia-khoa/nguoi-quan-tri name="Trần Thị Lan" sign_in=lan title="Văn phòng" password="nón bài thơ bên cầu" again="nón bài thơ bên cau"
expect  422 text~"Hai lần gõ mật khẩu không giống nhau." text~"Trần Thị Lan"
POST    /khoi-dau/chia-khoa/nguoi-quan-tri name="Trần Thị Lan" sign_in="Lan Trần" title="Văn phòng" password="nón bài thơ bên cầu" again="nón bài thơ bên cầu"
expect  422 text~"Lan Trần"

POST    /khoi-dau/chia-khoa/nguoi-quan-tri name="Trần Thị Lan" sign_in=lan title="Văn phòng" password="nón bài thơ bên cầu" again="nón bài thơ bên cầu"
expect  303 /dang-nhap*
fact    identity.person_added identity.post_given identity.power_granted identity.power_granted identity.power_granted identity.power_granted

# From then on the address leads nowhere, for whoever has it.
GET     /khoi-dau/chia-khoa
expect  404
GET     /khoi-dau/chia-khoa/nguoi-quan-tri
expect  404
# Who presses once more, because the answer was lost, is led to the sign-in; nothing is done.
POST    /khoi-dau/chia-khoa/nguoi-quan-tri name="Lê Minh" sign_in=minh title="Văn phòng" password="nón bài thơ bên cầu" again="nón bài thơ bên cầu"
expect  303 /dang-nhap
POST    /khoi-dau/chia-khoa/don-vi cay=hue
expect  303 /dang-nhap
POST    /khoi-dau/chia-kho/don-vi cay=hue
expect  404

# What is left to be done, as the house has it.
GET     /qt/bat-dau
expect  401
as      lan "nón bài thơ bên cầu"
GET     /qt/bat-dau
expect  200 text~"Ghi điện thoại, địa chỉ, giờ làm việc của đơn vị" text~"Chưa làm"
GET     /qt/don-vi/19753/lien-he
let     unit = between "name=\"unit\" value=\"" "\""
POST    /qt/don-vi/19753/lien-he unit=$unit phone=02343822822 address="1 Lê Lợi" hours="7:30 đến 16:30"
expect  303 /qt/don-vi/19753
GET     /qt/bat-dau
expect  200 text~"Xong"

# A letter to try the way of letters; without a mail server the page says how one is set.
GET     /qt/hang-doi/thu
expect  200 text~"--smtp" text~"systemctl restart kheo"
POST    /qt/hang-doi/thu email=
expect  422
POST    /qt/hang-doi/thu email=lan@hue.example
expect  303 /qt/hang-doi
GET     /qt/hang-doi
expect  200 text~"Khéo: thư thử"
GET     /qt/bat-dau/du-lieu
expect  200 text~"kheo demo --dir kheo-demo"
ledger  verifies
