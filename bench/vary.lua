-- wrk: another page each time, so that no cache can answer: "KIND [NEWEST [FILE-OF-CODES [COOKIE]]]".
-- SPDX-License-Identifier: AGPL-3.0-or-later
dofile("bench/get.lua")
-- As people search: a word that every paper has, two or three that many have, a phrase; and two rare ones
-- that hardly ever meet, for which the index must look at all papers of the rarer.
local searches = { "duong", "%C4%91%C6%B0%E1%BB%9Dng", "o+ga", "n%E1%BA%AFp+c%E1%BB%91ng", "rac+don",
    "ngap+mua+lon", "to+17", "den+duong+tat", "%22dien+sa+xuong%22", "%22o+ga+sau%22" }
local rare = { "so+996+to+22", "so+991+to+7", "so+983+to+11" }
local newest, turn
local codes = {}
local headers = {}
local function any() return math.random(newest) end
local function code() return codes[turn % #codes + 1] end
local path
-- What follows the address, or stands in its place.
local kinds = {
    list = function() return path .. "truoc=" .. any() end,
    search = function() return path .. "q=" .. searches[turn % #searches + 1] end,
    rare = function() return path .. "q=" .. rare[turn % #rare + 1] end,
    home = function() return "/?z=" .. any() end,
    in_state = function() return path .. "status=received&truoc=" .. any() end,
    case = function() return "/kiem-tra/ho-so/" .. code() end,
    unit = function() return "/don-vi/19753?z=" .. any() end,
    figures = function() return "/giam-sat/so-lieu?z=" .. any() end,
    api_list = function() return "/api/v1/reports?unit=19753&before=" .. any() end,
    api_one = function() return "/api/v1/reports/" .. code() end,
    proof = function() return "/log/receipt/" .. any() - 1 end,
    consistency = function() return "/log/consistency/" .. any() .. "/" .. newest end,
    inbox = function() return "/cb/hop-thu?z=" .. any() end,
    officer = function() return "/cb/hs/" .. code() end,
}
local make
function init(args)
    math.randomseed(os.time())
    path = wrk.path .. (wrk.path:find("?", 1, true) and "&" or "?")
    make = kinds[args[1]]
    newest = tonumber(args[2] or 1)
    turn = math.random(1000)
    if args[3] then
        for line in io.lines(args[3]) do codes[#codes + 1] = line end
    end
    headers.Cookie = args[4]
end
function request()
    turn = turn + 1
    return wrk.format("GET", make(), headers)
end
