-- wrk: one ticket per request, as Fossil's own form sends it.
-- SPDX-License-Identifier: AGPL-3.0-or-later
dofile("bench/get.lua")
local n = 0
local headers
function init()
    local here = wrk.scheme .. "://" .. wrk.host .. ":" .. wrk.port
    headers = { ["Content-Type"] = "application/x-www-form-urlencoded", ["Origin"] = here, ["Referer"] = here .. "/tktnew" }
end
function request()
    n = n + 1
    return wrk.format("POST", "/tktnew", headers,
        "csrf=localhost&submit=Submit&type=Incident&severity=Minor&mutype=Plain+Text&title=%C4%90%C6%B0%E1%BB%9Dng+" .. n ..
        "&icomment=c%C3%B3+%E1%BB%95+g%C3%A0+s%C3%A2u%2C+xe+m%C3%A1y+hay+ng%C3%A3%2C+mong+ph%C6%B0%E1%BB%9Dng+v%C3%A1+l%E1%BA%A1i+s%E1%BB%9Bm.")
end
