story A sentence that the console has not said
refused org import src/mod/org/tests/refused/empty.csv
said "Tệp không có hàng tiêu đề đọc được."
