/* Models of the demonstration of work and income. Made up by us. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo_models.h"

/* clang-format off */
const struct demo_matter demo_matters_economy[DEMO_MATTERS] = {
    { .metric = "Hộ thả nuôi xen ghép đúng lịch", .measure = "hộ",
      .source = "Sổ theo dõi vụ nuôi của tổ, đối chiếu phiếu mua giống",
      .needs = "Ba hộ chịu làm trước, một cán bộ khuyến nông, bộ kiểm tra nước khoảng ba "
         "triệu đồng.",
      .told = {
        { .unit = "19867", .key = "quangdien-xenghep", .begun = 26, .before = 14,
          .after = { 31, 46 }, .cost = 185000000, .households = 52, .workdays = 140,
          .name = "Ao hàng xóm cùng một con nước", .contact = "Chi hội trưởng nghề cá",
          .reason = "Ven phá Tam Giang, sáu vụ tôm thì bốn vụ mất trắng. Ai thấy nước "
             "đẹp thì thả, nhà bên xả bệnh ra là cả dãy ao cùng chết.",
          .goal = "Năm mươi hộ thả tôm, cua, cá dìa xen nhau theo một lịch; không còn ao "
             "nào xả thẳng khi có bệnh.",
          .way = "Họp dãy ao trước vụ, bắt thăm ngày thả. Mỗi dãy một người giữ máy đo "
             "độ mặn, báo lên nhóm lúc năm giờ sáng. Ao nào nghi bệnh thì treo cờ đỏ, cả "
             "dãy đóng cống ba ngày.",
          .place = "Bốn dãy ao ven phá, 52 hộ nuôi dưới một héc-ta.",
          .forces = "Chi hội nghề cá giữ lịch; Hội Nông dân lo giống; trạm khuyến nông "
             "dạy đo nước.",
          .resources = "185 triệu đồng, nửa là vốn vay; hai vụ.",
          .product = "Lịch thả có chữ ký từng dãy; sổ đo nước hằng ngày; hóa đơn giống.",
          .upkeep = "Phí đo nước hai nghìn đồng mỗi ngày mỗi hộ, tổ tự thu; xã chỉ dự "
             "họp đầu vụ.",
          .failures[0] = "Vụ đầu bảy hộ thả sớm vì sợ trễ giá, cua chết một phần ba. Cờ "
             "đỏ có nhà ngại không chịu treo.",
          .failures[1] = "Lũ tháng mười làm vỡ hai bờ, cá dìa ra phá hết; phần vỡ bờ "
             "chưa ai chịu chi." },
        { .unit = "19942", .key = "phuvang-caloc", .begun = 20, .before = 9,
          .after = { 17, 22 }, .cost = 96000000, .households = 31, .workdays = 75,
          .name = "Nuôi thưa lại, sống được lâu hơn", .contact = "Trưởng thôn",
          .reason = "Thả dày mười lăm con một mét vuông, thức ăn thừa đọng đáy. Ba mươi "
             "hộ nợ đại lý thức ăn từ 40 tới 200 triệu đồng.",
          .goal = "Hạ mật độ còn ba con, thêm cá đối ăn đáy; mỗi hộ trả được một phần nợ "
             "sau hai vụ.",
          .way = "Mời chủ nợ cùng họp: giãn nợ cho ai nuôi thưa. Hộ nuôi lâu năm mở ao "
             "cho xem khi kéo lưới. Cân thức ăn trước mặt nhau, ghi bảng ở chòi canh.",
          .place = "Thôn ven đầm, 31 hộ có ao đất.",
          .forces = "Hội Nông dân đứng ra nói với đại lý; hai hộ làm trước kèm mười hộ.",
          .resources = "96 triệu đồng mua giống cá đối và vôi; vốn của dân.",
          .product = "Giấy giãn nợ có chữ ký đại lý; bảng cân thức ăn; sổ bán.",
          .upkeep = "Đại lý thấy thu được nợ nên tự giới thiệu hộ mới.",
          .failures[0] = "Nuôi thưa thì ít tiền mặt giữa vụ, bốn hộ quay lại thả dày. Cá "
             "đối giống phải đặt trước hai tháng.",
          .failures[1] = "Một đợt mưa lớn làm nước ngọt hóa, cua lột chết; phần ai giữ "
             "mặn được thì không sao." },
        { .unit = "20122", .key = "vinhloc-xenghep", .life = GOES_SILENT, .begun = 28,
          .before = 6, .after = { 17 }, .cost = 64000000, .households = 24,
          .workdays = 60, .name = "Cống chung, lịch chung ở đầm Cầu Hai",
          .contact = "Tổ trưởng tổ nuôi",
          .reason = "Hai mươi bốn hộ dùng chung một mương cấp, cũng là mương thải. Hộ "
             "cuối mương nhận nước bẩn của cả dãy.",
          .goal = "Tách giờ cấp và giờ xả; không hộ nào phải thay nước bằng nước thải "
             "nhà khác.",
          .way = "Thống nhất giờ mở cống theo con nước, ghi trên bảng tôn ở đầu mương. "
             "Cử người giữ chìa khóa luân phiên từng tháng. Xả ngoài giờ phải báo trước "
             "một buổi.",
          .place = "Dãy ao phía trong đê, thôn ven đầm.",
          .forces = "Tổ nuôi chung; thôn giữ chìa khóa dự phòng.",
          .resources = "64 triệu đồng làm lại cửa cống, nửa do dân góp.",
          .product = "Bảng giờ mở cống; sổ giao chìa khóa.",
          .upkeep = "Cần sửa cửa cống ba năm một lần, dự tính sáu triệu đồng.",
          .failures[0] = "Người giữ chìa khóa hay đi vắng; hai lần mở trễ một con nước." }, } },
    { .metric = "Ruộng trũng bỏ hoang", .measure = "sào",
      .source = "Biên bản đo của thôn với hợp tác xã",
      .needs = "Một vùng trũng liền thửa từ mười sào và người mua hạt hẹn giá trước.",
      .told = {
        { .unit = "19831", .key = "phongdinh-sen", .begun = 23, .before = 118,
          .after = { 71, 34 }, .cost = 74000000, .households = 28, .workdays = 210,
          .name = "Đất trũng Ô Lâu lên sen", .contact = "Giám đốc hợp tác xã",
          .reason = "Vùng trũng ven sông Ô Lâu ngập từ tháng chín, vụ hè thu lại nhiễm "
             "phèn. Người trẻ đi xa, 118 sào bỏ cỏ.",
          .goal = "Hai năm đưa tám mươi sào vào trồng sen lấy hạt, ruộng ai vẫn là của "
             "nấy.",
          .way = "Hợp tác xã mượn ruộng ba vụ, ghi giấy trả lại lúc nào cũng được. Chia "
             "công theo sào. Hẹn người mua hạt từ tháng ba, đổ cọc một phần năm. Mô đất "
             "chỗ nông để trồng rau.",
          .place = "Hai tổ dân phố ven sông, 28 hộ có ruộng trũng.",
          .forces = "Hợp tác xã đứng giấy; Hội Phụ nữ bóc hạt; thanh niên làm bờ.",
          .resources = "74 triệu đồng giống và bờ; làm từ tháng hai tới tháng bảy.",
          .product = "Giấy mượn ruộng; sổ công; phiếu cân hạt.",
          .upkeep = "Vụ thứ hai lấy tiền vụ đầu mua giống; giữ lại một phần mười phòng "
             "lũ.",
          .failures[0] = "Vụ đầu ốc bươu vàng ăn mất sáu sào non. Năm hộ đòi lại ruộng "
             "giữa vụ vì thấy có giá.",
          .failures[1] = "Giá hạt tụt còn một nửa vào tháng bảy; phải sấy để dành mà máy "
             "sấy nhỏ." },
        { .unit = "19804", .key = "huongan-sen", .begun = 15, .before = 42,
          .after = { 25, 12 }, .cost = 38000000, .households = 17, .workdays = 90,
          .metric = "Mặt hồ làng còn bẩn, bỏ hoang", .measure = "sào",
          .source = "Thước dây quanh hồ, ba xóm cùng đo",
          .needs = "Mỗi hồ một xóm chịu giữ, hai ngày máy múc.",
          .name = "Hồ làng lại có sen", .contact = "Tổ trưởng tổ dân phố",
          .reason = "Ba hồ làng thành chỗ đổ rạ và xà bần, mùa hè bốc mùi. Nhà quanh hồ "
             "quay lưng lại hồ.",
          .goal = "Dọn ba hồ, trồng sen trắng; quanh hồ đi lại được.",
          .way = "Chia mỗi hồ cho một xóm. Vớt bùn ba ngày chủ nhật, bùn chở ra vườn ai "
             "cần. Cắm tre chia luống để còn thả cá. Xóm nào giữ hồ thì xóm đó hái hoa "
             "bán rằm.",
          .place = "Ba hồ làng giữa khu dân cư.",
          .forces = "Ba xóm; Đoàn thanh niên vớt bùn; trường tiểu học vẽ bảng.",
          .resources = "38 triệu đồng thuê máy múc hai ngày; còn lại công dân.",
          .product = "Ảnh trước, sau cùng một chỗ đứng; sổ bán hoa của xóm.",
          .upkeep = "Tiền hoa đủ mua giống dặm; xóm tự giữ.",
          .failures[0] = "Trâu xuống ăn sen hai lần, phải rào lại. Có hộ vẫn đổ nước rửa "
             "chuồng ra hồ.",
          .failures[1] = "Hồ thứ ba bị nước thải chảy vào, sen thối gốc; chờ phường nối "
             "cống." },
        { .unit = "19918", .key = "phuho-sen", .life = IS_STOPPED, .begun = 30,
          .before = 60, .after = { 41, 52 }, .cost = 45000000, .households = 19,
          .workdays = 120, .name = "Sen trên chân ruộng một vụ",
          .contact = "Chi hội trưởng nông dân",
          .reason = "Chân ruộng thấp chỉ làm được một vụ đông xuân, sáu tháng còn lại để "
             "trống.",
          .goal = "Trồng sen nối vụ trên sáu mươi sào để có thêm một lần thu.",
          .way = "Gặt xong đông xuân thì giữ nước, cấy ngó sen mua ở vùng khác. Mười "
             "chín hộ góp ruộng một cánh để khỏi đắp bờ riêng.",
          .place = "Một cánh đồng trũng của hai thôn.",
          .forces = "Chi hội nông dân; hợp tác xã giữ nước.",
          .resources = "45 triệu đồng mua ngó sen, hộ góp theo sào.",
          .product = "Sổ chia công, biên bản đo ruộng.",
          .upkeep = "Định lấy tiền hạt mua giống vụ sau.",
          .failures[0] = "Ngó về trễ, cấy nhằm nắng tháng sáu, chết một nửa.",
          .failures[1] = "Vụ sau giữ nước cho sen thì trễ lịch gieo đông xuân, hai bên "
             "cãi nhau.",
          .learned = "Sen nối vụ chỉ hợp nơi chủ động thoát nước. Ở đây giữ nước cho sen "
             "làm trễ vụ lúa chính; lần sau phải hỏi lịch nước của hợp tác xã trước khi "
             "mua giống." }, } },
    { .metric = "Hộ nghèo, cận nghèo đang có bò", .measure = "hộ",
      .source = "Sổ luân chuyển của thôn, cán bộ thú y ký mỗi quý",
      .needs = "Đàn giống ban đầu từ năm con, người chịu đi xem chuồng hằng tuần.",
      .told = {
        { .unit = "20101", .key = "aluoi4-bo", .begun = 31, .before = 5,
          .after = { 14, 23, 31 }, .cost = 150000000, .households = 38, .workdays = 95,
          .name = "Con bò đi vòng trong thôn", .contact = "Già làng",
          .reason = "Bò cấp theo chương trình hay bị bán lúc giáp hạt. Nhà chưa tới lượt "
             "thì không có gì, ba năm thôn chỉ còn năm con.",
          .goal = "Sau ba năm, ba mươi hộ có bò mà không xin thêm con nào.",
          .way = "Năm con đầu giao năm nhà, đẻ con cái đầu thì chuyển cho nhà kế. Ai "
             "nhận do cả thôn giơ tay. Già làng giữ sổ, mỗi con một thẻ tai. Muốn bán "
             "phải nói trước buổi họp thôn.",
          .place = "Ba thôn người Tà Ôi, Pa Cô; 38 hộ nghèo, cận nghèo.",
          .forces = "Già làng; Hội Nông dân; cán bộ thú y tiêm phòng.",
          .resources = "150 triệu đồng mua năm bò cái và làm chuồng; ba năm.",
          .product = "Sổ luân chuyển, ảnh từng con có thẻ tai.",
          .upkeep = "Con đầu trả xong thì bò là của hộ; không cần tiền mới.",
          .failures[0] = "Năm đầu chết hai bê vì rét, phải học cách che chuồng.",
          .failures[1] = "Một hộ bán bò không báo; thôn bắt trả bằng công làm chuồng cho "
             "nhà khác.",
          .failures[2] = "Thiếu cỏ ba tháng mùa mưa; trồng cỏ voi mới đủ cho hai phần ba "
             "đàn." },
        { .unit = "20182", .key = "longquang-de", .begun = 19, .before = 4,
          .after = { 11, 18 }, .cost = 68000000, .households = 26, .workdays = 40,
          .metric = "Hộ có dê giống", .measure = "hộ",
          .source = "Sổ giao dê của chi hội phụ nữ",
          .needs = "Hai dê mẹ cho một nhóm ba hộ, chuồng sàn, người giữ sổ.",
          .name = "Hai dê mẹ, ba năm", .contact = "Chi hội trưởng phụ nữ",
          .reason = "Đất dốc, bò đi không nổi. Hộ Cơ Tu ở xa đường không có gì đem ra "
             "chợ hằng tháng.",
          .goal = "Mười tám hộ có dê, mỗi năm bán được ít nhất ba con.",
          .way = "Giao hai dê mẹ mỗi hộ, trả lại bốn dê con cho nhà sau. Ba hộ một nhóm "
             "thay nhau chăn để còn đi rừng. Bán chung một ngày trong tháng, cân trước "
             "mặt nhau.",
          .place = "Hai thôn xa trung tâm xã, 26 hộ.",
          .forces = "Chi hội phụ nữ giữ sổ; thanh niên làm chuồng sàn.",
          .resources = "68 triệu đồng; chuồng do các hộ tự đốn cây làm.",
          .product = "Sổ giao, sổ cân bán hằng tháng.",
          .upkeep = "Số dê trả lại đủ cho vòng hai; nhóm bầu lại mỗi năm.",
          .failures[0] = "Dê ăn lúa rẫy của nhà khác, phải đền hai lần; nay nhóm có giờ "
             "thả.",
          .failures[1] = "Chó hoang cắn năm con; làm lại chuồng cao hơn." },
        { .unit = "19819", .key = "phongdien-bo", .begun = 12, .before = 8,
          .after = { 15 }, .cost = 90000000, .households = 22, .workdays = 35,
          .name = "Ngân hàng bê dưới chân đồi", .contact = "Chủ tịch Hội Nông dân phường",
          .reason = "Cỏ đồi nhiều mà hộ già, hộ neo đơn không có vốn; bò cho mượn nuôi "
             "rẻ thì người nuôi thiệt.",
          .goal = "Hai mươi hộ được nhận bê, giữ lại một nửa giá trị khi bán.",
          .way = "Hộ có bò góp bê vào ngân hàng, nhận lại bằng bê sau hai năm. Người "
             "nuôi hưởng phần tăng cân, cân đầu và cân cuối có bên thứ ba. Cam kết viết "
             "một trang, đọc to trước khi ký.",
          .place = "Sáu tổ dân phố vùng gò đồi, 22 hộ.",
          .forces = "Hội Nông dân giữ cân; hội người cao tuổi giới thiệu hộ.",
          .resources = "90 triệu đồng là giá trị bê được góp; không có tiền mặt.",
          .product = "Giấy cân hai đầu; danh sách bê góp.",
          .upkeep = "Người góp được trả trước, nên còn người góp tiếp.",
          .failures[0] = "Hai bê sụt cân vì hộ nhận đã yếu; lần sau xét người thay thế "
             "trước." }, } },
    { .metric = "Hộ có nơi mua rau hẹn trước", .measure = "hộ",
      .source = "Hợp đồng mua bán của tổ, sổ giao hàng",
      .needs = "Mười hộ liền ruộng, nơi mua cam kết ít nhất ba tháng, chỗ sơ chế có nước "
         "sạch.",
      .told = {
        { .unit = "20014", .key = "hoachau-rau", .begun = 27, .before = 7,
          .after = { 19, 33 }, .cost = 120000000, .households = 46, .workdays = 160,
          .name = "Rau sáng ra chợ có tên người trồng", .contact = "Tổ trưởng tổ hợp tác",
          .reason = "Bốn mươi sáu hộ trồng rau ven đô bán cho thương lái lúc ba giờ "
             "sáng, giá do người mua nói. Ruộng gần nhau mà phun thuốc khác ngày.",
          .goal = "Ba mươi hộ bán có tên, có hẹn; ruộng phun thuốc theo lịch chung.",
          .way = "Mỗi bó buộc lạt tre, thẻ ghi tên và ngày hái. Sổ thuốc treo ở đầu bờ, "
             "ai đi qua cũng đọc được. Ba bếp ăn trường học và một siêu thị đặt theo "
             "tuần; thiếu thì nhà bên bù.",
          .place = "Cánh rau màu ven sông, 46 hộ.",
          .forces = "Tổ hợp tác; Hội Phụ nữ kiểm sổ thuốc; y tế phường thử nhanh mỗi "
             "tháng.",
          .resources = "120 triệu đồng làm nhà sơ chế; 40 triệu do tổ vay.",
          .product = "Hợp đồng theo quý; kết quả thử nhanh dán ở nhà sơ chế.",
          .upkeep = "Trích 300 đồng mỗi ký để thử mẫu; đã tự lo được chín tháng.",
          .failures[0] = "Tuần mưa không đủ hàng, trường trả lại hợp đồng một tháng. Hai "
             "hộ mua rau ngoài buộc thẻ của mình, tổ cho nghỉ một vụ.",
          .failures[1] = "Lũ tháng mười một mất trắng; không có quỹ giống nên chậm ba "
             "tuần." },
        { .unit = "19858", .key = "phongthai-phanu", .begun = 17, .before = 3,
          .after = { 12, 21 }, .cost = 42000000, .households = 25, .workdays = 110,
          .name = "Bèo tây thành phân, rau bớt thuốc", .contact = "Kỹ sư về hưu, tổ viên",
          .reason = "Kênh đầy bèo, ruộng thì mua phân hóa học mỗi sào gần ba trăm nghìn "
             "đồng một vụ.",
          .goal = "Hai mươi hộ dùng phân ủ, bán rau cho cửa hàng có kiểm tra.",
          .way = "Vớt bèo đổi công thủy lợi. Ủ với rơm và chế phẩm, bốn mươi lăm ngày, "
             "đo nóng bằng que tre. Hộ nào đạt ba lần thử mới được đưa rau vào cửa hàng.",
          .place = "Hai tổ dân phố có kênh tưới, 25 hộ.",
          .forces = "Tổ thủy nông; chi hội phụ nữ; một kỹ sư về hưu.",
          .resources = "42 triệu đồng bạt và chế phẩm; công của dân.",
          .product = "Sổ ủ từng đống; phiếu thử; hợp đồng cửa hàng.",
          .upkeep = "Bán bớt phân cho nhà trồng hoa để mua chế phẩm.",
          .failures[0] = "Đống đầu thối vì quá ướt, nhà bên phản ánh mùi. Phải dời xa "
             "nhà trăm mét.",
          .failures[1] = "Cửa hàng trả tiền chậm hai tháng, bốn hộ nản bỏ." },
        { .unit = "19975", .key = "huongthuy-rau", .life = WAITS, .begun = 4, .before = 0,
          .cost = 28000000, .households = 15, .workdays = 0,
          .name = "Vườn rau sau trường học", .contact = "Chi hội trưởng phụ nữ",
          .reason = "Mười lăm hộ có đất trống sau trường, bếp ăn bán trú lại mua rau ở "
             "chợ đầu mối.",
          .goal = "Mười lăm hộ cấp đủ rau cho bếp ăn ba ngày một tuần.",
          .way = "Trường đưa thực đơn trước hai tuần; các hộ chia luống theo thực đơn. "
             "Phụ huynh trực kiểm tra sổ thuốc mỗi sáng nhận hàng.",
          .place = "Đất vườn quanh trường tiểu học.",
          .forces = "Ban đại diện phụ huynh; Hội Phụ nữ; nhà trường.",
          .resources = "28 triệu đồng hệ thống tưới, xin phường một nửa.",
          .product = "Sổ nhận rau có chữ ký phụ huynh trực.",
          .upkeep = "Tiền rau trả theo tuần, không nợ." }, } },
    { .metric = "Thu nhập bình quân một thợ mỗi tháng", .measure = "nghìn đồng",
      .source = "Sổ bán của tổ, cộng ba tháng chia đều",
      .needs = "Mười thợ làm đều tay và một người biết chụp ảnh, gửi hàng.",
      .told = {
        { .unit = "20071", .key = "aluoi3-zeng", .begun = 29, .before = 900,
          .after = { 1650, 2300 }, .cost = 88000000, .households = 34, .workdays = 70,
          .name = "Khung zèng bên bếp lửa", .contact = "Tổ trưởng tổ dệt",
          .reason = "Phụ nữ dệt zèng giỏi nhưng chỉ dệt khi có đám. Người ngoài mua lại "
             "một tấm chín trăm nghìn, đem xuống phố bán gấp ba.",
          .goal = "Ba mươi thợ bán thẳng được; mỗi tháng trên hai triệu đồng.",
          .way = "Mỗi tấm có tờ giấy: ai dệt, mấy ngày, hoa văn nghĩa là chi. Chia việc "
             "theo cỡ tay: tấm lớn cho người lành nghề, túi nhỏ cho người mới. Mỗi tối "
             "thứ năm dạy con gái trong thôn.",
          .place = "Ba thôn, 34 thợ.",
          .forces = "Hội Phụ nữ; hai nghệ nhân; giáo viên chụp ảnh.",
          .resources = "88 triệu đồng mua sợi gối đầu và máy may; hai năm.",
          .product = "Sổ bán có mã từng tấm; ảnh thợ cùng tấm vải.",
          .upkeep = "Trả lại tiền sợi khi bán; quỹ sợi chưa hao sau ba vòng.",
          .failures[0] = "Sợi rẻ phai màu, phải nhận lại 26 túi. Nay chỉ mua một nơi.",
          .failures[1] = "Đơn 200 túi dồn vào mùa rẫy, trễ hẹn mười ngày, khách bớt tiền." },
        { .unit = "19885", .key = "dandien-mayttre", .begun = 21, .before = 2600,
          .after = { 3100, 3900 }, .cost = 56000000, .households = 27, .workdays = 55,
          .name = "Đan tre làm theo bản vẽ của người đặt",
          .contact = "Phó giám đốc hợp tác xã",
          .reason = "Rổ rá nhựa rẻ hơn, làng đan tre còn người trên năm mươi. Có đơn lạ "
             "thì không ai đọc được bản vẽ.",
          .goal = "Hai mươi bảy thợ làm được mười mẫu đèn, giỏ mới; giữ năm người dưới "
             "ba mươi tuổi.",
          .way = "Sinh viên kiến trúc ra ở một tuần, vẽ tỉ lệ một một. Thợ làm mẫu "
             "trước, tính giờ rồi mới ra giá. Hàng lỗi không bán rẻ mà treo ở nhà trưng "
             "bày để dạy.",
          .place = "Làng nghề đan tre, 27 thợ.",
          .forces = "Hợp tác xã; trường đại học; hội người cao tuổi.",
          .resources = "56 triệu đồng lò hấp chống mọt.",
          .product = "Mười bản vẽ kèm giờ công; sổ đơn hàng.",
          .upkeep = "Lò hấp cho thuê ngoài giờ đủ tiền điện.",
          .failures[0] = "Lô đèn đầu mọt sau hai tháng vì hấp thiếu giờ; đền 40 cái.",
          .failures[1] = "Người trẻ bỏ hai trong năm, đi làm công ty; còn lại ba." },
        { .unit = "19930", .key = "mythuong-hoagiay", .begun = 14, .before = 1200,
          .after = { 1500 }, .cost = 30000000, .households = 18, .workdays = 25,
          .name = "Hoa giấy bán quanh năm", .contact = "Tổ trưởng làng nghề",
          .reason = "Hoa giấy chỉ bán một tháng giáp tết; mười một tháng còn lại thợ đi "
             "phụ hồ.",
          .goal = "Có ba mẫu hàng bán ngoài mùa tết cho mười tám thợ.",
          .way = "Làm sen giấy khung tre cho quán và lễ cưới. Nhận khách tới tự làm một "
             "bông, thu tiền vé. Lịch đón khách xoay vòng từng nhà.",
          .place = "Một làng bên sông, 18 nhà làm hoa.",
          .forces = "Hội Phụ nữ; đoàn thanh niên giữ trang bán hàng.",
          .resources = "30 triệu đồng làm chòi đón khách.", .product = "Sổ vé, sổ đơn.",
          .upkeep = "Trích vé sửa chòi hằng năm.",
          .failures[0] = "Giấy nhuộm gặp mưa lem màu, phải đổi phẩm. Khách đoàn tới cùng "
             "lúc, ngồi không đủ chỗ." }, } },
    { .metric = "Quả bán có tem truy xuất", .measure = "tạ",
      .source = "Sổ tem của hợp tác xã",
      .needs = "Vườn từ ba sào có ghi sổ, cân và máy in tem khoảng năm triệu đồng.",
      .told = {
        { .unit = "19813", .key = "thuyxuan-thanhtra", .begun = 33, .before = 45,
          .after = { 120, 210, 260 }, .cost = 140000000, .households = 58,
          .workdays = 130, .name = "Thanh trà có tên vườn",
          .contact = "Giám đốc hợp tác xã",
          .reason = "Thanh trà nơi khác chở tới bán lẫn bên đường, khách ăn chua thì chê "
             "cả vùng. Trái nhà vườn thật lại không ai biết.",
          .goal = "Sáu mươi vườn dán tem; khách quét là thấy vườn và ngày hái.",
          .way = "Mỗi vườn một mã, chỉ in tem theo số cây đã đếm trước mùa. Ba người cao "
             "tuổi nếm trước khi cho hái đợt đầu. Vườn nào bán trái ngoài với tem mình "
             "thì mất mã một năm.",
          .place = "Vùng vườn ven sông Hương, 58 vườn.",
          .forces = "Hợp tác xã; Hội Nông dân; chủ vườn cao tuổi.",
          .resources = "140 triệu đồng gồm máy in, túi bọc trái; ba mùa.",
          .product = "Bảng đếm cây có chữ ký nhà bên; sổ tem.",
          .upkeep = "Tem 200 đồng, thu đủ mực và giấy.",
          .failures[0] = "Mùa đầu in tem theo lời khai, dư bốn nghìn tem; từ mùa sau đếm "
             "cây chéo.",
          .failures[1] = "Hai vườn bị thu mã, một nhà giận không họp nữa.",
          .failures[2] = "Bão làm rụng non một phần tư; tem in trước phải hủy, nay in "
             "làm hai đợt." },
        { .unit = "20017", .key = "kimtra-buoi", .begun = 18, .before = 20,
          .after = { 47, 64 }, .cost = 52000000, .households = 30, .workdays = 80,
          .name = "Vườn bưởi ghi sổ chung", .contact = "Chi hội trưởng nông dân",
          .reason = "Mỗi nhà vài chục gốc, thương lái mua mão cả vườn lúc trái còn non, "
             "giá thấp hơn bán lẻ một nửa.",
          .goal = "Ba mươi vườn không bán mão nữa; có nơi cân, có tem.",
          .way = "Thuê chung một kho ba mươi mét vuông. Ngày hái ghi trên tờ lịch kho, "
             "mỗi ngày tối đa mười vườn. Phân hai loại bằng vòng thép, ai cũng tự thử "
             "được.",
          .place = "Bốn tổ dân phố ven sông Bồ.",
          .forces = "Chi hội nông dân; đoàn thanh niên bán trên mạng.",
          .resources = "52 triệu đồng, tiền kho các vườn chia đều.",
          .product = "Sổ cân từng vườn, tờ lịch kho.",
          .upkeep = "Phí kho tính theo ký, dư để sửa mái.",
          .failures[0] = "Trái để kho ba tuần bị khô cuống; chỉ giữ được mười hai ngày.",
          .failures[1] = "Năm vườn cần tiền gấp vẫn bán mão; phải có quỹ ứng trước." },
        { .unit = "20179", .key = "namdong-cam", .begun = 22, .before = 30,
          .after = { 70, 95 }, .cost = 110000000, .households = 41, .workdays = 150,
          .name = "Cam Nam Đông hái đúng độ", .contact = "Giám đốc hợp tác xã",
          .reason = "Bán sớm để tránh mưa, cam chua, năm sau khách không mua lại. Nhà "
             "nào cũng sợ hái muộn bị trộm.",
          .goal = "Bốn mươi vườn đo ngọt trước khi hái; không bán dưới mười độ.",
          .way = "Ba máy đo độ ngọt chuyền tay. Đội canh vườn mười hai người, thay phiên "
             "ba đêm một. Vườn đạt độ mới được cấp túi.",
          .place = "Ba thôn trồng cam, 41 hộ Kinh và Cơ Tu.",
          .forces = "Hợp tác xã; dân quân góp giờ canh; Hội Cựu chiến binh.",
          .resources = "110 triệu đồng máy đo, túi, đèn pin; công canh của dân.",
          .product = "Sổ đo từng vườn; lịch canh.",
          .upkeep = "Mỗi túi trích 500 đồng trả tiền canh.",
          .failures[0] = "Máy đo lệch nhau hai độ, cãi nhau một mùa; nay so máy mỗi sáng.",
          .failures[1] = "Bệnh vàng lá lan nhanh sau mưa, chặt bỏ bảy trăm gốc." }, } },
    { .metric = "Rừng giữ trên tám năm mới khai thác", .measure = "héc-ta",
      .source = "Cam kết của hộ, hạt kiểm lâm đối chiếu bản đồ",
      .needs = "Nhóm từ hai mươi hộ liền khoảnh, người đo cây, nguồn tiền lúc giáp hạt.",
      .told = {
        { .unit = "20035", .key = "binhdien-rung", .begun = 34, .before = 40,
          .after = { 160, 310 }, .cost = 240000000, .households = 63, .workdays = 90,
          .name = "Cây keo đợi thêm bốn năm", .contact = "Trưởng nhóm hộ rừng",
          .reason = "Keo bốn năm đã cưa bán dăm vì cần tiền học phí tháng chín. Đồi trọc "
             "gặp mưa, bùn xuống lòng hồ và vườn dưới.",
          .goal = "Ba trăm héc-ta giữ qua năm thứ tám, bán gỗ xẻ.",
          .way = "Quỹ cho vay học phí, trả lúc bán gỗ. Mười hai nhóm hộ liền khoảnh đo "
             "cây ô mẫu mỗi năm, viết lên cọc. Ai muốn cưa sớm thì nhóm mua lại phần còn "
             "lại.",
          .place = "Bốn thôn vùng đồi, 63 hộ có rừng từ một héc-ta.",
          .forces = "Nhóm hộ; Hội Nông dân giữ quỹ; kiểm lâm địa bàn.",
          .resources = "240 triệu đồng quỹ vay; công đo của dân.",
          .product = "Bản đồ khoảnh có tên hộ; sổ vay; số đo cọc.",
          .upkeep = "Quỹ thu được 96 phần trăm, lãi trả công đo.",
          .failures[0] = "Bão quật gãy mười hai héc-ta năm thứ sáu, hộ mất hơn lúc bán "
             "sớm. Chưa có bảo hiểm nào nhận.",
          .failures[1] = "Hai nhóm tan vì bán đất; lần sau ghi cả người mua kế tiếp vào "
             "cam kết." },
        { .unit = "20131", .key = "hungloc-rung", .begun = 25, .before = 25,
          .after = { 80 }, .cost = 60000000, .households = 36, .workdays = 45,
          .name = "Rừng chung chứng chỉ", .contact = "Trưởng hội chủ rừng",
          .reason = "Nhà máy chỉ mua giá cao khi có chứng chỉ, mà một hộ hai héc-ta thì "
             "tự làm hồ sơ không nổi.",
          .goal = "Ba mươi sáu hộ vào một hồ sơ; tám mươi héc-ta được cấp.",
          .way = "Một người trong thôn học làm hồ sơ rồi chỉ lại. Mỗi nhà treo bảng "
             "những việc cấm: đốt thực bì, vứt chai thuốc. Nhóm tự kiểm tra chéo trước "
             "khi đoàn tới.",
          .place = "Ba thôn, 36 hộ.", .forces = "Hội chủ rừng; nhà máy trả phí đánh giá.",
          .resources = "60 triệu đồng, nhà máy ứng.",
          .product = "Chứng chỉ nhóm; biên bản kiểm tra chéo.",
          .upkeep = "Phí năm trừ vào giá bán thêm.",
          .failures[0] = "Ba hộ đốt thực bì ngay trước ngày đoàn tới, cả nhóm bị hoãn "
             "sáu tháng." },
        { .unit = "20107", .key = "phuloc-rung", .life = GOES_SILENT, .begun = 27,
          .before = 18, .after = { 44 }, .cost = 35000000, .households = 21,
          .workdays = 30, .metric = "Rừng quanh đầu khe đã trồng xen cây bản địa",
          .measure = "héc-ta", .source = "Đếm cây sống trong vòng năm mươi mét",
          .needs = "Cây giống có người tưới mùa đầu, thỏa thuận với nhà có rừng.",
          .name = "Trồng xen cây bản địa trên đồi keo", .contact = "Trưởng thôn",
          .reason = "Keo thuần loài, khe cạn từ tháng năm; bà con dưới chân đồi phải mua "
             "nước.",
          .goal = "Trồng xen lim, chò trên bốn mươi héc-ta quanh đầu khe.",
          .way = "Chọn ba khe lấy nước. Trong vòng năm mươi mét không cưa trắng, trồng "
             "dặm cây bản địa. Nhà dùng nước góp công phát cỏ cho nhà có rừng.",
          .place = "Ba khe phía tây xã, 21 hộ có rừng.",
          .forces = "Hội Nông dân; ban quản lý nước thôn.",
          .resources = "35 triệu đồng cây giống xin dự án.",
          .product = "Bản đồ vòng năm mươi mét; số cây sống.",
          .upkeep = "Cần người phát cỏ ít nhất bốn năm đầu.",
          .failures[0] = "Cây bản địa sống bốn phần mười; nắng tháng sáu không ai tưới." }, } },
    { .metric = "Ruộng gieo cùng giống, cùng ngày", .measure = "héc-ta",
      .source = "Lịch gieo của hợp tác xã, đối chiếu phiếu làm đất",
      .needs = "Một cánh liền bờ, máy làm đất hẹn trước, người nói được với từng nhà.",
      .told = {
        { .unit = "19918", .key = "phuho-motgiong", .begun = 24, .before = 35,
          .after = { 90, 140 }, .cost = 45000000, .households = 210, .workdays = 60,
          .name = "Một cánh đồng, một ngày xuống giống", .contact = "Giám đốc hợp tác xã",
          .reason = "Mười hai giống lúa trên một cánh, chín rải rác hai mươi ngày. Máy "
             "gặt tới rồi về vì không đủ việc, tính giá cao.",
          .goal = "Một trăm bốn mươi héc-ta gieo trong năm ngày bằng hai giống.",
          .way = "Họp từng xứ đồng tại bờ, không họp hội trường. Chọn giống bằng phiếu "
             "kín. Ai muốn giữ giống riêng thì gom về một góc cuối kênh. Ký máy gặt cả "
             "cánh.",
          .place = "Ba xứ đồng, 210 hộ.",
          .forces = "Hợp tác xã; tổ trưởng thủy nông; Mặt trận thôn.",
          .resources = "45 triệu đồng hỗ trợ giống đợt đầu.",
          .product = "Phiếu chọn giống; bảng gieo; hợp đồng máy gặt.",
          .upkeep = "Giá gặt giảm 30 nghìn đồng mỗi sào nên hộ tự giữ.",
          .failures[0] = "Vụ đầu mưa dập đúng năm ngày đã hẹn, cả cánh gieo lại. Nay "
             "chia hai đợt.",
          .failures[1] = "Mười chín hộ làm công ty về không kịp ngày gieo, phải nhờ đội "
             "gieo thuê." },
        { .unit = "19969", .key = "thanhthuy-donthua", .begun = 16, .before = 20,
          .after = { 42, 55 }, .cost = 70000000, .households = 96, .workdays = 140,
          .metric = "Ruộng đã phá bờ nhỏ, ranh giữ bằng cọc", .measure = "héc-ta",
          .source = "Biên bản chôn cọc của địa chính",
          .needs = "Bản đồ trải giữa sân, cọc có tọa độ, sáu tháng để đổi ý.",
          .name = "Phá bờ nhỏ, đi máy lớn", .contact = "Chủ tịch Mặt trận phường",
          .reason = "Mỗi nhà sáu bảy thửa, thửa nhỏ nhất hơn trăm mét. Máy cấy không "
             "quay đầu được.",
          .goal = "Năm mươi héc-ta phá bờ vùng thấp, ranh giữ bằng cọc bê tông.",
          .way = "Vẽ lại thửa trên bản đồ lớn trải giữa sân, ai đổi với ai thì dán giấy "
             "màu. Chôn cọc trước khi phá bờ, có tọa độ. Sáu tháng đầu ai muốn đắp lại "
             "bờ cũ vẫn được.",
          .place = "Hai cánh đồng phía nam phường, 96 hộ.",
          .forces = "Mặt trận chủ trì; địa chính đo; hợp tác xã.",
          .resources = "70 triệu đồng cọc và máy; không thu của dân.",
          .product = "Bản đồ đổi thửa có chữ ký hai bên; biên bản chôn cọc.",
          .upkeep = "Cọc giữ ranh lâu dài; chi phí một lần.",
          .failures[0] = "Ba nhà đắp lại bờ vì sợ mất đất, đứng giữa cánh; phải đổi thửa "
             "cho họ ra rìa.",
          .failures[1] = "Ruộng thấp đọng nước phía cuối; thêm một cống." },
        { .unit = "19885", .key = "dandien-lichgieo", .begun = 11, .before = 48,
          .after = { 75 }, .cost = 22000000, .households = 130, .workdays = 20,
          .metric = "Ruộng cuối kênh gieo kịp lịch", .measure = "héc-ta",
          .source = "Sổ mở nước, đối chiếu ngày gieo",
          .needs = "Một bức tường, sơn, và người cuối kênh giữ sổ.",
          .name = "Lịch nước viết lên tường trạm bơm", .contact = "Tổ trưởng thủy nông",
          .reason = "Bơm theo tiếng kêu: nhà gần trạm đủ nước, nhà cuối kênh gieo trễ "
             "mười ngày.",
          .goal = "Bảy mươi héc-ta cuối kênh gieo cùng lúc với đầu kênh.",
          .way = "Sơn lịch bơm lên tường trạm, bơm từ cuối kênh ngược lên. Người cuối "
             "kênh giữ sổ mở nước. Trễ lịch phải ghi lý do trên tường.",
          .place = "Kênh tưới dài ba cây số, 130 hộ.",
          .forces = "Tổ thủy nông; hộ cuối kênh; hợp tác xã.",
          .resources = "22 triệu đồng nạo kênh.",
          .product = "Bức tường có lịch; sổ mở nước.",
          .upkeep = "Sơn lại đầu mỗi vụ, tốn nửa ngày.",
          .failures[0] = "Mất điện ba hôm, lịch vỡ; phải thêm một hàng dự phòng." }, } },
    { .metric = "Quầy niêm yết giá và bán đúng", .measure = "quầy",
      .source = "Đếm quầy ngày rằm và mồng một, có tiểu thương chứng kiến",
      .needs = "Một cân đối chứng, bảng giá rẻ tiền, tổ tiểu thương tự bầu.",
      .told = {
        { .unit = "19815", .key = "ancuu-chocan", .begun = 20, .before = 35,
          .after = { 118, 164 }, .cost = 24000000, .households = 180, .workdays = 30,
          .name = "Cân đối chứng giữa chợ", .contact = "Tổ trưởng tổ tiểu thương",
          .reason = "Khách lạ bị tính giá khác khách quen; ban quản lý phạt thì cãi, "
             "không phạt thì phản ánh.",
          .goal = "Một trăm sáu mươi quầy treo giá; ai nghi cân thì có nơi cân lại.",
          .way = "Cân lại đặt chỗ nhìn thấy từ ba lối, tiểu thương trực. Thiếu thì bù "
             "gấp đôi ngay, không lập biên bản lần đầu. Quầy đạt ba tháng được chọn chỗ "
             "treo đèn trước.",
          .place = "Chợ phường, 180 quầy.",
          .forces = "Tổ tiểu thương; ban quản lý chợ; Hội Phụ nữ.",
          .resources = "24 triệu đồng mua cân và bảng.",
          .product = "Sổ cân lại; ảnh quầy hai kỳ.",
          .upkeep = "Bảng giá mỗi quầy tự thay; cân kiểm định hằng năm.",
          .failures[0] = "Tháng đầu chỉ mười ba người dám cân lại vì ngại. Hàng tươi đổi "
             "giá buổi chiều, bảng không kịp sửa.",
          .failures[1] = "Quầy ngoài cổng không chịu vào; khách không phân biệt được." },
        { .unit = "19996", .key = "huongtra-cho", .begun = 13, .before = 22,
          .after = { 61 }, .cost = 15000000, .households = 95, .workdays = 20,
          .name = "Chợ sáng trả lời tin nhắn", .contact = "Tổ trưởng tiểu thương",
          .reason = "Chợ mất khách vì bán hàng qua mạng; tiểu thương lớn tuổi nói không "
             "biết làm.",
          .goal = "Sáu mươi quầy có giá treo và nhận đặt qua điện thoại.",
          .way = "Cháu các cô chú làm tài khoản giúp. Giá treo ở quầy và giá trên máy "
             "phải một. Hai xe giao chung lúc bảy giờ và mười giờ, mỗi đơn mười nghìn "
             "đồng.",
          .place = "Chợ trung tâm phường, 95 quầy.",
          .forces = "Đoàn thanh niên; tổ tiểu thương; một trường nghề.",
          .resources = "15 triệu đồng in bảng và hỗ trợ xe tháng đầu.",
          .product = "Sổ giao hàng; ảnh bảng giá.", .upkeep = "Tiền giao đủ nuôi hai xe.",
          .failures[0] = "Mười hai cô bỏ sau hai tuần vì đọc không kịp tin; nay có một "
             "cháu đọc giúp." },
        { .unit = "19789", .key = "thuanhoa-cho", .begun = 9, .before = 60,
          .after = { 88 }, .cost = 18000000, .households = 140, .workdays = 15,
          .name = "Nói giá một lần", .contact = "Tổ phó tổ tiểu thương",
          .reason = "Khách du lịch ghé chợ sáng viết lên mạng chuyện nói thách, quầy nói "
             "thật cũng bị vạ lây.",
          .goal = "Tám mươi quầy hàng khô, hàng lưu niệm bán một giá.",
          .way = "Các quầy cùng loại ngồi lại chốt khung giá. Bảng hai thứ tiếng. Khách "
             "thấy bán hơn thì chụp ảnh gửi số của tổ, trả lời trong ngày.",
          .place = "Dãy hàng khô và lưu niệm, 140 quầy.",
          .forces = "Tổ tiểu thương; sinh viên dịch bảng; ban quản lý.",
          .resources = "18 triệu đồng bảng và tờ gấp.",
          .product = "Sổ trả lời khách; bảng khung giá mỗi quý.",
          .upkeep = "Phí in góp năm nghìn đồng mỗi tháng.",
          .failures[0] = "Khung giá chậm, hàng lên giá giữa quý thì quầy kêu lỗ." }, } },
    { .metric = "Lượt khách ở lại một đêm trở lên mỗi tháng", .measure = "lượt",
      .source = "Sổ lưu trú các nhà, cộng ba tháng chia đều",
      .needs = "Ba nhà có phòng sạch, một đầu mối nhận khách, quy ước chia tiền viết "
         "trước.",
      .told = {
        { .unit = "20050", .key = "aluoi5-khach", .begun = 28, .before = 18,
          .after = { 55, 82 }, .cost = 130000000, .households = 16, .workdays = 85,
          .name = "Bếp khách dưới chân dốc", .contact = "Chi hội trưởng phụ nữ",
          .reason = "Khách ghé suối, tắm xong về, rác ở lại. Bán được ly nước ngọt là "
             "hết.",
          .goal = "Mười sáu nhà cùng đón khách; khách ăn, ngủ, đi rừng với người trong "
             "thôn.",
          .way = "Một số điện thoại nhận khách, chia lượt từng nhà. Ba nhóm: bếp, dẫn "
             "đường, múa hát; khoán theo đầu khách. Rác khách mang xuống cân, trả lại "
             "tiền cọc.",
          .place = "Một thôn ven quốc lộ, 16 nhà.",
          .forces = "Chi hội phụ nữ; già làng; thanh niên dẫn đường.",
          .resources = "130 triệu đồng sửa phòng, phần lớn vay.",
          .product = "Sổ chia lượt; sổ lưu trú; cân rác.",
          .upkeep = "Trích một phần mười cho quỹ thôn, đã trả hết vay năm thứ hai.",
          .failures[0] = "Tháng mười tới tháng một mưa, không khách; hai nhà kẹt tiền "
             "vay.",
          .failures[1] = "Khách quen gọi thẳng nhà này, nhà kia ghen tị; chốt lại: gọi "
             "ai cũng chia lượt." },
        { .unit = "20137", .key = "langco-lapan", .begun = 18, .before = 40,
          .after = { 75, 96 }, .cost = 85000000, .households = 22, .workdays = 60,
          .name = "Chiều trên đầm Lập An", .contact = "Tổ trưởng hội thuyền",
          .reason = "Xe khách dừng chụp ảnh mười phút; người đào vẹm trên đầm bán rẻ cho "
             "quán.",
          .goal = "Hai mươi hai nhà ven đầm có phần khi khách ở lại.",
          .way = "Đi thuyền chiều với người đào vẹm, về bếp chung nấu. Giá in sẵn, không "
             "trả giá. Vỏ vẹm gom ép làm gạch lát lối đi.",
          .place = "Xóm ven đầm, 22 nhà.",
          .forces = "Hội Nông dân; hội thuyền; một khách sạn gửi khách.",
          .resources = "85 triệu đồng áo phao, bếp chung.",
          .product = "Sổ thuyền; sổ bếp; lối đi lát vỏ vẹm.",
          .upkeep = "Bếp chung tự trả gas; áo phao thay ba năm một lần.",
          .failures[0] = "Một thuyền ra quá giờ gặp dông; dừng ba tuần để làm quy định "
             "giờ về.",
          .failures[1] = "Khách sạn gửi dồn cuối tuần, giữa tuần trống." },
        { .unit = "20161", .key = "khetre-thac", .life = IS_STOPPED, .begun = 26,
          .before = 10, .after = { 24, 16 }, .cost = 75000000, .households = 12,
          .workdays = 50, .name = "Nhà sàn đón khách bên thác",
          .contact = "Bí thư Đoàn xã",
          .reason = "Thác đẹp, đường xa; khách tới rồi về trong ngày.",
          .goal = "Mười hai nhà có khách ngủ lại, mỗi tháng trên sáu mươi lượt.",
          .way = "Sửa ba nhà sàn, dạy nấu ăn, lập nhóm dẫn thác. Xã in tờ gấp gửi các "
             "đoàn.",
          .place = "Một thôn gần thác, 12 nhà.", .forces = "Đoàn thanh niên; hội phụ nữ.",
          .resources = "75 triệu đồng, ba phần tư vay.", .product = "Sổ lưu trú, tờ gấp.",
          .upkeep = "Định trả nợ bằng tiền phòng trong ba năm.",
          .failures[0] = "Khách chỉ tới tháng năm tới tháng tám; ngoài mùa không ai.",
          .failures[1] = "Hai nhà xin thôi vì phải nghỉ rẫy chờ khách.",
          .learned = "Làm phòng trước khi có người hẹn gửi khách là sai thứ tự. Nên bắt "
             "đầu bằng một nhà và một đầu mối, đủ khách rồi hẵng vay sửa nhà thứ hai." }, } },
};
/* clang-format on */
