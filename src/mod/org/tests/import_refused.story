# A list of units with faults: each is said with its line, and nothing of the list is taken.
story   A list of units is imported whole or not at all, and every fault in it is named at once
clock   2026-03-02 09:00
console org import --hue
refused org import src/mod/org/tests/refused/header.csv
said    "Dòng 1: Tệp không có hàng tiêu đề đọc được."
refused org import src/mod/org/tests/refused/columns.csv
said    "Cột “code” có hai lần." "Thiếu cột “from”."
refused org import src/mod/org/tests/refused/empty.csv
said    "Dòng 2: Tệp không có dòng nào dưới hàng tiêu đề."
refused org import src/mod/org/tests/refused/letters.csv
said    "Dòng 2: Dòng này không phải chữ UTF-8."

# What is wrong within a line.
refused org import src/mod/org/tests/refused/rows.csv
said    "Dòng 2: Số cột khác với hàng tiêu đề."
said    "Dòng 3: Thiếu mã đơn vị."
said    "Dòng 4: Thiếu tên đơn vị."
said    "Dòng 5: Tên đơn vị dài quá 200 chữ."
said    "Dòng 6: Không có loại đơn vị “huyện”."
said    "Dòng 7: Tiền tố “PI” không đúng"
said    "Dòng 8: Ngày “01/07/2025” không có hoặc viết sai"
said    "Dòng 9: Thiếu ngày bắt đầu."
said    "Dòng 10: Ngày kết thúc đứng trước ngày bắt đầu."
said    "Dòng 11: Mã “91_” không đúng"
said    "Dòng 12: Ô mở ngoặc kép mà không đóng."
said    "Chưa nhập dòng nào."

# What is wrong between lines, or between a line and what is there.
refused org import src/mod/org/tests/refused/places.csv
said    "Dòng 2: Không có đơn vị cấp trên mã “46” vào ngày bắt đầu."
said    "Dòng 3: Không có đơn vị cấp trên mã “999” vào ngày bắt đầu."
said    "Dòng 5: Đơn vị cấp trên kết thúc trước đơn vị này."
said    "Dòng 7: Mã trùng với dòng 6 của tệp."
said    "Dòng 8: Mã đang thuộc đơn vị “Phường Phú Xuân”."
said    "Dòng 9: Có đơn vị kế tục mà thiếu ngày kết thúc."
said    "Dòng 10: Không có đơn vị kế tục mã “999” vào ngày tiếp theo."
said    "Dòng 11: Vòng lặp: đi lên từ mã “930” lại gặp chính nó."
said    "Dòng 12: Vòng lặp: đi lên từ mã “931” lại gặp chính nó."

GET     /don-vi/923
expect  404
GET     /don-vi/19753
expect  200 text~"Phường Phú Xuân" no~"Phường Khác"
ledger  verifies
