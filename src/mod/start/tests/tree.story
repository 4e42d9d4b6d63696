story   A new house begins with the units of Huế, and one who was given no power sees no list of the administrator's
clock   2026-03-02 09:00
POST    /khoi-dau/chia-khoa/don-vi cay=hue
expect  303 /khoi-dau/chia-khoa/nguoi-quan-tri
GET     /khoi-dau/chia-khoa/nguoi-quan-tri
expect  200 text~"Thành phố Huế"
POST    /khoi-dau/chia-khoa/nguoi-quan-tri name="Hồ Quản" sign_in=quan title="Văn phòng" password="nón bài thơ bên cầu" again="nón bài thơ bên cầu"
expect  303 /dang-nhap*
console identity add --sign-in minh --name "Lê Minh" --unit 19753 --title "Cán bộ" --power feedback.handle --password "nón bài thơ bên cầu" --chosen

as      minh "nón bài thơ bên cầu"
GET     /qt/bat-dau
expect  403
as      quan "nón bài thơ bên cầu"
GET     /qt/bat-dau
expect  200 text~"Thêm cán bộ và cấp quyền" text~"Xong"
GET     /qt/nguoi-dung
expect  200
ledger  verifies
