-- wrk: the rate, the median and the 99th percentile of one address.
-- SPDX-License-Identifier: AGPL-3.0-or-later
function done(summary, latency)
    io.write(string.format("RESULT %.0f %.2f %.2f %d\n", summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000,
        summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
