import Aero

/// The counts of one instant.
struct StatisticsSample: Sendable {
    let time: Timestamp
    let messages: Int
    let counts: SkyCounts
    let cpuSeconds: Double

    init(status: SkyStatus, counts: SkyCounts, cpuSeconds: Double) {
        time = status.now
        messages = status.messages
        self.counts = counts
        self.cpuSeconds = cpuSeconds
    }

    /// One period of `stats.json`. Keys whose number is not counted here are left out; none is made up.
    ///
    /// - Parameters:
    ///   - earlier: when the period began.
    ///   - isTotal: counts are those since the program began, whatever the first sample had.
    /// - Source: readsb README-json.md, stats.json.
    func write(
        _ name: JSONKey,
        since earlier: StatisticsSample,
        isTotal: Bool = false,
        to json: inout JSONWriter
    ) {
        func difference(_ value: (StatisticsSample) -> Int) -> Int {
            // A sky that was cleared begins to count anew.
            max(0, value(self) - (isTotal ? 0 : value(earlier)))
        }
        json.key(name)
        json.beginObject()
        json.member("start", earlier.time)
        json.member("end", time)
        json.member("messages", difference(\.messages))
        // What counts everything counts what is hidden too.
        guard !counts.isOfShownOnly, !earlier.counts.isOfShownOnly else {
            json.endObject()
            return
        }
        json.key("remote")
        json.beginObject()
        json.member("modes", difference { $0.counts.frames.values.reduce(0, +) + $0.counts.unreadable })
        json.member("bad", difference(\.counts.unreadable))
        json.key("accepted")
        json.beginArray()
        json.integer(
            difference { sample in
                sample.counts.frames.reduce(0) { $0 + ($1.key.isRepaired ? 0 : $1.value) }
            }
        )
        json.endArray()
        json.endObject()
        json.key("cpu")
        json.beginObject()
        json.member("demod", 0)
        json.member("reader", 0)
        json.member("background", max(0, cpuSeconds - (isTotal ? 0 : earlier.cpuSeconds)) * 1000, decimals: 0)
        json.endObject()
        json.key("cpr")
        json.beginObject()
        json.member("global_ok", difference { $0.counts.positions["global"] ?? 0 })
        json.member("local_ok", difference { $0.counts.positions["local"] ?? 0 })
        json.endObject()
        json.key("tracks")
        json.beginObject()
        json.member("all", difference(\.counts.tracksMade))
        json.endObject()
        json.endObject()
    }
}
