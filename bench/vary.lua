-- wrk: another page each time, so that no cache can answer: "list NEWEST", "search" or "rare".
-- SPDX-License-Identifier: AGPL-3.0-or-later
dofile("bench/get.lua")
-- As people search: a word that every paper has, two or three that many have, a phrase; and two rare ones
-- that hardly ever meet, for which the index must look at all papers of the rarer.
local lists = {
    search = { "duong", "%C4%91%C6%B0%E1%BB%9Dng", "o+ga", "n%E1%BA%AFp+c%E1%BB%91ng", "rac+don", "ngap+mua+lon",
        "to+17", "den+duong+tat", "%22dien+sa+xuong%22", "%22o+ga+sau%22" },
    rare = { "so+996+to+22", "so+991+to+7", "so+983+to+11" },
}
local words
local path, newest, turn
function init(args)
    math.randomseed(os.time())
    path = wrk.path .. (wrk.path:find("?", 1, true) and "&" or "?")
    newest = args[1] == "list" and tonumber(args[2])
    words = lists[args[1]] or {}
    turn = math.random(10)
end
function request()
    turn = turn + 1
    local rest = newest and "truoc=" .. math.random(newest) or "q=" .. words[turn % #words + 1]
    return wrk.format("GET", path .. rest)
end
