-- wrk: one report per request, each with a key of its own.
-- SPDX-License-Identifier: AGPL-3.0-or-later
local thread = 0
function setup(t) t:set("id", thread) thread = thread + 1 end
local n = 0
local headers = { ["Content-Type"] = "application/json" }
function request()
    n = n + 1
    headers["Idempotency-Key"] = "bench-" .. id .. "-" .. n .. "-" .. os.time() .. "-" .. math.random(1e9)
    return wrk.format("POST", "/api/v1/reports", headers,
        '{"unit":"19753","category":"giao-thong","text":"Đường Nguyễn Huệ trước số ' .. n ..
        ' có ổ gà sâu, xe máy hay ngã, mong phường vá lại sớm.","place":"Trước số 12"}')
end
function done(summary, latency)
    io.write(string.format("RESULT %.0f %.2f %.2f %d\n", summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000,
        summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
