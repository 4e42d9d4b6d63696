story A line that is repeated cannot be a repetition
repeat 2 repeat 2 GET /song
expect 200
