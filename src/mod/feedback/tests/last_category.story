# Whoever puts one category after the other out of use is stopped before the last that takes reports.
story   One category that takes reports is always left
clock   2026-03-02 09:00
console org import --hue
console identity add --name "Phan Viết Sơn" --sign-in son --unit 46 --title "Quản trị" --power admin --password "trời gió ở Bạch Hổ" --chosen
as      son "trời gió ở Bạch Hổ"
POST    /qt/loai-viec/giao-thong/dung version=0
POST    /qt/loai-viec/thoat-nuoc/dung version=0
POST    /qt/loai-viec/rac-thai/dung version=0
POST    /qt/loai-viec/chieu-sang/dung version=0
POST    /qt/loai-viec/cap-nuoc/dung version=0
POST    /qt/loai-viec/trat-tu/dung version=0
POST    /qt/loai-viec/dat-dai/dung version=0
POST    /qt/loai-viec/thuc-pham/dung version=0
POST    /qt/loai-viec/y-te/dung version=0
POST    /qt/loai-viec/giao-duc/dung version=0
POST    /qt/loai-viec/cuu-tro/dung version=0
POST    /qt/loai-viec/thu-tuc/dung version=0
POST    /qt/loai-viec/an-ninh/dung version=0
POST    /qt/loai-viec/van-hoa/dung version=0
POST    /qt/loai-viec/dich-vu-so/dung version=0
expect  303
POST    /qt/loai-viec/khac/dung version=0
expect  422 text~"Phải còn ít nhất một loại việc"
anonymous
GET     /api/v1/categories
expect  json .items[0].slug = khac
ledger  verifies
