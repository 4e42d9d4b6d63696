story A variable that nobody kept
GET /$nowhere
