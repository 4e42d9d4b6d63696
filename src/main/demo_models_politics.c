/* Models of the demonstration of how a commune is run. Made up by us. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo_models.h"

/* clang-format off */
const struct demo_matter demo_matters_politics[DEMO_MATTERS] = {
    { .metric = "Hồ sơ làm xong ngay tại nơi ở", .measure = "hồ sơ mỗi tháng",
      .source = "Số biên nhận trên cổng dịch vụ công, cộng ba tháng chia đều",
      .needs = "Một máy, một máy in, hai người biết làm, lịch không đổi.",
      .told = {
        { .unit = "19753", .key = "phuxuan-hoso", .begun = 30, .before = 12,
          .after = { 85, 140, 165 }, .cost = 38000000, .households = 900, .workdays = 55,
          .name = "Thứ bảy làm giấy ở đầu kiệt", .contact = "Tổ trưởng tổ công nghệ số",
          .reason = "Người đi làm chỉ rảnh thứ bảy; bác lớn tuổi tới quầy ba lần vì "
             "thiếu một tờ. Nộp qua mạng thì mật khẩu ai cũng quên.",
          .goal = "Mỗi tháng một trăm bốn mươi hồ sơ làm xong không phải lên phường.",
          .way = "Bàn đặt ở quán cà phê đầu kiệt từ bảy tới mười giờ. Học sinh lớp mười "
             "một bấm, cán bộ xem. Thiếu giấy thì chụp gửi sau. Mật khẩu bác tự đặt, tự "
             "giữ; người giúp quay mặt đi.",
          .place = "Chín tổ dân phố nội thành.",
          .forces = "Tổ công nghệ số; cán bộ một cửa; học sinh.",
          .resources = "38 triệu đồng máy in, mạng.",
          .product = "Số biên nhận; sổ hẹn gửi giấy.",
          .upkeep = "Quán cho bàn, tổ trả tiền giấy.",
          .failures[0] = "Mạng rớt hai buổi, mười bảy người về không. Nay có sim thứ hai.",
          .failures[1] = "Có người nhờ làm giấy cho người khác không ủy quyền; phải từ "
             "chối.",
          .failures[2] = "Mùa thi thiếu học sinh; thêm ba cán bộ về hưu." },
        { .unit = "20044", .key = "aluoi2-hoso", .begun = 20, .before = 4,
          .after = { 21, 31 }, .cost = 27000000, .households = 300, .workdays = 60,
          .name = "Cán bộ đi cùng xe hàng", .contact = "Cán bộ hộ tịch",
          .reason = "Thôn xa trung tâm hai mươi cây, giấy khai sinh trễ cả năm; con đi "
             "học mới lo.",
          .goal = "Mỗi tháng ba mươi hồ sơ làm ở thôn.",
          .way = "Đi nhờ xe hàng tới chợ phiên, người trong thôn dịch. Chụp giấy bằng "
             "điện thoại có giấy nền trắng. Kết quả gửi xe hàng tuần sau.",
          .place = "Bảy thôn. Bảy thôn dọc tuyến đường, xa nhất hai mươi hai cây số.",
          .forces = "Cán bộ hộ tịch; xe hàng; Đoàn.", .resources = "27 triệu đồng.",
          .product = "Biên nhận; sổ giao kết quả.",
          .upkeep = "Xe hàng không lấy tiền. Đoàn xã tập cho mỗi thôn một bạn chụp giấy "
             "đúng khổ.",
          .failures[0] = "Hai giấy rớt ướt; nay bỏ túi kín có số.",
          .failures[1] = "Không sóng ở ba thôn, về mới nộp được." },
        { .unit = "19918", .key = "phuho-hoso", .begun = 11, .before = 6, .after = { 26 },
          .cost = 15000000, .households = 210, .workdays = 18, .name = "Cô giáo chỉ bấm",
          .contact = "Chi hội trưởng phụ nữ",
          .reason = "Điện thoại có, không dám bấm vì sợ mất tiền.",
          .goal = "Hai mươi lăm hồ sơ tự nộp mỗi tháng.",
          .way = "Lớp tối tám người, mỗi người tự làm giấy của mình. Ai xong thì kèm "
             "người sau. Học chặn số lừa đảo trước khi học nộp. Mỗi nhóm ngồi quanh một "
             "bàn, màn hình chiếu lên vách. Ai quên mật khẩu thì tự đặt lại, cô chỉ đứng "
             "sau lưng.",
          .place = "Bốn thôn. Người từ bốn mươi tuổi trở lên, phần lớn làm ruộng.",
          .forces = "Một cô giáo; Hội Phụ nữ.", .resources = "15 triệu đồng.",
          .product = "Danh sách tự nộp.",
          .upkeep = "Mỗi khóa bốn tối. Bốn chị học khóa đầu đã đứng lớp ở thôn mình; "
             "phòng và mạng của trường.",
          .failures[0] = "Sau tết quên hết; mở lại hai tối." }, } },
    { .metric = "Tranh chấp ranh đất hòa giải thành", .measure = "vụ trong năm",
      .source = "Biên bản hòa giải có ký, địa chính đối chiếu",
      .needs = "Tổ hòa giải được đo đất, bản đồ cũ, không hòa giải lúc say.",
      .told = {
        { .unit = "19804", .key = "huongan-ranhdat", .begun = 29, .before = 5,
          .after = { 14, 19 }, .cost = 16000000, .households = 60, .workdays = 45,
          .name = "Ra bờ rào mà nói", .contact = "Tổ trưởng hòa giải",
          .reason = "Hòa giải ở phòng họp toàn nói qua nói lại; cọc thật thì cách đó hai "
             "cây.",
          .goal = "Hai phần ba số vụ thành.",
          .way = "Ngồi ở bờ rào, sáng sớm. Người lớn tuổi nhớ ranh kể trước. Đo hai lần, "
             "ghi cả chỗ không đồng ý. Không bắt ai ký trong ngày.",
          .place = "Toàn phường.", .forces = "Tổ hòa giải; địa chính; người cao tuổi.",
          .resources = "16 triệu đồng thước, cọc.", .product = "Biên bản, ảnh cọc.",
          .upkeep = "Dạy hai tổ viên đo mỗi năm. Hòa giải viên mới đi kèm ba vụ rồi mới "
             "chủ trì; bản đồ cũ chụp sẵn để ở tổ.",
          .failures[0] = "Ba vụ thành rồi lại nhổ cọc; nay chôn cọc có tem.",
          .failures[1] = "Hai nhà đưa ra tòa; tổ không can." },
        { .unit = "19969", .key = "thanhthuy-muong", .begun = 18, .before = 3,
          .after = { 9 }, .cost = 8000000, .households = 40, .workdays = 30,
          .name = "Mương giữa hai nhà", .contact = "Hòa giải viên",
          .reason = "Cãi nhau vì nước mái, nước mương nhiều hơn vì đất.",
          .goal = "Chín vụ thành trong năm. Không vụ nào phải nói tới tòa vì nước mái.",
          .way = "Đi lúc mưa cho thấy nước chảy. Cả hai cùng góp ống, tổ đứng giữa mua. "
             "Nhà thua không phải nói thua. Nhà nào lắp máng thì tổ quay lại sau cơn mưa "
             "đầu, ghi bằng ảnh.",
          .place = "Năm tổ dân phố. Xóm nhà ống liền vách, mương chung rộng bốn tấc.",
          .forces = "Hòa giải viên; thợ nước.", .resources = "8 triệu đồng ống.",
          .product = "Ảnh mưa trước sau.",
          .upkeep = "Hai nhà tự giữ. Tổ giữ mười mét ống dự phòng; nhà nào dùng thì trả "
             "lại sau.",
          .failures[0] = "Một vụ ống nhỏ quá, mùa lũ lại cãi." },
        { .unit = "20107", .key = "phuloc-hoho", .life = IS_STOPPED, .begun = 31,
          .before = 4, .after = { 6, 8 }, .cost = 5000000, .households = 35,
          .workdays = 12, .name = "Họ tộc ngồi trước tổ hòa giải",
          .contact = "Tổ trưởng hòa giải",
          .reason = "Anh em chia đất, tổ tới thì chuyện đã lớn.",
          .goal = "Một nửa số vụ xong trong họ.",
          .way = "Trưởng họ mời trước, tổ ghi. Có mẫu giấy chia đất một trang.",
          .place = "Bốn họ lớn.", .forces = "Họ tộc; tổ hòa giải.",
          .resources = "5 triệu đồng.", .product = "Giấy chia.", .upkeep = "Họ giữ.",
          .failures[0] = "Con gái không được mời ở hai vụ.",
          .failures[1] = "Một vụ bị tòa nói giấy họ không có giá trị.",
          .learned = "Để trưởng họ chủ trì thì phần con gái dễ bị bỏ quên, trái luật. "
             "Nay tổ hòa giải chủ trì từ đầu và mời đủ người có quyền thừa kế; cách cũ "
             "dừng." }, } },
    { .metric = "Hộ có người dự họp thôn", .measure = "hộ mỗi buổi",
      .source = "Điểm danh, đếm hai lần trong buổi",
      .needs = "Giờ do dân chọn, người nói hai thứ tiếng, việc cần quyết chỉ ba.",
      .told = {
        { .unit = "20050", .key = "aluoi5-hoptieng", .begun = 31, .before = 42,
          .after = { 96, 118 }, .cost = 12000000, .households = 140, .workdays = 20,
          .name = "Họp bằng tiếng của bếp", .contact = "Trưởng thôn",
          .reason = "Họp tiếng Kinh hai giờ, về hỏi nhau nói chi. Phụ nữ ngồi ngoài sân "
             "giữ con.",
          .goal = "Một trăm hộ dự; phụ nữ nói ít nhất một phần ba số ý.",
          .way = "Họp bằng tiếng Tà Ôi, Cơ Tu trước, tóm tiếng Việt sau. Ba việc thôi, "
             "có hình vẽ. Nói xong chuyền que tre. Có người giữ trẻ ở gian bên.",
          .place = "Năm thôn.", .forces = "Trưởng thôn; giáo viên; Hội Phụ nữ.",
          .resources = "12 triệu đồng loa, tranh.",
          .product = "Điểm danh; tranh có dấu tay.", .upkeep = "Giáo viên ghi lại giúp.",
          .failures[0] = "Có chữ luật không dịch được, phải kể ví dụ.",
          .failures[1] = "Mùa rẫy còn sáu mươi hộ; đổi sang đêm trăng." },
        { .unit = "20161", .key = "khetre-hopxom", .begun = 19, .before = 35,
          .after = { 70 }, .cost = 7000000, .households = 110, .workdays = 10,
          .name = "Họp xóm mười hai nhà", .contact = "Trưởng ban công tác Mặt trận",
          .reason = "Họp thôn đông không ai nói; người quen nói mãi.",
          .goal = "Bảy mươi hộ nói được ý mình.",
          .way = "Họp trước ở xóm, mỗi xóm mang một ý lên. Ghi nguyên lời. Trả lời từng "
             "ý ở buổi sau trước khi nói việc mới. Ý nào bị từ chối cũng đọc lý do; ý ba "
             "lần chưa trả lời thì mời cán bộ xã xuống.",
          .place = "Hai thôn Cơ Tu và Kinh. Mười xóm, mỗi xóm mười tới mười hai nhà.",
          .forces = "Trưởng xóm; Mặt trận.", .resources = "7 triệu đồng trà, sổ.",
          .product = "Sổ ý và trả lời.", .upkeep = "Trưởng xóm thay hằng năm.",
          .failures[0] = "Có ý nhắc ba lần chưa trả lời được, dân chán." },
        { .unit = "20056", .key = "aluoi1-nhomme", .begun = 10, .before = 18,
          .after = { 44 }, .cost = 6000000, .households = 60, .workdays = 15,
          .metric = "Hộ có phụ nữ nói trong buổi họp", .measure = "hộ",
          .source = "Hai người đếm riêng rồi so",
          .needs = "Một tối chuẩn bị, người chủ trì mời các mẹ trước.",
          .name = "Nhóm mẹ chuẩn bị lời", .contact = "Chi hội trưởng phụ nữ",
          .reason = "Phụ nữ dự mà không nói; quyết xong mới than.",
          .goal = "Bốn mươi hộ có phụ nữ nói trong họp.",
          .way = "Tối trước họp các mẹ tập nói với nhau, chọn một người nói thay ba ý. "
             "Già làng mời các mẹ nói trước.",
          .place = "Ba thôn.", .forces = "Hội Phụ nữ; già làng.",
          .resources = "6 triệu đồng.", .product = "Sổ ý.",
          .upkeep = "Các mẹ tự tổ chức. Các chị thay nhau đứng ra nói; đã có hai chị "
             "được bầu vào ban thôn.",
          .failures[0] = "Hai ông không bằng lòng, bỏ về; buổi sau vẫn mời." }, } },
    { .metric = "Hộ có đảng viên ghé hỏi trong quý", .measure = "hộ",
      .source = "Phiếu nhà giữ một nửa, chi bộ giữ một nửa",
      .needs = "Mỗi người không quá mười hộ, hứa việc nhỏ trước, báo lại cả khi không "
         "làm được.",
      .told = {
        { .unit = "19828", .key = "phongphu-muoinha", .begun = 27, .before = 60,
          .after = { 210, 265 }, .cost = 10000000, .households = 280, .workdays = 35,
          .name = "Một người, mười nhà, một cuốn sổ", .contact = "Bí thư chi bộ",
          .reason = "Nghe dân nói qua báo cáo; nhà có chuyện buồn cả tháng chi bộ mới "
             "hay.",
          .goal = "Hai trăm sáu mươi hộ được hỏi mỗi quý và nghe trả lời.",
          .way = "Đi vào bữa dân rảnh, hỏi một câu: tháng này vướng chi. Ghi lời dân, "
             "đọc lại cho nghe. Bảy ngày sau quay lại nói làm được hay không. Phiếu "
             "không tên dán ở nhà văn hóa.",
          .place = "Bốn chi bộ.", .forces = "31 đảng viên.",
          .resources = "10 triệu đồng in sổ.",
          .product = "Phiếu hai nửa; bảng việc còn treo.",
          .upkeep = "Chi bộ đọc bảng mỗi tháng.",
          .failures[0] = "Sáu người ghi ở nhà không đi; đối chiếu phiếu thì lộ.",
          .failures[1] = "Việc của cấp trên chậm, người đi ngại gặp lại." },
        { .unit = "20122", .key = "vinhloc-dangvien", .begun = 16, .before = 40,
          .after = { 120 }, .cost = 8000000, .households = 150, .workdays = 20,
          .name = "Nhận việc trước bàn thờ họ", .contact = "Bí thư chi bộ",
          .reason = "Đảng viên trẻ đi làm xa, còn mười một người già.",
          .goal = "Một trăm hai mươi hộ được ghé. Mỗi quý, việc hứa nào cũng có một dòng "
             "nói đã tới đâu.",
          .way = "Mời cả người không đảng có uy tín cùng đi. Chia theo họ. Việc hứa đọc "
             "ở họp họ. Sáu tháng một lần đổi nhà cho nhau, để không ai chỉ nghe một "
             "phía.",
          .place = "Ba thôn. Mười một đảng viên lớn tuổi và bốn người có uy tín, chia "
             "nhau 150 hộ.",
          .forces = "Chi bộ; trưởng họ.", .resources = "8 triệu đồng.",
          .product = "Sổ việc hứa. Biên bản họp họ có ghi việc hứa; phiếu hộ giữ.",
          .upkeep = "Mỗi năm chia lại.",
          .failures[0] = "Một việc hứa quá tay, không làm được; đã nói lại." },
        { .unit = "19900", .key = "thuanan-bendau", .life = GOES_SILENT, .begun = 29,
          .before = 30, .after = { 88 }, .cost = 7000000, .households = 100,
          .workdays = 15, .name = "Chi bộ họp ở bến", .contact = "Bí thư chi bộ",
          .reason = "Người đi biển về lúc họp xong. Ba kỳ liền không ai nói được chuyện "
             "bến bãi.",
          .goal = "Chín mươi hộ được gặp.",
          .way = "Họp bốn giờ chiều ở bến, ghe nào về ghé. Nghe ở mui ghe, ghi vào giấy "
             "dán ngay cột bến. Chuyến sau trả lời ở cùng chỗ.",
          .place = "Hai chi bộ nghề biển. Một trăm hộ có người đi biển, vắng nhà từ ba "
             "tới mười ngày.",
          .forces = "Chi bộ; nghề cá.", .resources = "7 triệu đồng.",
          .product = "Phiếu hai nửa. Ảnh tờ giấy ở cột bến mỗi tháng.",
          .upkeep = "Chi bộ giữ. Cần một người ở bờ giữ giấy khi ghe đi hết.",
          .failures[0] = "Mùa gió không ai ở bến." }, } },
    { .metric = "Lỗi thi công được sửa trước khi nhận công trình", .measure = "lỗi",
      .source = "Nhật ký giám sát, bên thi công ký",
      .needs = "Ba người biết đọc bản vẽ, giờ được vào công trường, ai nhận phiếu.",
      .told = {
        { .unit = "19819", .key = "phongdien-giamsat", .begun = 25, .before = 4,
          .after = { 27, 41 }, .cost = 14000000, .households = 400, .workdays = 140,
          .name = "Thợ hồ về hưu xem sắt", .contact = "Trưởng ban giám sát",
          .reason = "Mương vừa xong đã nứt; dân thấy lúc đổ mà không biết nói với ai.",
          .goal = "Mọi công trình dưới năm tỷ đồng có người dân xem ngày đổ.",
          .way = "Bốn thợ hồ, một cô kế toán. Xem sắt trước khi đổ, chụp thước bên cạnh. "
             "Phiếu ba liên: dân, thầu, chủ đầu tư; hai ngày trả lời. Đúng cũng ghi "
             "đúng.",
          .place = "Mười bốn công trình.", .forces = "Ban giám sát cộng đồng; Mặt trận.",
          .resources = "14 triệu đồng thước, mũ, bảo hiểm.",
          .product = "Nhật ký; phiếu ba liên.",
          .upkeep = "Kinh phí giám sát theo quy định.",
          .failures[0] = "Thầu hẹn đổ đêm không báo; nay ghi giờ vào hợp đồng.",
          .failures[1] = "Hai phiếu sai vì đọc nhầm bản vẽ, phải xin lỗi thầu." },
        { .unit = "20137", .key = "langco-giamsat", .begun = 17, .before = 2,
          .after = { 13 }, .cost = 9000000, .households = 180, .workdays = 60,
          .name = "Đo bề dày bằng cây thước gỗ", .contact = "Ban giám sát cộng đồng",
          .reason = "Đường bê tông mười sáu phân, có chỗ mười một.",
          .goal = "Mỗi một trăm mét đo một chỗ.",
          .way = "Đo lúc đổ, trẻ con giữ thước. Kết quả viết lên lề đường. Thiếu thì đổ "
             "bù trong ngày. Xe bê tông nào tới cũng xem giờ trộn; quá giờ thì trả về.",
          .place = "Ba tuyến. Ba tuyến đường xóm, tổng cộng hai cây số rưỡi.",
          .forces = "Giám sát; dân ven đường.", .resources = "9 triệu đồng.",
          .product = "Số trên lề, ảnh.",
          .upkeep = "Thước gỗ để ở nhà văn hóa. Người cũ ký tên bàn giao thước và cách "
             "đo cho tuyến sau.",
          .failures[0] = "Có chỗ đo trúng hòn đá, cãi nửa buổi; đo ba điểm." },
        { .unit = "20131", .key = "hungloc-giamsat", .life = WAITS, .begun = 2,
          .before = 0, .cost = 6000000, .households = 90, .workdays = 0,
          .name = "Nhật ký cầu dân sinh", .contact = "Trưởng ban giám sát",
          .reason = "Cầu mới sẽ khởi công, cầu trước lún mố sau một mùa lũ.",
          .goal = "Xem đủ bảy lần đổ. Phiếu nào cũng có trả lời trong ba ngày.",
          .way = "Chia ca xem, có kỹ sư quê góp ý qua ảnh. Thước, cân và mẫu phiếu xin "
             "lại của nơi đã làm; bà con dọc suối ghi mực nước mỗi chiều.",
          .place = "Một cầu.", .forces = "Ban giám sát; kỹ sư xa quê.",
          .resources = "6 triệu đồng.",
          .product = "Nhật ký. Nhật ký bảy lần đổ, ảnh mố cầu trước và sau lũ.",
          .upkeep = "Ban giữ. Xong cầu thì nhật ký giao thôn giữ cùng chìa khóa hộp điện." }, } },
    { .metric = "Khoản thu chi của thôn, tổ có chứng từ treo công khai",
      .measure = "khoản", .source = "Đếm trên bảng và trong sổ cuối quý",
      .needs = "Sổ một trang, người giữ tiền khác người ghi, bảng ngoài trời.",
      .told = {
        { .unit = "20017", .key = "kimtra-congkhai", .begun = 32, .before = 6,
          .after = { 54, 88 }, .cost = 7000000, .households = 420, .workdays = 12,
          .name = "Bảng tiền trước cổng", .contact = "Tổ trưởng dân phố",
          .reason = "Đóng quỹ mười khoản, hỏi thì nói có sổ. Sổ ở trong tủ.",
          .goal = "Khoản nào cũng treo trong ba ngày, kèm hình hóa đơn.",
          .way = "Bảng sơn trước nhà văn hóa, ba cột: thu, chi, còn. Hóa đơn chụp dán "
             "kèm. Ai cũng được viết câu hỏi bằng phấn; bảy ngày phải trả lời bằng phấn. "
             "Cuối quý đọc số còn trước khi đọc việc mới.",
          .place = "Sáu tổ dân phố.",
          .forces = "Tổ trưởng; kế toán là người dân bầu. Học sinh lớp bảy cộng lại mỗi "
             "cuối quý, viết số của mình bên cạnh.",
          .resources = "7 triệu đồng sơn bảng.", .product = "Ảnh bảng mỗi tuần.",
          .upkeep = "Phấn do người hỏi mua.",
          .failures[0] = "Câu hỏi đầu tiên ba tuần không ai dám viết. Một câu viết tên "
             "người, phải xóa và quy ước lại.",
          .failures[1] = "Mưa tạt bảng; làm mái." },
        { .unit = "19909", .key = "duongno-maquet", .begun = 18, .before = 10,
          .after = { 46 }, .cost = 5000000, .households = 260, .workdays = 8,
          .name = "Mã vuông trên tờ thông báo", .contact = "Thủ quỹ làng",
          .reason = "Con cháu ở xa đóng góp làm đình, không biết đã làm chi.",
          .goal = "Bốn mươi khoản xem được từ xa.",
          .way = "Mỗi khoản một ảnh, mã dán trên tờ giấy. Người không có máy thì xem sổ "
             "in. Khoản nào trên năm triệu đồng thì có hai báo giá chụp kèm.",
          .place = "Một làng. Người trong làng và hơn trăm người xa quê.",
          .forces = "Ban làng; sinh viên.", .resources = "5 triệu đồng.",
          .product = "Sổ in, trang ảnh.",
          .upkeep = "Sinh viên chỉ lại. Nhà ở xa góp tiền tên miền hai trăm nghìn đồng "
             "một năm.",
          .failures[0] = "Trang miễn phí đóng, mất ảnh ba tháng; nay giữ hai nơi." },
        { .unit = "19930", .key = "mythuong-quy", .life = GOES_SILENT, .begun = 27,
          .before = 8, .after = { 30 }, .cost = 3000000, .households = 180, .workdays = 6,
          .name = "Đọc sổ trước chén chè", .contact = "Tổ trưởng dân phố",
          .reason = "Họp tổ ít ai nghe số. Có người đóng ba năm vẫn không biết quỹ còn "
             "bao nhiêu.",
          .goal = "Ba mươi khoản đọc và hỏi.",
          .way = "Đọc sổ ở buổi rằm, có chè; ai cũng hỏi được. Người đọc không phải "
             "người giữ tiền. Câu chưa trả lời được thì viết giấy dán ở cửa, rằm sau đọc "
             "trước.",
          .place = "Bốn tổ dân phố. Mỗi tổ chừng bảy mươi hộ.",
          .forces = "Tổ trưởng; phụ nữ.", .resources = "3 triệu đồng.",
          .product = "Sổ đọc.",
          .upkeep = "Luân phiên nấu. Muốn giữ được phải có hai người cùng biết sổ.",
          .failures[0] = "Người giữ sổ chuyển nhà, sổ bàn giao thiếu." }, } },
    { .metric = "Ý kiến tiểu thương, doanh nghiệp được trả lời trong mười ngày",
      .measure = "ý kiến mỗi quý", .source = "Sổ ý kiến có ngày hỏi, ngày trả lời",
      .needs = "Chủ tịch tới thật, ghi tại bàn, báo lại kể cả khi từ chối.",
      .told = {
        { .unit = "19789", .key = "thuanhoa-caphe", .begun = 23, .before = 8,
          .after = { 39, 57 }, .cost = 11000000, .households = 150, .workdays = 14,
          .name = "Cà phê sáu rưỡi với chủ tịch", .contact = "Văn phòng phường",
          .reason = "Ý kiến gửi văn bản một tháng mới có số; tiểu thương ngại mất buổi "
             "chợ.",
          .goal = "Quý nào cũng trả lời năm mươi ý trong mười ngày.",
          .way = "Sáng thứ tư tuần đầu tháng, quán khác nhau. Mỗi người ba phút. Ghi "
             "ngay ai làm, ngày nào; dán ở quán. Việc không làm được nói lý do, không "
             "nói “ghi nhận”.",
          .place = "Bốn tuyến phố.", .forces = "Lãnh đạo phường; hội doanh nghiệp.",
          .resources = "11 triệu đồng.", .product = "Tờ dán ở quán; sổ.",
          .upkeep = "Mỗi quán cho mười ly.",
          .failures[0] = "Hai lần chủ tịch bận cử người thay, khách bớt hẳn; nay dời "
             "ngày chứ không thay.",
          .failures[1] = "Nhiều ý là của thành phố; chuyển và theo." },
        { .unit = "19975", .key = "huongthuy-xuong", .begun = 14, .before = 5,
          .after = { 18 }, .cost = 8000000, .households = 60, .workdays = 10,
          .name = "Xưởng hỏi, phường tới", .contact = "Phòng kinh tế phường",
          .reason = "Xưởng nhỏ không biết hỏi đất, môi trường ở đâu.",
          .goal = "Mười lăm ý một quý.",
          .way = "Hai cán bộ tới xưởng chiều thứ sáu, mang mẫu. Xưởng này kể cho xưởng "
             "kia. Sai thì hướng dẫn trước một lần. Điều gì phường không quyết được thì "
             "chụp câu hỏi gửi lên và theo tới lúc có trả lời.",
          .place = "Hai cụm xưởng. Sáu mươi xưởng mộc, cơ khí, may nhỏ.",
          .forces = "Phòng kinh tế; hội nghề.", .resources = "8 triệu đồng.",
          .product = "Sổ ý kiến.",
          .upkeep = "Xưởng luân phiên. Hai bên giữ một danh sách câu hỏi đã trả lời, "
             "xưởng mới xem trước.",
          .failures[0] = "Có xưởng sợ bị kiểm tra nên đóng cửa; phải nhờ hội nghề." },
        { .unit = "19815", .key = "ancuu-dialog", .begun = 9, .before = 12,
          .after = { 33 }, .cost = 9000000, .households = 80, .workdays = 9,
          .name = "Hộp thư quán ăn", .contact = "Hội trưởng quán ăn",
          .reason = "Quán ăn bị nhắc lề đường nhưng không biết để xe đâu. Nhắc hôm "
             "trước, hôm sau xe lại tràn, hai bên đều bực.",
          .goal = "Ba mươi ý một quý được trả lời.",
          .way = "Mỗi quán một tờ hỏi hai câu. Đổi lại, phường vẽ chỗ để xe trước khi "
             "nhắc. Chiều thứ hai đầu tháng các chủ quán đi bộ cùng phường một vòng, chỗ "
             "nào vướng thì vẽ phấn ngay.",
          .place = "Hai tuyến phố ăn uống. Tám mươi quán ở hai đoạn phố, khách đông từ "
             "năm giờ chiều.",
          .forces = "Hội quán; trật tự đô thị.", .resources = "9 triệu đồng.",
          .product = "Sơ đồ chỗ xe.",
          .upkeep = "Hội quán giữ. Vạch phấn đúng sau một tháng thì sơn; quán góp tiền "
             "sơn.",
          .failures[0] = "Vẽ xong có nhà mặt tiền không cho để xe." }, } },
    { .metric = "Hộ đồng ý bàn giao mặt bằng không phải cưỡng chế", .measure = "hộ",
      .source = "Biên bản bàn giao từng hộ",
      .needs = "Giá công khai trước, chỗ ở tạm thật, một người theo một nhà tới cùng.",
      .told = {
        { .unit = "19960", .key = "phubai-matbang", .begun = 28, .before = 20,
          .after = { 88, 104 }, .cost = 36000000, .households = 110, .workdays = 60,
          .name = "Một cán bộ theo một nhà", .contact = "Tổ phó vận động",
          .reason = "Dự án kéo năm năm, giấy mời gửi nhiều, người gặp thì ít. Nhà nào "
             "cũng nghe giá từ hàng xóm.",
          .goal = "Một trăm hộ bàn giao tự nguyện.",
          .way = "Bảng giá treo đủ cả cách tính. Mỗi cán bộ sáu nhà, đi xem đất mới "
             "cùng, giúp dời bàn thờ đúng ngày. Bà con tự bốc thăm lô. Việc chưa đúng "
             "thì xin đo lại, không bắt ký.",
          .place = "Hai tổ dân phố, 110 hộ.",
          .forces = "Tổ vận động; địa chính; Mặt trận.",
          .resources = "36 triệu đồng xe dời, công.", .product = "Biên bản; sổ theo nhà.",
          .upkeep = "Xong dự án thì thôi; sổ để dạy người sau.",
          .failures[0] = "Đo sai chín nhà, phải sửa quyết định ba tháng.",
          .failures[1] = "Sáu nhà không chịu vì mồ mả; còn nói chuyện." },
        { .unit = "19858", .key = "phongthai-motai", .begun = 15, .before = 11,
          .after = { 36 }, .cost = 24000000, .households = 40, .workdays = 45,
          .metric = "Họ, nhà đồng ý dời mộ", .measure = "họ",
          .source = "Biên bản từng ngôi, có ảnh",
          .needs = "Nghĩa trang mới xong trước, ngày do họ chọn.",
          .name = "Dời mộ có người cùng thắp hương",
          .contact = "Trưởng ban công tác Mặt trận",
          .reason = "Khu đất có bốn mươi ngôi mộ, con cháu tứ tán.",
          .goal = "Ba mươi sáu họ, nhà đồng ý.",
          .way = "Tìm qua các chùa và người xa quê. Dời theo ngày họ chọn. Cán bộ thắp "
             "hương và ký giữ chỗ mới.",
          .place = "Một khu.", .forces = "Họ tộc; nhà chùa; Mặt trận.",
          .resources = "24 triệu đồng.", .product = "Sổ mộ có ảnh.",
          .upkeep = "Nghĩa trang mới có người coi.",
          .failures[0] = "Ba mộ vô chủ không tìm ra, làm lễ chung." },
        { .unit = "19813", .key = "thuyxuan-keruong", .begun = 12, .before = 5,
          .after = { 21 }, .cost = 16000000, .households = 25, .workdays = 20,
          .name = "Xem thử kè trước khi giao đất", .contact = "Chi hội trưởng nông dân",
          .reason = "Kè sông lấy vườn thanh trà, ai cũng sợ mất cây tổ.",
          .goal = "Hai mươi mốt nhà giao đất mà giữ cây tổ.",
          .way = "Đi xem kè nơi khác. Đánh dấu cây nào dời, cây nào tránh; thiết kế lùi "
             "được ở bốn chỗ. Thợ làm vườn của xóm bứng cây, không giao cho máy.",
          .place = "Một đoạn kè. Hai mươi lăm vườn ven sông Hương, cây tổ trên bốn mươi "
             "năm tuổi.",
          .forces = "Hội Nông dân; đơn vị thiết kế.", .resources = "16 triệu đồng.",
          .product = "Sơ đồ cây.", .upkeep = "Chủ vườn theo tới lúc xong.",
          .failures[0] = "Hai cây dời bị chết." }, } },
    { .metric = "Việc khó của thôn có người uy tín đứng ra xong",
      .measure = "việc trong năm", .source = "Sổ thôn, hai bên cùng kể lại",
      .needs = "Người được thôn chọn thật, xe và nước uống, không biến thành công chức.",
      .told = {
        { .unit = "20071", .key = "aluoi3-gialang", .begun = 24, .before = 7,
          .after = { 19, 26 }, .cost = 10000000, .households = 210, .workdays = 40,
          .name = "Già làng có cuốn sổ hình", .contact = "Già làng",
          .reason = "Già làng giải việc giỏi mà không ghi, năm sau lại cãi.",
          .goal = "Hai mươi lăm việc có hình và lời hai bên.",
          .way = "Cháu nội ghi, vẽ hình; hai bên điểm chỉ. Việc trái luật thì nói không "
             "giải, chỉ đường lên xã. Nghe có đám cưới chưa đủ tuổi thì già tới trước lễ "
             "hỏi.",
          .place = "Sáu thôn.",
          .forces = "Già làng; cháu đi học; tư pháp xã. Tư pháp xã đọc lại sổ mỗi quý, "
             "chỗ nào trái luật thì nói riêng với già.",
          .resources = "10 triệu đồng sổ, xe.", .product = "Sổ hình.",
          .upkeep = "Cháu lớn thay già giữ.",
          .failures[0] = "Hai đám tảo hôn vẫn cưới ở thôn khác.",
          .failures[1] = "Già ốm hai tháng, không ai thay." },
        { .unit = "20179", .key = "namdong-tuvan", .begun = 16, .before = 4,
          .after = { 12 }, .cost = 6000000, .households = 130, .workdays = 25,
          .name = "Bốn người một chiếc chiếu", .contact = "Người có uy tín",
          .reason = "Chuyện con trâu vô rẫy thành chuyện hai họ.",
          .goal = "Mười hai việc xong trên chiếu.",
          .way = "Bốn người hai họ, hai thôn; nói hết mới nghe. Bên sai góp công làm "
             "đường thay cho đền. Buổi sau cùng ăn một bữa, có người ghi điều đã hứa.",
          .place = "Ba thôn. Ba thôn có rẫy giáp nhau, người Cơ Tu và người Kinh.",
          .forces = "Người uy tín; công an.", .resources = "6 triệu đồng.",
          .product = "Sổ chiếu. Sổ có điểm chỉ hai họ; đoạn đường đã làm bằng công góp.",
          .upkeep = "Thay một người mỗi năm. Mỗi thôn chọn sẵn hai người thay.",
          .failures[0] = "Một việc hai bên hứa rồi lại đốt rẫy." },
        { .unit = "20182", .key = "longquang-uytin", .is_of_one = true, .begun = 10,
          .before = 2, .after = { 7 }, .cost = 4000000, .households = 70, .workdays = 30,
          .name = "Người đi bộ giữa hai thôn", .contact = "Chính người ấy",
          .reason = "Hai thôn không nói chuyện từ vụ tranh khe nước.",
          .goal = "Bảy việc chung làm được.",
          .way = "Một người đi bộ đưa lời, không thêm không bớt. Cùng sửa khe trước, nói "
             "ranh sau. Mỗi bên cử một thanh niên đi theo nghe, để sau này tự đi.",
          .place = "Hai thôn.", .forces = "Một người có uy tín; hai trưởng thôn.",
          .resources = "4 triệu đồng.",
          .product = "Khe đã sửa; lời ghi. Sổ ghi ngày, lời đưa, lời đáp, có điểm chỉ "
             "hai trưởng thôn.",
          .upkeep = "Hai thôn luân phiên giữ khe.",
          .failures[0] = "Lời đưa sai một lần, phải đưa cả hai tới cùng." }, } },
    { .metric = "Kết quả trả tận nhà cho người không đi được",
      .measure = "lượt mỗi tháng", .source = "Sổ giao có ký nhận",
      .needs = "Danh sách người khó đi, túi kín, người giao biết đọc cho nghe.",
      .told = {
        { .unit = "19885", .key = "dandien-trave", .begun = 22, .before = 3,
          .after = { 24, 33 }, .cost = 9000000, .households = 90, .workdays = 35,
          .name = "Người đưa thư là trưởng thôn", .contact = "Cán bộ một cửa",
          .reason = "Người khuyết tật, người nuôi bệnh lên xã chờ nửa ngày lấy một tờ "
             "giấy.",
          .goal = "Mỗi tháng ba mươi lượt trả tại nhà.",
          .way = "Trưởng thôn đi họp về mang theo, đọc cho nghe, hỏi có sai không. Sai "
             "thì mang lại, không bắt đi. Túi kín có số.",
          .place = "Mười một thôn. Người khuyết tật, người nuôi bệnh, mẹ sinh dưới sáu "
             "tháng ở mười một thôn.",
          .forces = "Trưởng thôn; một cửa; bưu tá.", .resources = "9 triệu đồng xăng.",
          .product = "Sổ giao.", .upkeep = "Gộp chuyến họp.",
          .failures[0] = "Hai giấy mất túi, phải cấp lại; nay ký ở hai đầu.",
          .failures[1] = "Trưởng thôn bận mùa gặt, trễ một tuần." },
        { .unit = "20140", .key = "locan-loihen", .begun = 13, .before = 5,
          .after = { 22 }, .cost = 6000000, .households = 120, .workdays = 10,
          .metric = "Lượt trễ hẹn được gọi trước và đưa tận nhà",
          .measure = "lượt mỗi tháng", .source = "Sổ gọi, đối chiếu sổ hẹn",
          .needs = "Danh sách giấy sắp trễ mỗi chiều, một người chịu gọi.",
          .name = "Xin lỗi trước khi trễ", .contact = "Trưởng bộ phận một cửa",
          .reason = "Hẹn trả mười ngày, tới lấy chưa có, không ai nói.",
          .goal = "Lượt nào trễ cũng được gọi trước và đưa tận nhà.",
          .way = "Mỗi chiều xem giấy sắp trễ, gọi điện bằng giọng người thật. Trễ thì "
             "mang tới kèm tên người chịu.",
          .place = "Toàn xã.", .forces = "Một cửa; lãnh đạo trực.",
          .resources = "6 triệu đồng.", .product = "Sổ gọi.",
          .upkeep = "Việc của phòng, không thêm người.",
          .failures[0] = "Tháng cao điểm gọi không xuể, sót chín nhà." },
        { .unit = "19909", .key = "duongno-loi", .begun = 8, .before = 4, .after = { 15 },
          .cost = 5000000, .households = 60, .workdays = 8,
          .metric = "Lượt có người đọc giấy cho nghe trước khi ký",
          .measure = "lượt mỗi tháng", .source = "Sổ đọc có hai chữ ký",
          .needs = "Một góc yên, người đọc không phải người làm giấy.",
          .name = "Đọc giấy cho người mắt kém", .contact = "Giáo viên về hưu",
          .reason = "Giấy chữ nhỏ, ký mà không biết ký chi.",
          .goal = "Mười lăm lượt mỗi tháng có người đọc.",
          .way = "Người đọc không được là người làm giấy. Đọc hết, hỏi lại hai câu rồi "
             "mới ký. In chữ to.",
          .place = "Bảy tổ dân phố.", .forces = "Giáo viên về hưu; một cửa.",
          .resources = "5 triệu đồng.", .product = "Sổ đọc.",
          .upkeep = "Hai người thay nhau.",
          .failures[0] = "Có lần đọc xong bác không ký nữa; đúng là việc phải vậy." }, } },
};
/* clang-format on */
