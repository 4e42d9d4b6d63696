# Before July 2026 the law asked no days between invitation and dialogue; what counts is the dialogue's day.
story   A dialogue in June may follow its invitation at once, one on 1 July 2026 needs five days
law     155/2026/NĐ-CP art 11
law     02/2011/QH13 art 30
clock   2026-06-22 09:00
console org import --hue
console identity add --name "Trần Thị Lan" --sign-in lan --unit 19753 --title "Chủ tịch" --power complaint.handle,complaint.decide --password "trời mưa ở Vỹ Dạ" --chosen
as      lan "trời mưa ở Vỹ Dạ"
POST    /cb/khieu-nai/moi unit=19753 round=1 respondent=commune respondent_unit=19753 people=1 has_all_signatures=1 "name=Phạm Thị Hoa" "address=12 Lê Lợi" "contested=Quyết định 45/QĐ-UBND" contested_on=10/06/2026 "content=Mức bồi thường thấp." "request=Tính lại."
let     code = between "id=\"ma-ho-so\">" "<"
POST    /cb/khieu-nai/hs/$code/accept document=12/TB-UBND
POST    /cb/khieu-nai/hs/$code/verify document=20/QĐ-UBND
POST    /cb/khieu-nai/hs/$code/report choice=differ "said=Chỉ đúng một phần."
expect  303
POST    /cb/khieu-nai/hs/$code/invite on=22/06/2026 "told=Bà Hoa"
expect  303
advance 5 days
as      lan "trời mưa ở Vỹ Dạ"
# The 27th: four days before 1 July, three before the 30th of June.
POST    /cb/khieu-nai/hs/$code/invite on=01/07/2026 "told=Bà Hoa"
expect  422 text~"ít nhất 5 ngày"
POST    /cb/khieu-nai/hs/$code/invite on=01/07/2026 "told=Bà Hoa" sent_on=26/06/2026 document=5/GM-UBND
expect  303
POST    /cb/khieu-nai/hs/$code/invite on=30/06/2026 "told=Bà Hoa"
expect  303
ledger  verifies
