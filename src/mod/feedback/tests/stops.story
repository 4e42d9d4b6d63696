# What belongs elsewhere is not taken, whoever writes and however: the sentence says where to go.
story   A complaint is sent where it belongs, on the web, on paper and by program
law     02/2011/QH13 art 7
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Lê Văn Sáu" --sign-in sau --unit 19753 --title "Chuyên viên" --power feedback.handle --password "trời nắng ở Kim Long" --chosen
anonymous
POST    /gui don-vi=19753
let     viec = location after "/gui/"
GET     /gui/$viec
let     draft = between "action=\"/gui/" "/viec\""
POST    /gui/$draft/viec category=khieu-nai
expect  422 text~"Luật Khiếu nại" text~"nơi tiếp công dân"
# Not by way of a later page either: the draft has no category.
POST    /gui/$draft/noi-dung "text=Đề nghị xem lại quyết định xử phạt."
POST    /gui/$draft/o-dau unit=19753
POST    /gui/$draft/ai-gui identity=anonymous
POST    /gui/$draft/xem-lai
expect  422 text~"Không có loại việc này"
POST    /api/v1/reports json {"unit":"19753","category":"to-cao","text":"Báo việc làm sai của một cán bộ."}
expect  422 text~"Luật Tố cáo" text~"tiếp công dân"
expect  json .errors[0].field = category
as      sau "trời nắng ở Kim Long"
POST    /cb/nhap-giay channel=counter unit=19753 category=khieu-nai "text=Đề nghị xem lại quyết định xử phạt."
expect  422 text~"Luật Khiếu nại" text~"Đề nghị xem lại quyết định"
ledger  verifies
