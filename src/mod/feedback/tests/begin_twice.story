story   The first click of a report, sent twice, leads to one draft
law     42/2013/QH13 art 28
clock   2026-03-02 09:00
console org import --hue
# The connection broke before the answer came, and the browser sent the same form again. The second
# sending was refused as another wish, because the page had drawn another address for the draft.
GET     /gui
let     token = between "name=\"token\" value=\"" "\""
POST    /gui don-vi=19753 token=$token
expect  303 /gui/*
let     draft = location after "/gui/"
POST    /gui don-vi=19753 token=$token
expect  303 /gui/$draft
# Another click is another report.
POST    /gui don-vi=19753
expect  303 /gui/*
GET     /gui/$draft
expect  200 text~"Việc gì?"
