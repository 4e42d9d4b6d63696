-- wrk: another page each time, so that no cache can answer: "list NEWEST" of the pager, or "search".
-- SPDX-License-Identifier: AGPL-3.0-or-later
dofile("bench/get.lua")
-- Common and rare, with and without tone marks, one word and several.
local words = { "duong", "%C4%91%C6%B0%E1%BB%9Dng", "o+ga", "to+17", "duong+so+123", "n%E1%BA%AFp+c%E1%BB%91ng",
    "ngap+mua+to+5", "rac+don", "sa+xuong+loi+di", "so+996+to+22" }
local path, newest, turn
function init(args)
    math.randomseed(os.time())
    path = wrk.path .. (wrk.path:find("?", 1, true) and "&" or "?")
    newest = args[1] == "list" and tonumber(args[2])
    turn = math.random(#words)
end
function request()
    turn = turn % #words + 1
    local rest = newest and "truoc=" .. math.random(newest) or "q=" .. words[turn]
    return wrk.format("GET", path .. rest)
end
