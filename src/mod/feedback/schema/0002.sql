-- The categories that the product ships; an administrator changes them in the program.
-- SPDX-License-Identifier: AGPL-3.0-or-later
--
-- Times are the province's to set; where it set none, the law's ten working days hold. Names and
-- sentences are Vietnamese source text, translated through the catalogues.

INSERT INTO category (id, slug, parent_id, name, hint, asks_place, respond_unit, respond_amount,
                      extend_max, basis, stop, position, is_open)
VALUES
(1, 'giao-thong', NULL, 'Đường sá, giao thông', 'Ổ gà, cầu hỏng, biển báo, tắc đường', 1,
    'working-days', 7, 7, 'tinh', NULL, 10, 1),
(2, 'thoat-nuoc', NULL, 'Thoát nước, ngập úng', 'Cống nghẹt, nắp cống mất, ngập sau mưa', 1,
    'working-days', 5, 5, 'tinh', NULL, 20, 1),
(3, 'rac-thai', NULL, 'Rác thải, môi trường', 'Rác dồn, mùi hôi, khói bụi, nước thải', 1,
    'working-hours', 24, 16, 'tinh', NULL, 30, 1),
(4, 'chieu-sang', NULL, 'Chiếu sáng, điện', 'Đèn đường tắt, dây điện sà thấp', 1,
    'working-hours', 24, 16, 'tinh', NULL, 40, 1),
(5, 'cap-nuoc', NULL, 'Nước sạch', 'Mất nước, nước đục, vỡ ống', 1,
    'working-hours', 24, 16, 'tinh', NULL, 50, 1),
(6, 'trat-tu', NULL, 'Trật tự đô thị, xây dựng', 'Lấn vỉa hè, xây trái phép, tiếng ồn', 1,
    'working-days', 7, 7, 'tinh', NULL, 60, 1),
(7, 'dat-dai', NULL, 'Đất đai', 'Hỏi, góp ý về đất, quy hoạch, giải phóng mặt bằng', 1,
    'working-days', 10, 10, 'luat', NULL, 70, 1),
(8, 'thuc-pham', NULL, 'An toàn thực phẩm', 'Hàng hết hạn, quán ăn bẩn', 1,
    'working-days', 5, 5, 'tinh', NULL, 80, 1),
(9, 'y-te', NULL, 'Y tế', 'Trạm y tế, tiêm phòng, dịch bệnh', 1,
    'working-days', 7, 7, 'tinh', NULL, 90, 1),
(10, 'giao-duc', NULL, 'Trường học', 'Cơ sở vật chất, thu chi, tuyển sinh', 1,
    'working-days', 10, 10, 'luat', NULL, 100, 1),
(11, 'cuu-tro', NULL, 'Chính sách, cứu trợ', 'Trợ cấp, hộ nghèo, hỗ trợ sau bão lụt', 0,
    'working-days', 7, 7, 'tinh', NULL, 110, 1),
(12, 'thu-tuc', NULL, 'Thủ tục, thái độ phục vụ', 'Hồ sơ chậm, phải đi lại nhiều lần, thái độ cán bộ', 0,
    'working-days', 5, 5, 'tinh', NULL, 120, 1),
(13, 'an-ninh', NULL, 'An ninh trật tự', 'Việc gấp, nguy hiểm: gọi 113', 1,
    'working-days', 5, 5, 'tinh', NULL, 130, 1),
(14, 'van-hoa', NULL, 'Văn hóa, di tích', 'Di tích xuống cấp, lễ hội, nhà văn hóa thôn', 1,
    'working-days', 10, 10, 'luat', NULL, 140, 1),
(15, 'dich-vu-so', NULL, 'Dịch vụ số', 'Trang web, ứng dụng, sóng điện thoại', 0,
    'working-days', 7, 7, 'tinh', NULL, 150, 1),
(16, 'khac', NULL, 'Việc khác', 'Không biết chọn gì thì chọn mục này', 1,
    'working-days', 10, 10, 'luat', NULL, 160, 1),
(17, 'khieu-nai', NULL, 'Khiếu nại quyết định của cơ quan', 'Đề nghị xem lại một quyết định đụng tới quyền của mình', 0,
    'working-days', 10, 0, 'luat',
    'Khiếu nại có thủ tục riêng theo Luật Khiếu nại. Bà con gửi đơn có chữ ký tới đúng người đã ra quyết định, hoặc tới nơi tiếp công dân của xã, phường để được hướng dẫn.', 170, 1),
(18, 'to-cao', NULL, 'Tố cáo việc làm sai của cán bộ', 'Báo việc vi phạm pháp luật của một người', 0,
    'working-days', 10, 0, 'luat',
    'Tố cáo được giữ kín theo Luật Tố cáo, không gửi ở trang này. Bà con gửi đơn có chữ ký, hoặc tới trình bày trực tiếp tại nơi tiếp công dân; họ tên bà con được bảo vệ.', 180, 1);

INSERT INTO category_question (id, category_id, position, label, is_required)
VALUES
(1, 4, 1, 'Số ghi trên cột đèn (nếu thấy)', 0),
(2, 12, 1, 'Mã hồ sơ hoặc ngày nộp hồ sơ', 0),
(3, 11, 1, 'Đợt hỗ trợ hoặc chính sách nào', 0),
(4, 2, 1, 'Nước ngập sâu khoảng bao nhiêu, mấy giờ thì rút', 0);
