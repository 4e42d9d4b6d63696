/* What the made-up papers are about, and what the offices answer: written for this. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo.h"

/* clang-format off */
static const struct subject ROADS[] = {
    { "Mặt đường {noi} có một ổ gà rộng gần một mét, sâu hơn gang tay, {khi}.",
      "Trời mưa nước lấp kín nên người đi xe máy không thấy. Tối qua có hai mẹ con bị ngã ở đây.",
      "Tổ quản lý đô thị {donvi} đã vá ổ gà {noi} bằng bê tông nhựa nguội, xong ngày {ngay}. Khi hết mưa, "
      "tổ sẽ thảm lại cả đoạn cho bằng mặt.", SCENE_HOLE },
    { "Nắp hố ga {noi} bị vỡ một nửa, {khi} vẫn chưa ai thay.",
      "Người dân cắm tạm cành cây để báo. Ban đêm đoạn này tối, trẻ con đi học về rất dễ sụp chân.",
      "Đội duy tu của Công ty Môi trường và Công trình đô thị đã thay nắp hố ga mới {noi} ngày {ngay}. "
      "{ten} của {donvi} đã kiểm tra lại tại chỗ.", SCENE_COVER },
    { "Vạch sơn và biển báo {noi} đã mờ, {khi} xe đi lộn xộn.",
      "Giờ tan trường học sinh băng qua đường không có vạch, phụ huynh phải đứng ra chặn xe.",
      "Sở Xây dựng đã sơn lại vạch cho người đi bộ và thay hai biển báo {noi} ngày {ngay}. {donvi} cử tổ "
      "tự quản đứng giờ tan trường trong 2 tuần." },
    { "Cây xà cừ {noi} ngả hẳn ra lòng đường, cành khô gãy xuống {khi}.",
      "Hôm có gió lớn một cành to rơi sát người bán hàng. Bà con lo bão về cây đổ vào nhà.",
      "Trung tâm Công viên cây xanh đã cắt tỉa cành khô và chống lại gốc cây {noi} ngày {ngay}. Trung tâm "
      "sẽ kiểm tra lại sau mỗi đợt gió lớn.", SCENE_TREE },
    { "Đơn vị thi công đào đường {noi} rồi lấp lại lồi lõm, {khi} chưa hoàn trả.",
      "Đất đá vương ra cả làn xe, nắng thì bụi mà mưa thì trơn.",
      "{donvi} đã lập biên bản và yêu cầu nhà thầu hoàn trả mặt đường {noi}. Nhà thầu đã rải lại bê tông "
      "nhựa, bàn giao ngày {ngay}; {ten} là người kiểm tra.", SCENE_HOLE },
    { "Xe tải chở đất chạy qua {noi} làm vỡ mép đường, {khi} ngày nào cũng có.",
      "Nhà hai bên nứt tường, bụi phủ kín hàng quán. Bà con đã nhắc nhưng tài xế không nghe.",
      "Công an {donvi} đã dừng kiểm tra 4 xe, lập biên bản 2 xe chở quá tải trong ngày {ngay}. Đơn vị có xe "
      "đã cam kết đi đường vành đai và sửa mép đường {noi}." },
};
static const struct subject DRAINS[] = {
    { "Cống thoát nước {noi} bị nghẹt, {khi} cứ mưa là ngập vào nhà.",
      "Nước dâng tới đầu gối, có mùi hôi, gần nửa ngày mới rút. Nhà có người già nằm một chỗ.",
      "Công nhân Công ty Môi trường và Công trình đô thị đã nạo vét hơn 60 mét cống {noi} ngày {ngay}, lấy "
      "lên khoảng 3 khối bùn. {ten} sẽ xem lại sau trận mưa tới.", SCENE_FLOOD },
    { "Mương thoát nước {noi} đầy rác và lục bình, nước đứng {khi}.",
      "Muỗi nhiều không chịu được, trong xóm đã có hai cháu sốt xuất huyết.",
      "{donvi} cùng đoàn viên thanh niên đã vớt rác, khơi thông 120 mét mương {noi} ngày {ngay}. Trạm y tế "
      "phun thuốc diệt muỗi cho 35 nhà quanh đó." },
    { "Sau trận lụt vừa rồi, miệng cống {noi} bị bùn lấp kín, {khi} nước không thoát.",
      "Đường đọng bùn trơn, xe máy ngã liên tục, học sinh không đi qua được.",
      "Lực lượng dân quân {donvi} và Công ty Môi trường đã xúc bùn, mở lại miệng cống {noi} trong ngày "
      "{ngay}. Bùn đã chở đi hết trong 2 ngày.", SCENE_FLOOD },
    { "Nhà mới xây {noi} nâng nền, chặn mất lối thoát nước của xóm {khi}.",
      "Nước mưa dồn hết vào sáu nhà thấp phía trong.",
      "{ten}, cán bộ địa chính – xây dựng {donvi}, đã làm việc với chủ nhà ngày {ngay}. Chủ nhà đã đặt ống "
      "cống 300 để trả lại lối thoát nước cho xóm.", SCENE_FLOOD },
    { "Nắp đan rãnh nước {noi} bị mất ba tấm {khi}.",
      "Rãnh sâu gần một mét, ngay lối ra vào của nhà trẻ.",
      "{donvi} đã đặt ba tấm đan mới {noi} ngày {ngay}. Trong tuần này tổ dân phố sẽ kiểm tra và ghi lại "
      "các tấm đan yếu còn lại để thay.", SCENE_COVER },
};
static const struct subject WASTE[] = {
    { "Rác chất thành đống {noi}, {khi} xe không tới lấy.",
      "Mùi hôi bay vào nhà, chó tha rác ra khắp lối đi.",
      "Công ty Môi trường và Công trình đô thị đã thu gom hết rác {noi} ngày {ngay}. Xe bị hỏng nên chậm 3 "
      "ngày; từ tuần này xe dự phòng chạy thay.", SCENE_WASTE },
    { "Có người đổ xà bần, đồ gỗ cũ ra bãi đất trống {noi} {khi}.",
      "Ban đầu chỉ một ít, giờ thành bãi cao quá đầu người, chuột bọ nhiều.",
      "{donvi} đã thuê xe dọn 11 khối xà bần {noi} ngày {ngay} và cắm biển cấm. Công an phường, xã đã tìm "
      "ra hai người đổ và lập biên bản xử phạt.", SCENE_WASTE },
    { "Quán nhậu {noi} đổ nước thải thẳng ra cống hở {khi}.",
      "Dầu mỡ nổi váng, mùi tanh nồng nặc nhất là buổi tối.",
      "{ten} của {donvi} đã kiểm tra quán ngày {ngay}, lập biên bản và buộc lắp bể tách mỡ trong 7 ngày. "
      "Quán đã lắp xong, ảnh chụp lưu ở hồ sơ." },
    { "Xưởng mộc {noi} phun sơn không che chắn, {khi} mùi rất nặng.",
      "Nhà có cháu nhỏ bị hen, phải đóng cửa cả ngày.",
      "{donvi} đã kiểm tra xưởng ngày {ngay}, yêu cầu dừng phun sơn đến khi có buồng kín và hút bụi. Chủ "
      "xưởng đã ký cam kết; tổ kiểm tra quay lại sau 10 ngày." },
    { "Thùng rác công cộng {noi} vỡ nắp, rác tràn ra ngoài {khi}.",
      "Khách du lịch đi qua nhìn rất mất đẹp.",
      "Công ty Môi trường và Công trình đô thị đã thay hai thùng 240 lít mới {noi} ngày {ngay} và thêm một "
      "lượt lấy rác lúc 21 giờ.", SCENE_WASTE },
    { "Bà con đốt rác và rơm rạ {noi}, khói mù mịt {khi}.",
      "Người già khó thở, xe qua không thấy đường.",
      "{donvi} đã nhắc nhở 5 hộ và phát loa mỗi sáng từ ngày {ngay}. Hợp tác xã nhận cuộn rơm cho bà con, "
      "20 nghìn đồng một cuộn, gọi {ten} để đăng ký." },
};
static const struct subject LIGHTS[] = {
    { "Đèn đường {noi} tắt năm bóng liền nhau {khi}.",
      "Đoạn này vắng, công nhân tan ca về khuya rất sợ.",
      "Trung tâm quản lý chiếu sáng đã thay 5 bóng và một bộ điều khiển {noi} ngày {ngay}. Nếu tắt lại, bà "
      "con đọc số trên cột đèn khi gọi để thợ tới đúng chỗ.", SCENE_LAMP },
    { "Dây điện và dây mạng {noi} sà xuống ngang đầu người {khi}.",
      "Xe tải đi qua vướng vào kéo theo cả chùm dây.",
      "Công ty Điện lực Huế đã kéo lại dây điện, ba nhà mạng đã bó gọn dây {noi} ngày {ngay}. {ten} của "
      "{donvi} có mặt khi làm.", SCENE_WIRES },
    { "Cột điện {noi} nghiêng hẳn sau bão, {khi} chưa dựng lại.",
      "Chân cột nứt, bà con không dám đi sát.",
      "Điện lực đã trồng cột mới thay cột nghiêng {noi} ngày {ngay}, cắt điện 3 giờ để làm. Cột cũ đã chở "
      "đi.", SCENE_WIRES },
    { "Đèn đường {noi} sáng cả ban ngày {khi}, lãng phí.",
      "Bà con đã báo tổ trưởng nhưng chưa thấy sửa.",
      "Tủ điều khiển {noi} bị lệch giờ do mất điện. Trung tâm quản lý chiếu sáng đã sửa ngày {ngay}; đèn "
      "nay bật lúc 18 giờ, tắt lúc 5 giờ." },
    { "Lối đi {noi} chưa có bóng đèn nào, tối om {khi}.",
      "Đã có hai vụ giật đồ, phụ nữ đi về khuya không dám qua.",
      "{donvi} và tổ dân phố đã lắp 6 bóng đèn tiết kiệm điện {noi} ngày {ngay}. Tiền điện do phường trả, "
      "{ten} giữ số để bà con gọi khi hỏng.", SCENE_LAMP },
};
static const struct subject WATER[] = {
    { "Nước máy {noi} chảy rất yếu, {khi} tầng hai không có nước.",
      "Phải thức đến nửa đêm mới hứng được.",
      "Công ty Cấp nước Huế đã thay đoạn ống 63 bị nghẹt {noi} ngày {ngay}. Áp lực đo lại đạt 1,8 kg; bà "
      "con thấy yếu xin gọi {ten}." },
    { "Nước máy {noi} đục, có cặn vàng {khi}.",
      "Nhà có cháu nhỏ phải mua nước bình để nấu ăn.",
      "Công ty Cấp nước đã súc xả đường ống {noi} ngày {ngay} và lấy 2 mẫu nước, kết quả đạt. Nguyên nhân "
      "do sửa van làm cặn cũ bong ra." },
    { "Ống nước {noi} vỡ, nước chảy tràn ra đường {khi}.",
      "Vừa mất nước sạch vừa hỏng mặt đường.",
      "Đội sửa chữa Công ty Cấp nước đã hàn ống {noi} trong 4 giờ, xong ngày {ngay}. Mặt đường đã hoàn trả "
      "bằng bê tông.", SCENE_PIPE },
};
static const struct subject ORDER[] = {
    { "Hàng quán {noi} bày bàn ghế kín vỉa hè {khi}.",
      "Người đi bộ phải xuống lòng đường, xe lăn không qua được.",
      "{donvi} đã nhắc nhở và lập biên bản 3 quán {noi} ngày {ngay}. Các quán đã thu bàn ghế sau vạch kẻ; "
      "tổ trật tự kiểm tra mỗi tối trong 2 tuần.", SCENE_PAVEMENT },
    { "Karaoke loa kéo {noi} hát tới gần nửa đêm {khi}.",
      "Con tôi lớp 9 không học được, người già mất ngủ.",
      "Công an {donvi} đã làm việc với chủ nhà ngày {ngay}, lập biên bản và nhắc: sau 22 giờ còn hát là "
      "phạt. Số trực ban {ten} giữ để bà con gọi." },
    { "Nhà {noi} xây thêm tầng, không thấy biển giấy phép {khi}.",
      "Móng làm nứt tường nhà bên, gạch rơi xuống sân.",
      "{ten} đã kiểm tra công trình {noi} ngày {ngay}: nhà có phép 3 tầng, xây quá 40 cm. {donvi} đã lập "
      "biên bản, buộc tháo dỡ phần sai trong 15 ngày." },
    { "Xe ô tô đỗ suốt ngày đêm {noi}, chắn lối vào xóm {khi}.",
      "Hôm trước xe cấp cứu không vào được.",
      "Sở Xây dựng đã cắm biển cấm đỗ xe {noi} ngày {ngay}. Công an {donvi} xử phạt 2 xe và hướng dẫn chủ "
      "xe gửi ở bãi gần chợ." },
};
static const struct subject LAND[] = {
    { "Gia đình tôi nộp hồ sơ cấp giấy chứng nhận {khi} mà chưa có kết quả.",
      "Đi hỏi ba lần, lần nào cũng hẹn tuần sau.",
      "Hồ sơ chậm vì thiếu bản trích đo. Văn phòng đăng ký đất đã đo lại ngày {ngay} và xin lỗi gia đình. "
      "{ten} sẽ gọi điện khi có giấy, chậm nhất 10 ngày." },
    { "Xin hỏi quy hoạch mở đường {noi} đã điều chỉnh chưa, {khi} bà con nghe nhiều nguồn khác nhau.",
      "Nhà muốn sửa mà không biết có bị giải tỏa không.",
      "Bản đồ quy hoạch {noi} đã duyệt tại Quyết định 412/QĐ-UBND, lộ giới 13,5 mét. {donvi} đã dán bản đồ "
      "ở nhà văn hóa từ ngày {ngay}; {ten} giải thích vào sáng thứ Ba." },
    { "Tiền bồi thường thu hồi đất làm đường {noi} thấp hơn nhà bên cạnh {khi}.",
      "Cùng một thửa cũ tách ra mà hai giá khác nhau.",
      "Trung tâm phát triển quỹ đất đã tính lại ngày {ngay}: thửa của gia đình thiếu hệ số vị trí 2. Số "
      "tiền bổ sung sẽ chi trả trong 20 ngày, {ten} mang bảng tính tới nhà." },
};
static const struct subject FOOD[] = {
    { "Quán ăn sáng {noi} để thực phẩm sát nắp cống, {khi} ruồi bu đầy.",
      "Học sinh ăn ở đây rất đông, tuần trước có cháu đau bụng.",
      "Đoàn kiểm tra an toàn thực phẩm {donvi} đã kiểm tra quán ngày {ngay}, phạt 2 triệu đồng và yêu cầu "
      "dời chỗ chế biến. Quán đã sửa, mở lại sau 5 ngày." },
    { "Cửa hàng tạp hóa {noi} bán bánh kẹo quá hạn {khi}.",
      "Tôi mua về mới thấy hết hạn ba tháng, đem trả thì bị mắng.",
      "{ten} đã kiểm tra cửa hàng ngày {ngay}, thu 14 gói hàng quá hạn để hủy và lập biên bản. Cửa hàng đã "
      "trả lại tiền cho người mua." },
    { "Lò mổ nhỏ {noi} hoạt động từ 2 giờ sáng {khi}, không có dấu kiểm dịch.",
      "Nước thải đỏ cả mương.",
      "Chi cục chăn nuôi và {donvi} đã đình chỉ lò mổ {noi} ngày {ngay}. Chủ lò được hướng dẫn đưa gia súc "
      "về lò tập trung." },
};
static const struct subject HEALTH[] = {
    { "Trạm y tế {donvi} hết thuốc huyết áp {khi}, người già phải lên tận bệnh viện.",
      "Mẹ tôi 78 tuổi đi lại rất khó.",
      "Trạm y tế đã nhận đủ thuốc huyết áp ngày {ngay}. Trong tuần này nhân viên trạm mang thuốc tới nhà "
      "cho 22 cụ trên 75 tuổi; xin gọi {ten}." },
    { "Có nhiều người sốt xuất huyết {noi}, {khi} chưa thấy phun thuốc.",
      "Trong mười nhà đã có bốn người nằm viện.",
      "Trung tâm y tế đã phun thuốc diệt muỗi cho 120 nhà quanh đó ngày {ngay} và phun lần hai sau 7 ngày. "
      "Bà con nhớ lật úp chum vại." },
    { "Lịch tiêm phòng cho trẻ ở trạm y tế {donvi} báo quá gấp, {khi} nhiều nhà lỡ hẹn.",
      "Báo tối hôm trước thì sáng sau đi làm không nghỉ được.",
      "Trạm y tế đã đổi cách báo: tin nhắn gửi trước 5 ngày, và tiêm thêm sáng thứ Bảy đầu tháng, từ ngày "
      "{ngay}. {ten} phụ trách tin nhắn." },
};
static const struct subject SCHOOLS[] = {
    { "Trường tiểu học {donvi} thu quỹ lớp 600 nghìn, {khi} không có giấy tờ gì.",
      "Nhà hai con học cùng trường, đóng không nổi.",
      "Phòng Văn hóa – Xã hội {donvi} đã làm việc với trường ngày {ngay}. Khoản này không được thu; lớp đã "
      "trả lại tiền cho 38 phụ huynh." },
    { "Trường {noi} có mái nhà vệ sinh dột nát {khi}.",
      "Các cháu nhịn cả buổi không dám vào.",
      "{donvi} đã sửa mái và thay 4 bồn rửa, xong ngày {ngay}. Nhà trường cử người dọn hai lần mỗi buổi, "
      "{ten} kiểm tra mỗi tuần." },
    { "Giờ tan học xe kẹt cứng {noi} {khi}.",
      "Phụ huynh đậu xe hai hàng, xe buýt không qua được.",
      "Từ ngày {ngay} trường cho ba khối tan lệch nhau 15 phút, công an {donvi} kẻ vạch chờ và đứng giờ "
      "cao điểm trong 1 tháng." },
};
static const struct subject RELIEF[] = {
    { "Nhà tôi ngập hơn một mét trong trận lụt, {khi} chưa nhận được hỗ trợ.",
      "Lúa giống và tủ lạnh hư hết. Nhà bên cạnh đã nhận rồi.",
      "{donvi} sót nhà mình vì danh sách lập lúc nước chưa rút, xin lỗi gia đình. {ten} đã xác minh ngày "
      "{ngay}; 20 kg gạo và 2 triệu đồng sẽ chi trả trong 3 ngày." },
    { "Danh sách hộ được hỗ trợ sau bão {donvi} chưa thấy dán {khi}.",
      "Bà con bàn tán, không biết xét theo tiêu chí nào.",
      "Danh sách 164 hộ đã dán ở nhà văn hóa và đăng trên mạng từ ngày {ngay}, ghi rõ mức thiệt hại từng "
      "hộ. Ai thấy thiếu xin gặp {ten} trong 7 ngày." },
    { "Mẹ tôi đã 81 tuổi, {khi} chưa được trợ cấp tháng.",
      "Hồ sơ nộp đủ từ trước Tết.",
      "Hồ sơ bị trả vì thiếu số định danh mà không ai báo, {donvi} xin lỗi gia đình. {ten} đã bổ sung giúp "
      "ngày {ngay}; trợ cấp chi trả từ tháng 1 kể cả các tháng chậm." },
    { "Nhà tôi tốc mái sau bão, {khi} chưa có ai tới ghi.",
      "Hai vợ chồng già che tạm bạt, mưa là dột khắp nhà.",
      "Dân quân {donvi} đã lợp lại mái tôn cho gia đình ngày {ngay}. Mặt trận phường, xã hỗ trợ thêm 10 "
      "triệu đồng từ quỹ cứu trợ." },
    { "Xin hỏi tiêu chí xét hộ nghèo năm nay của {donvi}, {khi} nhà tôi bị đưa ra khỏi danh sách.",
      "Chồng tôi vẫn nằm viện, thu nhập không tăng.",
      "Hộ gia đình được 145 điểm, mức chuẩn là 140, căn cứ Nghị định 07/2021/NĐ-CP. {donvi} đã chấm lại có "
      "bà con chứng kiến ngày {ngay} và giữ hộ ở diện cận nghèo." },
};
static const struct subject COUNTER[] = {
    { "Tôi làm giấy khai sinh cho con ở {donvi}, phải đi bốn lần {khi} mới xong.",
      "Mỗi lần thiếu một giấy khác nhau, không ai ghi ra một lượt.",
      "{donvi} xin lỗi gia đình. Từ ngày {ngay}, quầy đưa phiếu ghi đủ giấy tờ ngay lần đầu, có chữ ký của "
      "{ten}; thiếu vì phường, xã ghi sót thì cán bộ tự đi lấy." },
    { "Cán bộ quầy chứng thực ở {donvi} nói trống không, {khi} để dân đứng chờ trong khi xem điện thoại.",
      "Người già hỏi lại thì bị gắt.",
      "Lãnh đạo {donvi} đã xem lại camera, làm việc với người này ngày {ngay} và chuyển khỏi quầy. Người "
      "đó đã gọi điện xin lỗi bà con." },
    { "Hồ sơ đăng ký hộ kinh doanh của tôi ở {donvi} quá hẹn {khi}.",
      "Tiền thuê mặt bằng vẫn phải trả mà chưa mở cửa được.",
      "Hồ sơ chậm 4 ngày do hệ thống lỗi khi chuyển bước. {ten} đã cấp giấy ngày {ngay} và mang tới tận "
      "cửa hàng, kèm thư xin lỗi theo mẫu." },
    { "Nộp hồ sơ trực tuyến với {donvi} báo lỗi liên tục {khi}.",
      "Tệp ảnh chụp rõ mà máy vẫn nói không hợp lệ.",
      "Lỗi do tệp ảnh lớn hơn 5 MB. Trung tâm hành chính công đã sửa ngày {ngay}: máy tự thu nhỏ ảnh. Ai "
      "không làm được, tổ công nghệ số tới nhà giúp, gọi {ten}." },
    { "Ki-ốt lấy số ở {donvi} hỏng, {khi} mọi người chen nhau.",
      "Ai quen thì được gọi trước.",
      "Máy lấy số đã sửa xong ngày {ngay}. Trong 3 ngày máy hỏng, {ten} phát số giấy tại cửa và gọi theo "
      "đúng thứ tự." },
};
static const struct subject SAFETY[] = {
    { "Thanh niên tụ tập nẹt pô {noi} vào đêm cuối tuần {khi}.",
      "Người già giật mình mất ngủ, đã có một vụ tông cột điện.",
      "Công an {donvi} đã lập chốt {noi} từ ngày {ngay}, tạm giữ 6 xe, mời phụ huynh 5 em lên làm việc. "
      "Chốt giữ 4 cuối tuần liền." },
    { "Chó thả rông {noi} cắn người {khi}.",
      "Cháu nhỏ nhà bên phải tiêm bốn mũi.",
      "{donvi} đã lập biên bản, phạt chủ chó ngày {ngay} và tiêm phòng dại cho 62 con trong xóm. {ten} "
      "nhận tin báo chó thả rông." },
    { "Có nhóm cho vay nặng lãi dán tờ rơi {noi} {khi}.",
      "Tờ rơi dán kín cột điện, có người đã bị đòi nợ tới nhà.",
      "Công an {donvi} đã bóc hơn 200 tờ rơi {noi} ngày {ngay} và làm việc với chủ ba số điện thoại. Ai bị "
      "đe dọa xin gọi {ten} ngay." },
};
static const struct subject CULTURE[] = {
    { "Tường gạch của di tích {noi} bị cây mọc nứt {khi}.",
      "Gạch đã rơi xuống lối đi.",
      "Sở Văn hóa và Thể thao đã chặt cây, chống tạm đoạn tường {noi} ngày {ngay}. Phương án gia cố sẽ "
      "trình trong 30 ngày, {ten} theo dõi." },
    { "Nhà văn hóa thôn, tổ {noi} khóa cửa quanh năm {khi}.",
      "Các cháu không có chỗ đọc sách, chơi bóng bàn.",
      "Từ ngày {ngay} nhà văn hóa mở cửa từ 17 giờ đến 21 giờ, do {ten} giữ chìa khóa. {donvi} đã bổ sung "
      "hai bàn bóng và tủ sách 300 cuốn." },
    { "Lễ hội {noi} thu vé gửi xe 30 nghìn một xe máy {khi}.",
      "Bảng giá che lại, ai hỏi thì nói giá ngày hội.",
      "{donvi} đã yêu cầu bãi xe trả lại tiền thu vượt và phạt 1,5 triệu đồng ngày {ngay}. Bảng giá 5 nghìn "
      "đồng đã cắm lại ở cổng." },
};
static const struct subject DIGITAL[] = {
    { "Sóng điện thoại {noi} rất yếu {khi}, gọi cấp cứu không được.",
      "Mùa mưa lũ mà mất sóng thì rất nguy hiểm.",
      "Sở Khoa học và Công nghệ đã đo sóng {noi} ngày {ngay}. Nhà mạng sẽ đặt thêm một trạm trong 60 ngày, "
      "trước mắt tăng công suất trạm cũ." },
    { "Ứng dụng báo lụt của thành phố không mở được {khi}.",
      "Đúng lúc nước lên thì máy báo lỗi.",
      "Ứng dụng bị quá tải do nhiều người vào cùng lúc. Trung tâm điều hành đã thêm máy chủ ngày {ngay} và "
      "mở tin nhắn báo lụt cho người không dùng ứng dụng." },
};
static const struct subject OTHERS[] = {
    { "Đề nghị {donvi} đặt thêm ghế đá và cây bóng mát {noi}, {khi} người già đi bộ không có chỗ nghỉ.",
      "Sáng nào cũng có cả trăm người tập thể dục ở đây.",
      "{donvi} đã đặt 6 ghế đá {noi} ngày {ngay}. Cây sẽ trồng vào tháng 2, khi hết mưa rét, do {ten} "
      "phụ trách." },
    { "Loa phát thanh {noi} mở quá to lúc 5 giờ sáng {khi}.",
      "Nhà có trẻ sơ sinh và người làm ca đêm.",
      "Từ ngày {ngay} loa {noi} phát lúc 6 giờ 30 và giảm một nửa âm lượng. {ten} nhận góp ý về giờ phát." },
    { "Khỉ, mèo hoang phá vườn {noi} {khi}.",
      "Rau trái mất hết, có con cắn cả người.",
      "Hạt kiểm lâm đã bẫy và thả về rừng 3 con khỉ ngày {ngay}. {donvi} hướng dẫn bà con che lưới, {ten} "
      "cho mượn lưới." },
};

#define SUBJECTS(list) list, COUNT(list)
const struct topic demo_topics[] = {
    { "giao-thong", "46.SXD", true, { 16, 14, 10, 10, 9, 9, 9, 10, 12, 16, 20, 18 },
      "Bà con cho biết chỗ hỏng nằm bên nào đường, gần số nhà nào, để thợ tới đúng chỗ.",
      "Chỗ hỏng nằm bên số chẵn, cách cột điện chừng ba bước chân, có cắm cành cây làm dấu.",
      SUBJECTS(ROADS) },
    { "thoat-nuoc", "46.MTDT", true, { 4, 3, 2, 2, 3, 3, 3, 4, 10, 26, 26, 14 },
      "Nước ngập sâu khoảng bao nhiêu, mấy giờ thì rút, thưa bà con?",
      "Nước sâu chừng 40 phân, mưa tạnh rồi gần sáu tiếng sau mới rút hết.", SUBJECTS(DRAINS),
      "Nước ngập sâu khoảng bao nhiêu, mấy giờ thì rút: Ngang đầu gối, gần trưa mới rút||"
      "Nước ngập sâu khoảng bao nhiêu, mấy giờ thì rút: Chừng 30 phân, rút lúc 2 giờ chiều" },
    { "rac-thai", "46.MTDT", true, { 10, 14, 10, 9, 10, 10, 10, 10, 10, 12, 12, 10 },
      "Bà con thấy đổ vào lúc mấy giờ, bằng xe gì, có nhớ biển số không?",
      "Thường khoảng 9 giờ tối, bằng xe ba gác, tôi không nhìn rõ biển số.", SUBJECTS(WASTE) },
    { "chieu-sang", "46.DL", true, { 9, 8, 7, 6, 6, 6, 6, 6, 7, 10, 11, 10 },
      "Bà con đọc giúp số ghi trên cột đèn gần nhất.",
      "Số trên cột là 47, cột kế bên bị mờ không đọc được.", SUBJECTS(LIGHTS),
      "Số ghi trên cột đèn (nếu thấy): 47|Số ghi trên cột đèn (nếu thấy): B12, số bị mờ|" },
    { "cap-nuoc", "46.CN", true, { 3, 3, 4, 5, 8, 10, 10, 9, 5, 4, 4, 3 },
      "Bà con cho xin mã khách hàng trên hóa đơn nước.",
      "Mã khách hàng tôi chụp trong hóa đơn tháng trước, nhà đứng tên mẹ tôi.", SUBJECTS(WATER) },
    { "trat-tu", "46.SXD", true, { 9, 10, 8, 8, 8, 8, 8, 8, 7, 6, 6, 8 },
      "Việc này thường xảy ra vào giờ nào trong ngày?",
      "Từ khoảng 5 giờ chiều tới 9 giờ tối, thứ Bảy và Chủ nhật nặng nhất.", SUBJECTS(ORDER) },
    { "dat-dai", "46.SNNMT", true, { 4, 3, 5, 5, 5, 5, 5, 5, 4, 3, 3, 4 },
      "Bà con cho biết số thửa, số tờ bản đồ và ngày ghi trên giấy hẹn.",
      "Thửa 112, tờ bản đồ số 8, giấy hẹn ghi ngày mồng 4 tháng trước.", SUBJECTS(LAND) },
    { "thuc-pham", "46.SYT", true, { 3, 4, 3, 4, 5, 6, 6, 5, 4, 2, 2, 3 },
      "Bà con còn giữ bao bì hoặc hóa đơn không?",
      "Tôi còn giữ vỏ bao, ngày hết hạn in ở mép dưới.", SUBJECTS(FOOD) },
    { "y-te", "46.SYT", true, { 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 2 },
      "Bà con cho biết tên thuốc và ngày tới trạm.",
      "Thuốc viên huyết áp uống buổi sáng, tôi tới trạm sáng thứ Hai tuần trước.",
      SUBJECTS(HEALTH) },
    { "giao-duc", "46.SGDDT", true, { 2, 2, 2, 2, 3, 4, 5, 8, 8, 4, 3, 2 },
      "Bà con cho biết cháu học lớp nào để nhà trường kiểm tra.",
      "Cháu học lớp 4, lớp có 38 em, em nào cũng được báo như nhau.", SUBJECTS(SCHOOLS) },
    { "cuu-tro", "46.SNNMT", false, { 3, 3, 1, 1, 1, 1, 1, 1, 3, 14, 18, 12 },
      "Nhà có mấy người, và đã kê khai với tổ trưởng hay chưa?",
      "Nhà có 5 người, đã kê khai với tổ trưởng ngay hôm nước rút.", SUBJECTS(RELIEF),
      "Đợt hỗ trợ hoặc chính sách nào: Hỗ trợ sau đợt lụt vừa rồi||"
      "Đợt hỗ trợ hoặc chính sách nào: Nước uống và gạo phát ở nhà văn hóa" },
    { "thu-tuc", "46.HCC", false, { 6, 5, 6, 6, 6, 6, 7, 7, 6, 5, 5, 5 },
      "Bà con cho xin mã hồ sơ ghi trên giấy hẹn.",
      "Mã trên giấy hẹn kết thúc bằng 0317, nộp sáng thứ Tư.", SUBJECTS(COUNTER),
      "Mã hồ sơ hoặc ngày nộp hồ sơ: Giấy hẹn kết thúc bằng 0317||"
      "Mã hồ sơ hoặc ngày nộp hồ sơ: Nộp sáng thứ Tư tuần trước" },
    { "an-ninh", "46.CA", true, { 4, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4 },
      "Bà con có nhớ đặc điểm xe hoặc người không?",
      "Phần lớn là xe độ ống xả, không gắn gương, có chiếc không biển số.", SUBJECTS(SAFETY) },
    { "van-hoa", "46.SVHTT", true, { 2, 3, 3, 4, 4, 3, 3, 2, 2, 2, 2, 2 },
      "Bà con cho biết thấy lần đầu khi nào.",
      "Tôi thấy từ sau Tết, tới nay rộng ra gấp đôi.", SUBJECTS(CULTURE) },
    { "dich-vu-so", "46.SKHCN", false, { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 },
      "Bà con dùng máy gì, nhà mạng nào?",
      "Máy Android đời cũ, thử cả hai nhà mạng đều vậy.", SUBJECTS(DIGITAL),
      "Trang web, ứng dụng hoặc nhà mạng nào: Thử cả hai nhà mạng, trên máy Android\n"
      "Máy báo lỗi gì: Không kết nối được|"
      "Trang web, ứng dụng hoặc nhà mạng nào: Nhà mạng tôi dùng, mấy nhà bên cũng vậy" },
    { "khac", "46.VP", true, { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 },
      "Bà con nói rõ thêm muốn đặt ở đoạn nào.",
      "Đoạn có bóng cây, dài chừng 50 mét, từ đầu cầu trở vào.", SUBJECTS(OTHERS) },
};
/* clang-format on */
const size_t demo_topic_count = COUNT(demo_topics);
