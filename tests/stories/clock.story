story   A clock that is set back is followed by no stamp, and the ledger says that it was set
clock   2026-03-02 09:00
console org import --hue
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác chưa lấy ba ngày nay."}
expect  201
clock   2026-03-02 08:54
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác vẫn chưa lấy."}
expect  201
let     code = json .code
fact    clock.jump feedback.received
GET     /api/v1/reports/$code
expect  json .received = 2026-03-02T09:00:00+07:00
clock   2026-03-02 08:58
POST    /api/v1/reports json {"unit":"19753","category":"rac-thai","text":"Rác đã một tuần chưa lấy."}
expect  201
fact    feedback.received feedback.received
ledger  verifies
