/* Models of the demonstration of how people live together. Made up by us. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo_models.h"

/* clang-format off */
const struct demo_matter demo_matters_culture[DEMO_MATTERS] = {
    { .metric = "Rác đem đốt hoặc chôn mỗi ngày", .measure = "ký",
      .source = "Cân ba ngày liền ở điểm gom, tổ ghi",
      .needs = "Sáu chỗ để thùng có người coi, nơi nhận rác ủ, tổ trưởng chịu đi từng "
         "nhà một tháng đầu.",
      .told = {
        { .unit = "19777", .key = "vyda-rac", .begun = 32, .before = 620,
          .after = { 340, 210, 180 }, .cost = 48000000, .households = 214, .workdays = 65,
          .name = "Rác nhà mình, phân vườn mình", .contact = "Tổ trưởng tổ 6",
          .reason = "Mỗi ngày 214 nhà bỏ ra sáu trăm ký rác, một nửa là rau vỏ. Xe rác "
             "vào kiệt không lọt, rác nằm đầu ngõ tới trưa.",
          .goal = "Còn một phần ba rác phải đem đi; kiệt nào cũng sạch trước bảy giờ.",
          .way = "Rau vỏ bỏ thùng có nắp, ba nhà một thùng, ai có vườn lấy phân. Chai lọ "
             "đổi trứng vào chủ nhật. Phần còn lại treo móc, không để đất. Tổ trưởng đi "
             "với từng nhà tuần đầu, không phát loa.",
          .place = "Ba tổ dân phố nhiều kiệt, 214 hộ.",
          .forces = "Ba tổ trưởng; chi hội phụ nữ; học sinh cân rác.",
          .resources = "48 triệu đồng thùng ủ, một phần ba do công ty cho.",
          .product = "Sổ cân; bản đồ thùng; phiếu đổi trứng.",
          .upkeep = "Tiền chai lọ đủ mua trứng và men; vườn nào cũng xin phân.",
          .failures[0] = "Mười hai thùng có giòi vì bỏ cơm thừa. Nhà cho thuê trọ không "
             "ai giữ nếp.",
          .failures[1] = "Tết rác tăng gấp ba, thùng tràn hai hôm; nay mượn thêm thùng "
             "trước hai mươi ba tháng chạp.",
          .failures[2] = "Sau lũ, bùn lấp thùng, phải làm lại bảy cái." },
        { .unit = "19753", .key = "phuxuan-rac", .begun = 23, .before = 410,
          .after = { 260, 190 }, .cost = 32000000, .households = 156, .workdays = 40,
          .name = "Kiệt không thùng, nhà không rác", .contact = "Tổ trưởng dân phố",
          .reason = "Thùng rác công cộng đầu kiệt bị bới, chó tha; nhà cạnh thùng kêu "
             "suốt.",
          .goal = "Bỏ hẳn ba điểm thùng; rác chỉ ra khỏi nhà khi xe tới.",
          .way = "Xe nhỏ đánh kẻng ba hồi, nhà nào lỡ thì gửi nhà trực. Nhà trực đổi "
             "từng tuần, có bảng. Chỗ thùng cũ đặt ghế và chậu cây, ba nhà quanh đó giữ.",
          .place = "Năm kiệt trong Thành nội, 156 hộ.",
          .forces = "Tổ dân phố; công ty môi trường; đoàn viên.",
          .resources = "32 triệu đồng ghế, chậu, móc treo.",
          .product = "Ảnh chỗ thùng cũ sau ba, sáu tháng; sổ trực.",
          .upkeep = "Không tốn thêm; công ty bớt được một chuyến.",
          .failures[0] = "Xe trễ giờ hai lần, rác phơi nắng; ghi số điện thoại lái xe "
             "lên bảng trực.",
          .failures[1] = "Nhà trọ trực không được; tổ trả công cho một bác." },
        { .unit = "19960", .key = "phubai-rac", .begun = 10, .before = 540,
          .after = { 390 }, .cost = 26000000, .households = 120, .workdays = 22,
          .name = "Đổi pin lấy cây", .contact = "Chủ tịch công đoàn cơ sở",
          .reason = "Khu nhà công nhân thay người liên tục, pin hỏng và dầu thải đổ "
             "chung rác nhà.",
          .goal = "Mỗi quý gom riêng trên hai trăm ký rác độc; rác chung giảm một phần "
             "tư.",
          .way = "Bàn đổi cây đặt cổng nhà máy giờ tan ca, không đặt ở nhà văn hóa. Chủ "
             "trọ ghi rác vào nội quy. Ai đổi ba lần được bớt tiền nước.",
          .place = "Hai khu trọ, 120 phòng.",
          .forces = "Công đoàn nhà máy; chủ trọ; Hội Phụ nữ.",
          .resources = "26 triệu đồng cây giống, thùng kín.",
          .product = "Phiếu giao rác độc cho đơn vị xử lý.",
          .upkeep = "Nhà máy chịu tiền vận chuyển theo hợp đồng năm.",
          .failures[0] = "Tháng đầu đổi được chín ký vì đặt bàn sai giờ." }, } },
    { .metric = "Đoạn bờ kênh, sông còn rác nổi", .measure = "mét",
      .source = "Đi bộ đo bằng thước dây sáng chủ nhật cuối tháng",
      .needs = "Lưới chắn ở hai đầu, ghe hoặc sào, chỗ tập kết được thu trong ngày.",
      .told = {
        { .unit = "19789", .key = "thuanhoa-ancuu", .begun = 27, .before = 900,
          .after = { 420, 260 }, .cost = 40000000, .households = 170, .workdays = 190,
          .name = "Một khúc sông An Cựu của một tổ", .contact = "Tổ trưởng tổ 11",
          .reason = "Sông nắng đục mưa trong, mà rác trôi mỗi chiều. Ai cũng nghĩ của "
             "thượng nguồn.",
          .goal = "Chín trăm mét bờ sông còn dưới ba trăm mét có rác; biết rác từ cống "
             "nào ra.",
          .way = "Mỗi tổ giữ một khúc, đóng cọc sơn tên. Vớt xong chia loại ngay trên bờ "
             "để biết rác từ đâu. Cống nào ra nhiều thì lắp lưới và đi ngược lên nói "
             "chuyện từng nhà.",
          .place = "Bốn tổ dọc sông, 170 hộ.",
          .forces = "Bốn tổ; hội chèo SUP; trường trung học.",
          .resources = "40 triệu đồng lưới và áo phao.",
          .product = "Bảng chia loại theo tuần; ảnh ba cống.",
          .upkeep = "Lưới vá mỗi tháng, các quán ven sông góp.",
          .failures[0] = "Lưới mắt nhỏ làm ngập sân ba nhà khi mưa to; đổi lưới có bản "
             "lề.",
          .failures[1] = "Mùa hè ít người ra vì nóng; chuyển sang năm giờ sáng." },
        { .unit = "20014", .key = "hoachau-song", .begun = 18, .before = 1400,
          .after = { 1028, 800 }, .cost = 33000000, .households = 88, .workdays = 150,
          .name = "Ghe bán bánh chở rác về", .contact = "Chi hội trưởng người cao tuổi",
          .reason = "Phố cổ ven sông có bến mà không ai muốn xuống bến: bao ni lông mắc "
             "đầy gốc cây.",
          .goal = "Bờ sông trước phố sạch một nửa trong một năm.",
          .way = "Mười hai ghe, đò nhận bao lưới, chở rác về bến tính điểm đổi dầu. "
             "Người câu cá có túi riêng ở quán nước. Mỗi tháng dọn một bến, ăn cháo "
             "chung.",
          .place = "Đoạn sông qua phố cổ, 88 hộ.",
          .forces = "Hội người cao tuổi; chủ ghe; chi đoàn.",
          .resources = "33 triệu đồng bao lưới, dầu đổi điểm.",
          .product = "Sổ điểm; ảnh bến theo tháng.", .upkeep = "Quán nước góp tiền dầu.",
          .failures[0] = "Bèo trôi về che rác, vớt cực gấp đôi; xin được một máy kéo tay.",
          .failures[1] = "Lũ đầu mùa đưa rác về nhiều hơn số đã vớt cả năm." },
        { .unit = "19828", .key = "phongphu-bien", .begun = 14, .before = 2200,
          .after = { 1300 }, .cost = 30000000, .households = 140, .workdays = 120,
          .metric = "Bãi biển còn rác dạt", .measure = "mét",
          .source = "Đi bộ đo sáng chủ nhật đầu tháng",
          .needs = "Kho phơi lưới, cân ở bến, nơi mua dây lưới cũ.",
          .name = "Bãi trước nhà là của nhà", .contact = "Chi hội trưởng nghề cá",
          .reason = "Lưới rách, phao xốp dạt vào bãi suốt mùa gió; trẻ con giẫm phải.",
          .goal = "Hai cây số bãi còn dưới một cây số có rác dạt.",
          .way = "Chia bãi theo trục đường xuống biển. Lưới rách gom phơi, bán bó cho "
             "người làm dây. Mỗi ghe ra khơi có một bao, về bến cân.",
          .place = "Ba tổ dân phố ven biển, 140 hộ.",
          .forces = "Chi hội nghề cá; biên phòng; trường học.",
          .resources = "30 triệu đồng bao, cân, kho phơi.",
          .product = "Sổ cân ở bến; phiếu bán lưới.", .upkeep = "Tiền lưới mua lại bao.",
          .failures[0] = "Phao xốp không ai mua, đầy kho bốn tháng." }, } },
    { .metric = "Đám tang theo quy ước mới", .measure = "đám",
      .source = "Sổ của ban tang lễ, gia đình ký",
      .needs = "Người cao tuổi có tiếng nói làm trước trong chính nhà mình.",
      .told = {
        { .unit = "19774", .key = "kimlong-tang", .begun = 30, .before = 3,
          .after = { 19, 34 }, .cost = 12000000, .households = 320, .workdays = 15,
          .name = "Tiễn người đi, không làm khổ người ở lại",
          .contact = "Chi hội trưởng người cao tuổi",
          .reason = "Có nhà vay hơn trăm triệu lo bốn ngày tang, nhạc tới nửa đêm. Vàng "
             "mã rải dọc đường, người quét rác theo sau.",
          .goal = "Hai phần ba số đám tang không quá hai ngày, không rải vàng mã, nhạc "
             "dừng lúc mười giờ.",
          .way = "Bảy cụ cao tuổi viết sẵn lời dặn con, đọc trong ngày hội người cao "
             "tuổi. Có tang thì hai cụ tới trước khi mời thầy. Vòng hoa luân chuyển của "
             "tổ, tiền phúng để lại cho con đi học.",
          .place = "Năm tổ dân phố, 320 hộ.",
          .forces = "Hội người cao tuổi; các chùa, xứ đạo; tổ trưởng.",
          .resources = "12 triệu đồng vòng hoa luân chuyển, rạp chung.",
          .product = "Lời dặn của bảy mươi mốt cụ; sổ tang.",
          .upkeep = "Rạp cho mượn, ai mượn đóng tiền giặt.",
          .failures[0] = "Ba nhà nói có nhưng con ở xa về làm lớn. Không cãi lúc tang; "
             "gặp lại sau trăm ngày.",
          .failures[1] = "Ban nhạc mất việc phản đối; nhà có tang vẫn được mời nhạc ban "
             "ngày." },
        { .unit = "19945", .key = "phuvinh-cuoi", .begun = 19, .before = 2,
          .after = { 8, 11 }, .cost = 9000000, .households = 260, .workdays = 10,
          .metric = "Đám cưới gọn trong một buổi", .measure = "đám",
          .source = "Sổ mượn nhà văn hóa",
          .needs = "Phông, loa cho mượn và người ngồi tính với hai họ.",
          .name = "Tiệc cưới bớt mâm, thêm vốn", .contact = "Bí thư chi đoàn",
          .reason = "Cưới ba ngày, mời bốn trăm khách, đôi trẻ ra riêng với sổ nợ.",
          .goal = "Mười đám một năm gọn một buổi, dưới một trăm rưỡi khách.",
          .way = "Cho mượn nhà văn hóa, phông, loa không lấy tiền. Bàn tính chi tiêu với "
             "hai họ trước ba tháng. Tiền bớt được gửi sổ tiết kiệm cho đôi trẻ, đọc "
             "trước hai họ.",
          .place = "Ba thôn ven phá, 260 hộ.", .forces = "Đoàn xã; Hội Phụ nữ; họ tộc.",
          .resources = "9 triệu đồng phông, đèn.", .product = "Sổ cho mượn; ảnh đám.",
          .upkeep = "Đôi trẻ đi trước kể lại cho đôi sau.",
          .failures[0] = "Hai họ lớn sợ mất mặt, chỉ bớt được một ngày.",
          .failures[1] = "Mùa mưa nhà văn hóa dột, một đám phải dời." },
        { .unit = "19909", .key = "duongno-kyquy", .life = GOES_SILENT, .begun = 29,
          .before = 4, .after = { 13 }, .cost = 6000000, .households = 150, .workdays = 8,
          .metric = "Họ làm giỗ không dùng đồ nhựa một lần", .measure = "họ",
          .source = "Sổ mượn bát", .needs = "Hai trăm bộ bát, một chỗ cất khô ráo.",
          .name = "Giỗ họ không khói nhựa", .contact = "Trưởng ban họ tộc",
          .reason = "Giỗ họ nào cũng bát nhựa, chai nước, xong rồi chất đống sau đình.",
          .goal = "Mười hai họ trong làng không dùng đồ một lần.",
          .way = "Mua chung hai trăm bộ bát, họ nào giỗ tới mượn. Con cháu rửa bát thay "
             "cho khoản đóng. Nước nấu bình, có cháu rót.",
          .place = "Mười hai họ của một làng, 150 hộ.",
          .forces = "Hội đồng họ tộc; Hội Phụ nữ.", .resources = "6 triệu đồng bát đĩa.",
          .product = "Sổ mượn bát.", .upkeep = "Bát vỡ thì họ mượn mua bù.",
          .failures[0] = "Họ ở xa ngại chở; tháng chạp ba họ giỗ cùng ngày, không đủ bát." }, } },
    { .metric = "Trẻ 7–11 tuổi bơi được 25 mét", .measure = "em",
      .source = "Thầy kiểm tra, phụ huynh chứng kiến, ghi danh sách",
      .needs = "Chỗ nước đo được độ sâu, hai người cứu hộ có chứng chỉ, phụ huynh thay "
         "nhau ngồi bờ.",
      .told = {
        { .unit = "19873", .key = "phongquang-boi", .begun = 33, .before = 22,
          .after = { 96, 171, 240 }, .cost = 95000000, .households = 290, .workdays = 180,
          .name = "Biết bơi trước khi lên ghe", .contact = "Hiệu trưởng trường tiểu học",
          .reason = "Kẹp giữa phá và biển mà mười em thì tám em không biết bơi. Hai năm "
             "mất ba em, đều trong tầm mắt người lớn.",
          .goal = "Học xong lớp năm là bơi được hai mươi lăm mét và biết gọi cứu.",
          .way = "Quây lưới ở bến cạn, cọc sơn độ sâu. Học theo con nước, có tờ lịch. "
             "Bài đầu không phải bơi mà là nổi và ném phao. Ông bà giữ sổ điểm danh; em "
             "nào vắng thì có người tới nhà.",
          .place = "Bốn tổ dân phố giữa phá và biển, 290 em.",
          .forces = "Hai thầy thể dục; biên phòng; hội phụ nữ.",
          .resources = "95 triệu đồng lưới, áo, phao; mỗi hè bảy tuần.",
          .product = "Danh sách kiểm tra có chữ ký phụ huynh.",
          .upkeep = "Nhà có con học đóng một ngày công; phao do chủ ghe góp.",
          .failures[0] = "Tuần đầu sứa dạt, mười em rát da, nghỉ bốn ngày.",
          .failures[1] = "Em gái lớp năm không chịu xuống nước trước mặt con trai; mở "
             "lớp riêng có cô dạy.",
          .failures[2] = "Một thầy chuyển trường giữa hè; phải đào tạo ba người thay." },
        { .unit = "20122", .key = "vinhloc-boi", .begun = 21, .before = 15,
          .after = { 58, 102 }, .cost = 60000000, .households = 130, .workdays = 90,
          .name = "Hồ bơi khung thép chuyền thôn", .contact = "Bí thư Đoàn xã",
          .reason = "Bến nào cũng sâu và có dòng; xa thành phố, tiền vé hồ bơi bằng hai "
             "ngày công.",
          .goal = "Một trăm em thôn ven đầm biết bơi sau ba mùa hè.",
          .way = "Một hồ lắp ghép, mỗi thôn ba tuần; thôn nhận phải có sân phẳng, nước "
             "sạch và người coi. Em bơi được thì theo kèm em chưa.",
          .place = "Năm thôn, 130 em.",
          .forces = "Đoàn xã; phụ huynh; trạm y tế thử nước.",
          .resources = "60 triệu đồng; tiền nước các thôn chịu.",
          .product = "Sổ giao hồ; danh sách đạt.",
          .upkeep = "Bạt thay ba năm một lần, quỹ khuyến học lo.",
          .failures[0] = "Chở hồ rách bạt, mất hai tuần vá.",
          .failures[1] = "Một thôn lấy nước kênh, thử không đạt; đổi nước mất hai triệu "
             "đồng." },
        { .unit = "19942", .key = "phuvang-phao", .begun = 13, .before = 40,
          .after = { 75 }, .cost = 18000000, .households = 95, .workdays = 20,
          .metric = "Em qua đò mặc áo phao vừa người", .measure = "em",
          .source = "Thầy đếm ở bến ba sáng liền",
          .needs = "Áo ba cỡ có tên, móc treo ở bến, lái đò chịu chờ.",
          .name = "Áo phao treo ở bến đò", .contact = "Chủ tịch Hội Chữ thập đỏ",
          .reason = "Trẻ đi học qua đò ngang không áo; áo của đò rách và rộng.",
          .goal = "Chín mươi lăm em đi đò có áo vừa người, tự cài.",
          .way = "Móc treo ghi tên từng em ở hai bến. Không áo không qua, lái đò có "
             "quyền chờ. Thứ hai thầy giáo đứng bến.",
          .place = "Hai bến đò ngang.", .forces = "Lái đò; nhà trường; hội chữ thập đỏ.",
          .resources = "18 triệu đồng áo ba cỡ.", .product = "Danh sách móc treo; sổ đò.",
          .upkeep = "Áo chật chuyền cho em sau.",
          .failures[0] = "Mùa nóng các em cởi giữa sông; lái đò phải dừng máy." }, } },
    { .metric = "Học sinh nghỉ quá mười buổi không phép trong một kỳ", .measure = "em",
      .source = "Sổ điểm danh của trường, đối chiếu danh sách thôn",
      .needs = "Giáo viên chủ nhiệm, một người thôn nói được tiếng của nhà, xe hoặc chỗ "
         "trọ.",
      .told = {
        { .unit = "20056", .key = "aluoi1-toitruong", .begun = 29, .before = 61,
          .after = { 34, 17 }, .cost = 52000000, .households = 180, .workdays = 70,
          .name = "Gõ cửa lúc năm giờ rưỡi", .contact = "Bí thư chi bộ thôn",
          .reason = "Mùa rẫy, mùa măng, sáu mươi mốt em nghỉ dài. Giấy mời gửi về nằm ở "
             "vách, cha mẹ ở chòi rẫy.",
          .goal = "Không em nào nghỉ quá mười buổi mà không ai tới hỏi.",
          .way = "Mỗi xóm một người gõ cửa, dắt em ra điểm xe. Em nghỉ hai buổi thì cô "
             "và già làng cùng lên chòi. Nhà cần người giữ em nhỏ thì gửi ở nhóm trẻ của "
             "thôn.",
          .place = "Bốn thôn sát biên giới, 180 em.",
          .forces = "Già làng; bộ đội biên phòng; cô giáo.",
          .resources = "52 triệu đồng tiền xe, gạo trưa.",
          .product = "Sổ gõ cửa; sổ điểm danh.",
          .upkeep = "Nhóm trẻ do ba bà trong thôn thay nhau; gạo từ rẫy chung.",
          .failures[0] = "Ba em lớp chín vẫn bỏ đi làm xa; có một em về học nghề.",
          .failures[1] = "Người gõ cửa mệt vào mùa gặt; chia hai người một xóm." },
        { .unit = "20182", .key = "longquang-tro", .begun = 17, .before = 26,
          .after = { 17, 11 }, .cost = 44000000, .households = 75, .workdays = 60,
          .name = "Nhà trọ của thôn ở cạnh trường", .contact = "Trưởng ban phụ huynh",
          .reason = "Trường xa mười bốn cây, mưa là suối cắt; em nào nghỉ một tuần thì "
             "ngại không dám vô lại.",
          .goal = "Hai mươi em có chỗ ở cạnh trường trong mùa mưa.",
          .way = "Dựng nhà tạm trên đất trường, mỗi tuần hai phụ huynh ở cùng. Gạo, củi "
             "góp theo sổ. Tối có một giờ học chung, đèn do thầy giữ.",
          .place = "Ba thôn xa, 75 em.", .forces = "Phụ huynh; trường; Hội Phụ nữ.",
          .resources = "44 triệu đồng mái, giường, bếp.", .product = "Sổ phụ huynh trực.",
          .upkeep = "Hết mưa nhà làm chỗ sinh hoạt hè.",
          .failures[0] = "Hai tuần thiếu người trực, phải nhờ thầy; bếp khói, làm lại "
             "ống.",
          .failures[1] = "Em lớp một nhớ nhà, không ở được." },
        { .unit = "19900", .key = "thuanan-heodat", .begun = 15, .before = 19,
          .after = { 9 }, .cost = 20000000, .households = 60, .workdays = 10,
          .name = "Con heo đất của chuyến biển", .contact = "Chi hội phó nghề cá",
          .reason = "Cha đi biển, mẹ bán cá, em lớn ở nhà coi em nhỏ; đầu năm học thiếu "
             "tiền sách là nghỉ.",
          .goal = "Giảm một nửa số em nghỉ dài; không em nào nghỉ vì sách vở.",
          .way = "Mỗi ghe bỏ heo một ký cá mỗi chuyến, mổ trước ngày khai giảng. Giữ em "
             "nhỏ tại nhà văn hóa buổi sáng. Thầy báo em vắng cho chủ ghe.",
          .place = "Hai tổ dân phố nghề biển.",
          .forces = "Chi hội nghề cá; phụ nữ; nhà trường.",
          .resources = "20 triệu đồng mỗi năm từ heo đất.",
          .product = "Biên bản mổ heo; danh sách nhận sách.",
          .upkeep = "Năm mất mùa heo nhẹ; có bù từ quỹ khuyến học.",
          .failures[0] = "Biển động hai tháng, heo chỉ có sáu triệu đồng." }, } },
    { .metric = "Người già sống một mình được ghé thăm hằng ngày", .measure = "người",
      .source = "Sổ ghé nhà, kiểm tra chéo bằng điện thoại mỗi tuần",
      .needs = "Danh sách thật, người ghé ở cách không quá năm phút, số trạm y tế.",
      .told = {
        { .unit = "19753", .key = "phuxuan-cuaso", .begun = 25, .before = 12,
          .after = { 48, 63 }, .cost = 15000000, .households = 63, .workdays = 120,
          .name = "Mở cửa sổ mỗi sáng", .contact = "Chi hội trưởng phụ nữ",
          .reason = "Một bác mất trong phòng trọ ba ngày mới ai biết. Trong phường có 63 "
             "người già sống một mình.",
          .goal = "Sáng nào cũng có người biết cả sáu mươi ba cụ vẫn khỏe.",
          .way = "Cụ mở cửa sổ hoặc treo khăn vàng trước tám giờ. Ai đi chợ, đi học "
             "ngang thì nhìn. Khăn chưa treo thì gõ, không mở thì gọi nhà giữ chìa khóa. "
             "Mỗi tuần một cuộc nói chuyện không vì việc gì.",
          .place = "Bảy tổ dân phố nội thành.",
          .forces = "Hàng xóm; học sinh; trạm y tế.",
          .resources = "15 triệu đồng khăn, chuông, chìa.",
          .product = "Sổ ghé; hai lần đưa đi viện kịp.",
          .upkeep = "Không tốn; cần người nhận thêm khi có người chuyển đi.",
          .failures[0] = "Bốn cụ không muốn bị nhìn, xin thôi; tôn trọng.",
          .failures[1] = "Mưa lũ không thấy khăn; nay đổi sang gọi điện khi có cảnh báo." },
        { .unit = "19996", .key = "huongtra-comtrua", .is_of_one = true, .begun = 20,
          .before = 3, .after = { 10, 14 }, .cost = 21000000, .households = 14,
          .workdays = 300, .name = "Mâm cơm trưa xách sang", .contact = "Chính người nấu",
          .reason = "Mười bốn cụ ăn mì gói bữa trưa vì nấu một mình không đáng.",
          .goal = "Mười bốn cụ có bữa trưa nóng năm ngày một tuần.",
          .way = "Một người nấu thêm, bảy nhà thay nhau xách sang và ngồi cùng mười lăm "
             "phút. Khẩu phần hỏi trạm y tế. Ai trả được thì trả mười nghìn đồng.",
          .place = "Một tổ dân phố.", .forces = "Một phụ nữ nấu; bảy nhà; trạm y tế.",
          .resources = "21 triệu đồng mỗi năm, phần lớn là gạo rau góp.",
          .product = "Sổ bữa, cân nặng từng cụ mỗi quý.",
          .upkeep = "Nếu người nấu ốm, hai nhà thay.",
          .failures[0] = "Hai cụ đái đường phải nấu riêng; tháng đầu không biết.",
          .failures[1] = "Có tuần hết tiền gas, phải vay." },
        { .unit = "19753", .key = "phuxuan-benhvien", .life = WAITS, .begun = 3,
          .before = 0, .cost = 12000000, .households = 30, .workdays = 0,
          .name = "Có người đi cùng tới bệnh viện", .contact = "Chi hội trưởng phụ nữ",
          .reason = "Ba mươi cụ ngại đi khám vì không biết lối, không ai chờ cùng.",
          .goal = "Mỗi lần khám có một người đi cùng, ghi lại lời bác sĩ bằng chữ to.",
          .way = "Lập danh sách hai mươi người rảnh buổi sáng; gọi trước hai ngày; xe ôm "
             "của tổ giảm giá.",
          .place = "Bốn tổ dân phố, 30 cụ.",
          .forces = "Hội Phụ nữ; đoàn viên; trạm y tế.",
          .resources = "12 triệu đồng tiền xe.", .product = "Tờ dặn chữ to; sổ đi khám.",
          .upkeep = "Các tổ luân phiên, mỗi quý một tổ giữ danh sách." }, } },
    { .metric = "Nhà vườn, nhà xưa còn giữ nguyên khung", .measure = "nhà",
      .source = "Kiểm kê của phường có ảnh bốn mặt",
      .needs = "Thợ mộc biết nhà rường, tiền vay sửa mái, chủ nhà tự nguyện.",
      .told = {
        { .unit = "19774", .key = "kimlong-nhavuon", .begun = 31, .before = 21,
          .after = { 21, 24 }, .cost = 310000000, .households = 24, .workdays = 75,
          .name = "Nhà xưa có người ở", .contact = "Chủ tịch hội làm vườn",
          .reason = "Cứ hai năm mất một nhà rường vì anh em chia đất hoặc dột không tiền "
             "sửa. Khách tới chỉ thấy cổng khóa.",
          .goal = "Không mất thêm nhà nào trong ba năm; ba nhà đã bán khung dựng lại.",
          .way = "Ngồi với cả họ trước khi chia đất, thợ và địa chính cùng dự. Vay sửa "
             "mái không lãi, trả bằng vé vườn. Lịch mở cửa xoay tuần để nhà nào cũng có "
             "ngày riêng tư.",
          .place = "Xóm nhà vườn, 24 nhà.", .forces = "Họ tộc; thợ mộc; hội làm vườn.",
          .resources = "310 triệu đồng quỹ vay của phường và người góp.",
          .product = "Ảnh bốn mặt hai kỳ; sổ vay.",
          .upkeep = "Vé vườn trả được bảy phần mười tiền vay đúng hạn.",
          .failures[0] = "Một họ không thống nhất được sau sáu buổi, nhà vẫn treo khóa.",
          .failures[1] = "Gỗ mít cùng cỡ khan, sửa một mái mất chín tháng." },
        { .unit = "19831", .key = "phongdinh-phuoctich", .begun = 24, .before = 30,
          .after = { 28 }, .cost = 120000000, .households = 30, .workdays = 200,
          .name = "Làng cổ tự coi lấy mái", .contact = "Trưởng ban quản lý làng",
          .reason = "Người trẻ đi, nhà rường có bà cụ giữ; mối ăn tới đâu không ai hay.",
          .goal = "Ba mươi nhà có người khám mối mỗi quý.",
          .way = "Đội sáu thanh niên học khám mối, mỗi quý gõ từng cột ghi phiếu. Nhà "
             "không người thì hàng xóm giữ khóa. Hai nhà xuống nặng được cả làng góp "
             "công hạ giải.",
          .place = "Một làng cổ ven sông, 30 nhà.",
          .forces = "Thanh niên; ban quản lý làng; hội người cao tuổi.",
          .resources = "120 triệu đồng thuốc, gỗ, công thợ.",
          .product = "Phiếu cột từng nhà.", .upkeep = "Học thêm hai người mỗi năm.",
          .failures[0] = "Hai nhà không giữ được: một cháy bếp, một sập sau lũ. Chúng "
             "tôi ghi đúng số ấy." },
        { .unit = "19813", .key = "thuyxuan-huong", .begun = 12, .before = 17,
          .after = { 23 }, .cost = 41000000, .households = 23, .workdays = 30,
          .metric = "Nhà làm hương phơi trong sân", .measure = "nhà",
          .source = "Ảnh lòng đường lúc mười giờ sáng",
          .needs = "Bãi xe chung và một tờ chia khách ai cũng thấy.",
          .name = "Làng hương không bày ra đường", .contact = "Tổ trưởng làng nghề",
          .reason = "Hương phơi tràn lòng đường cho khách chụp; xe quệt, khói bụi, nhà "
             "làm thật lại khuất sau.",
          .goal = "Hai mươi ba nhà làm hương có sân phơi, khách vào sân.",
          .way = "Chia khách theo biển số chẵn lẻ tới từng sân. Ai bày ra lòng đường thì "
             "tuần đó không được dẫn khách. Có bảng kể cách xe hương thật.",
          .place = "Một đoạn đường làng nghề.",
          .forces = "Tổ làng nghề; xe điện; tổ dân phố.",
          .resources = "41 triệu đồng lát sân, bảng.",
          .product = "Ảnh lòng đường mười giờ sáng; sổ chia khách.",
          .upkeep = "Tiền vé để xe điện trả cho sân.",
          .failures[0] = "Hai nhà mặt tiền kiện vì mất khách chụp hình; còn đang nói "
             "chuyện." }, } },
    { .metric = "Lượt mượn sách mỗi tháng", .measure = "lượt",
      .source = "Thẻ mượn, cộng cuối tháng",
      .needs = "Phòng có đèn, ba trăm cuốn trẻ muốn đọc, người mở cửa đúng giờ.",
      .told = {
        { .unit = "19858", .key = "phongthai-tusach", .begun = 22, .before = 15,
          .after = { 130, 210 }, .cost = 27000000, .households = 240, .workdays = 35,
          .name = "Tủ sách để ở nhà ông từ", .contact = "Chủ tịch hội khuyến học làng",
          .reason = "Thư viện cũ khóa vì không có người trực; trẻ đi chơi điện tử đầu "
             "xóm.",
          .goal = "Mỗi tháng hai trăm lượt mượn.",
          .way = "Đặt tủ ở nhà thờ họ, ông từ mở cửa buổi chiều. Đọc xong kể lại ba câu "
             "thì được đóng dấu. Đổi sách giữa năm họ mỗi quý.",
          .place = "Năm họ trong làng, 240 hộ. Trẻ từ lớp một tới lớp chín của cả làng; "
             "người lớn mượn cũng được.",
          .forces = "Họ tộc; thầy cô về hưu; chi đoàn.",
          .resources = "27 triệu đồng sách do người xa quê góp.",
          .product = "Thẻ mượn; sổ dấu.", .upkeep = "Mỗi đám giỗ góp một cuốn.",
          .failures[0] = "Sách góp phần lớn không hợp trẻ; phải xin tiền mua.",
          .failures[1] = "Ẩm mốc 60 cuốn sau mùa lụt." },
        { .unit = "20107", .key = "phuloc-xesach", .is_of_one = true, .begun = 16,
          .before = 8, .after = { 96 }, .cost = 14000000, .households = 110,
          .workdays = 25, .name = "Xe ba gác chở truyện", .contact = "Chính thầy giáo",
          .reason = "Thôn rải dọc quốc lộ, trẻ không qua đường được để tới thư viện.",
          .goal = "Một trăm lượt mượn mỗi tháng ở sáu điểm dừng.",
          .way = "Thầy giáo về hưu đạp xe tới sáu điểm, giờ cố định như xe kem. Mỗi em "
             "mượn hai cuốn. Ai trả đúng ba lần được chọn sách mới. Mùa mưa thùng sách "
             "có nắp, đi sau giờ tan học để các em không phải chờ.",
          .place = "Sáu thôn.", .forces = "Một thầy giáo; phụ huynh ở mỗi điểm.",
          .resources = "14 triệu đồng xe và sách.", .product = "Sổ mượn từng điểm.",
          .upkeep = "Có hai người học đạp thay. Hai phụ huynh đã đạp thay bảy buổi; "
             "truyện rách thì các em dán lại trong giờ thủ công.",
          .failures[0] = "Nghỉ một tháng vì thầy đau chân; lúc ấy mới tìm người thay." },
        { .unit = "19975", .key = "huongthuy-hoctoi", .life = GOES_SILENT, .begun = 26,
          .before = 10, .after = { 44 }, .cost = 16000000, .households = 85,
          .workdays = 15, .name = "Tiếng trống học bài", .contact = "Tổ trưởng dân phố",
          .reason = "Bảy giờ tối cả xóm mở loa hát; trẻ không học được.",
          .goal = "Từ bảy rưỡi tới chín giờ không loa; trẻ có chỗ đọc.",
          .way = "Trống đình đánh ba hồi lúc bảy rưỡi. Nhà nào có karaoke thì ký giờ. "
             "Nhà văn hóa mở tủ sách, sinh viên kèm. Cha mẹ thay nhau ngồi ở cửa phòng, "
             "mỗi nhà một tối trong tháng.",
          .place = "Hai tổ dân phố. Học sinh lớp ba tới lớp chín, nhà ở hai bên một trục "
             "đường.",
          .forces = "Tổ dân phố; sinh viên tình nguyện.",
          .resources = "16 triệu đồng sách, đèn.", .product = "Sổ mượn; bảng giờ.",
          .upkeep = "Sinh viên đổi theo khóa, cần trường giữ.",
          .failures[0] = "Kỳ thi sinh viên nghỉ, phòng khóa một tháng." }, } },
    { .metric = "Hộ có nhà tiêu hợp vệ sinh đang dùng", .measure = "hộ",
      .source = "Y tế thôn xem tận nơi, ghi tọa độ",
      .needs = "Thợ trong thôn, khuôn ống bi, nước dội quanh năm.",
      .told = {
        { .unit = "20044", .key = "aluoi2-nhatieu", .begun = 30, .before = 44,
          .after = { 121, 168 }, .cost = 260000000, .households = 190, .workdays = 420,
          .name = "Nhà nhỏ sau nhà sàn", .contact = "Y tế thôn",
          .reason = "Dự án trước cho bồn sứ, nhiều nhà để trâu đụng vỡ hoặc làm kho củi. "
             "Không ai hỏi dân muốn đặt đâu.",
          .goal = "Một trăm bảy mươi hộ dùng thật, không tính cái khóa.",
          .way = "Hỏi từng nhà kiêng hướng nào. Sáu thợ trong thôn đúc ống, nhà góp cát "
             "và công. Chị em quyết kiểu, không phải thợ. Sau ba tháng quay lại xem còn "
             "dùng không mới trả đủ tiền.",
          .place = "Năm thôn, 190 hộ.", .forces = "Hội Phụ nữ; y tế thôn; thợ tại chỗ.",
          .resources = "260 triệu đồng, hộ góp một phần ba bằng công.",
          .product = "Danh sách có tọa độ; ảnh sau ba tháng.",
          .upkeep = "Khuôn để lại; thợ nhận làm ngoài.",
          .failures[0] = "Mùa khô thiếu nước, 19 cái bỏ; nối thêm ống suối.",
          .failures[1] = "Mười hộ ở chòi rẫy quanh năm, không làm được." },
        { .unit = "20071", .key = "aluoi3-nuocsuoi", .begun = 20, .before = 30,
          .after = { 56, 72 }, .cost = 105000000, .households = 84, .workdays = 260,
          .name = "Ống suối có người trông", .contact = "Trưởng ban nước",
          .reason = "Công trình nước làm xong hai năm thì khô vòi: lá lấp, ống gãy, "
             "không ai giữ chìa.",
          .goal = "Bảy mươi hộ có nước về và dùng nhà tiêu dội.",
          .way = "Mỗi xóm một người trông đầu nguồn, trả bằng gạo. Nhà nào mở vòi chảy "
             "suốt bị cả xóm nhắc. Rào đầu nguồn, trâu uống ở máng riêng.",
          .place = "Ba thôn, 84 hộ.",
          .forces = "Ban nước thôn; thanh niên; kỹ thuật huyện cũ hướng dẫn.",
          .resources = "105 triệu đồng ống, bể.", .product = "Sổ đầu nguồn; đếm vòi.",
          .upkeep = "Mỗi hộ mười nghìn đồng một tháng; thu được tám phần mười.",
          .failures[0] = "Lũ quét cuốn bể lắng, mất hai tháng.",
          .failures[1] = "Xóm cuối nước yếu; phải chia giờ." },
        { .unit = "20179", .key = "namdong-chuong", .life = IS_DRAFT, .begun = 2,
          .before = 0, .cost = 40000000, .households = 35, .workdays = 0,
          .name = "Dời chuồng trâu ra xa nhà", .contact = "Trưởng thôn",
          .reason = "Chuồng dưới sàn hoặc sát bếp; trẻ tiêu chảy mỗi mùa mưa. Y tế thôn "
             "ghi ba mươi mốt lượt trong một mùa.",
          .goal = "Ba mươi lăm hộ dời chuồng cách nhà hai mươi mét.",
          .way = "Chọn bãi chung có rào, chia ca giữ đêm vì sợ mất trâu. Chuồng lót đá, "
             "có hố ủ; nhà nào dời trước được giúp ba công.",
          .place = "Hai thôn.", .forces = "Hội Nông dân; y tế thôn.",
          .resources = "Chưa tính xong.", .product = "Ảnh chuồng.",
          .upkeep = "Bàn tiếp ở buổi họp thôn." }, } },
    { .metric = "Đất hiến làm đường, rãnh", .measure = "mét vuông",
      .source = "Biên bản hiến có ký, địa chính đo",
      .needs = "Bản vẽ cắm cọc trước, người hiến đầu tiên là cán bộ, tiền làm ngay sau "
         "khi hiến.",
      .told = {
        { .unit = "20035", .key = "binhdien-hiendat", .begun = 27, .before = 300,
          .after = { 2400, 3900 }, .cost = 880000000, .households = 92, .workdays = 610,
          .land = 3600, .road = 1240,
          .name = "Cọc xanh, cọc đỏ", .contact = "Trưởng ban công tác Mặt trận",
          .reason = "Đường đồi rộng hai mét, xe cứu thương dừng ngoài. Lần trước vận "
             "động xong ba năm không làm, ai cũng giận.",
          .goal = "Mở bốn đoạn, ba nghìn mét vuông; hiến xong tháng nào làm tháng ấy.",
          .way = "Cọc xanh là đường cũ, cọc đỏ là đường mới, để hai tuần cho cả thôn đi "
             "lui đi tới. Nhà nào mất hơn ba mươi mét thì cả thôn xây lại rào. Không "
             "hiến cũng không nêu tên.",
          .place = "Hai thôn, 92 hộ.", .forces = "Ban công tác Mặt trận; thợ trong thôn.",
          .resources = "880 triệu đồng, dân góp 610 công.",
          .product = "Biên bản hiến; sổ công xây rào.",
          .upkeep = "Rãnh tự nạo mỗi tháng.",
          .failures[0] = "Một nhà không hiến, đường thắt lại sáu mét; giữ nguyên.",
          .failures[1] = "Xi măng về trễ, rào phá rồi chưa xây hai tháng; xin lỗi từng "
             "nhà." },
        { .unit = "19867", .key = "quangdien-hangrao", .begun = 19, .before = 120,
          .after = { 760 }, .cost = 64000000, .households = 70, .workdays = 210,
          .land = 640, .road = 640,
          .name = "Hàng rào dâm bụt lùi một mét", .contact = "Trưởng thôn",
          .reason = "Tường rào lấn rãnh, mưa một giờ là ngập ngõ.",
          .goal = "Bảy trăm mét vuông trả lại cho rãnh và lề.",
          .way = "Nhà lùi được tặng cây rào, ai chưa lùi thì chừa lại. Làm từ cuối ngõ "
             "nơi ngập nhất. Đo mực nước trước sau bằng vạch sơn trên cột điện.",
          .place = "Một thôn, 70 hộ.",
          .forces = "Thôn; Hội Cựu chiến binh; phụ nữ ươm cây.",
          .resources = "64 triệu đồng nắp rãnh.", .product = "Vạch sơn; biên bản.",
          .upkeep = "Mỗi ngõ tự tỉa.",
          .failures[0] = "Trâu ăn ba đoạn rào non. Sáu nhà nói đã lùi mà chỉ trồng cây "
             "ngoài tường." },
        { .unit = "20131", .key = "hungloc-duongden", .life = IS_STOPPED, .begun = 28,
          .before = 50, .after = { 273, 410 }, .cost = 95000000, .households = 66,
          .workdays = 130, .land = 360, .name = "Đường đèn năng lượng mặt trời",
          .contact = "Bí thư chi đoàn",
          .reason = "Đường vào thôn tối, học sinh về muộn sợ.",
          .goal = "Hai cây số có đèn, mở thêm lề bốn trăm mét vuông.",
          .way = "Dân hiến lề dựng trụ; mỗi nhà nhận một trụ; tiền đèn do người xa quê "
             "góp.",
          .place = "Một thôn, 66 hộ.", .forces = "Chi đoàn; người xa quê.",
          .resources = "95 triệu đồng.", .product = "Biên bản hiến lề; danh sách trụ.",
          .upkeep = "Mỗi nhà lau tấm pin.",
          .failures[0] = "Bảy đèn tắt sau bốn tháng, nơi bán không trả lời.",
          .failures[1] = "Tới mùa mưa còn sáng mười một trong bốn mươi.",
          .learned = "Mua đèn rẻ không có người sửa gần là mất cả. Lề đã hiến vẫn còn "
             "ích; lần sau hỏi giấy bảo hành và thử hai trụ qua một mùa mưa trước." }, } },
};
/* clang-format on */
