# What comes next, for whoever sent something and waits.
story   A workflow is shown as a diagram and in words, from the rows that the service goes by
law     42/2013/QH13 art 28
clock   2026-03-02 09:00
anonymous

GET     /biet/quy-trinh
expect  200 text~"Quy trình giải quyết" text~"/biet/quy-trinh/feedback" text~"Phản ánh, kiến nghị"
limit   queries 0
GET     /biet/quy-trinh/feedback
expect  200 text~"Quy trình: Phản ánh, kiến nghị" text~"role=\"img\"" text~"aria-labelledby=\"feedback-title\""
# In the picture: the deed, who does it and where it leads, what it does to the limit.
expect  200 text~"Duyệt và gửi trả lời</text>" text~"Lãnh đạo đơn vị → Đã trả lời</text>" text~"tạm dừng tính hạn (TCD-ANS)</text>"
# In words: all that is done, what stays in its state too, and on what ground.
expect  200 text~"Đơn vị đang giải quyết." text~"bắt đầu tính hạn 10 ngày làm việc (TCD-ANS)" text~"Ghi chép nội bộ" text~"Việc khác, hồ sơ vẫn ở bước đó"
expect  200 text~"khoản 1 Điều 28 Luật Tiếp công dân số 42/2013/QH13" text~"Tự động khi đến ngày"
# A page brings no style of its own, and no code word of the program.
expect  200 no~"<style" no~"feedback.handle" no~">accept<"
limit   queries 0
GET     /biet/quy-trinh/khac
expect  404
as      guest
GET     /giao-dien?tieng=en&ve=/
GET     /biet/quy-trinh/feedback
expect  200 text~"Approve and send the answer</text>" no~"Người gửi"
