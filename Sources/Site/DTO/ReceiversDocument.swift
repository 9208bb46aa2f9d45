import Aero

/// `/api/v1/receivers`: who hears, and how well.
enum ReceiversDocument {
    typealias Row = (receiver: Receiver, lastMinute: ReceiverMinutes.Count?)

    /// - Parameter tellsWhen: whether the reader may know when somebody was last heard. Beside the public tracks that time tells where
    ///   the coverage of a receiver ends, and with it where the receiver stands.
    /// - Parameter tellsCounts: whether he may know how much came: where aircraft are hidden from him, theirs would be among it.
    static func json(
        _ rows: [Row],
        at now: Timestamp,
        tellsWhen: Bool,
        tellsCounts: Bool = true,
        _ provenance: Provenance
    ) -> [UInt8] {
        var json = JSONWriter(capacity: rows.count * 400 + 128)
        json.beginObject()
        json.mark(provenance)
        json.member("now", now)
        json.key("receivers")
        json.beginArray()
        for row in rows { write(row, tellsWhen: tellsWhen, tellsCounts: tellsCounts, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private static func write(_ row: Row, tellsWhen: Bool, tellsCounts: Bool, to json: inout JSONWriter) {
        let receiver = row.receiver
        json.beginObject()
        json.member("source", receiver.key.source)
        json.member("name", receiver.key.name)
        json.member("kind", receiver.kind.rawValue)
        json.member("registered", receiver.isRegistered)
        json.member("connected", receiver.isConnected)
        json.member("standing", receiver.standing.rawValue)
        guard tellsCounts else {
            json.endObject()
            return
        }
        json.member("score", min(1, max(0, receiver.score)), decimals: 3)
        json.key("reasons")
        json.beginArray()
        for (reason, count) in receiver.reasons.sorted(by: { $0.key < $1.key }) {
            json.beginObject()
            json.member("reason", reason)
            json.member("count", count)
            json.endObject()
        }
        json.endArray()
        if tellsWhen { json.member("lastHeard", receiver.lastHeard) }
        if let minute = row.lastMinute {
            json.key("lastMinute")
            json.beginObject()
            json.member("seconds", minute.seconds, decimals: 1)
            json.member("frames", minute.frames)
            json.member("positions", minute.positions)
            json.endObject()
        }
        json.member("aircraft", receiver.aircraft)
        if receiver.totals.frames > 0 {
            json.member("copyShare", Double(receiver.totals.copies) / Double(receiver.totals.frames), decimals: 3)
        }
        json.member("meanDelay", receiver.meanDelay, decimals: 3)
        writeClock(receiver, to: &json)
        json.member("overAllowance", receiver.excess)
        writeTotals(receiver.totals, to: &json)
        json.endObject()
    }

    private static func writeClock(_ receiver: Receiver, to json: inout JSONWriter) {
        guard receiver.clock != nil || receiver.clockDisagreements != nil else { return }
        json.key("clock")
        json.beginObject()
        json.member("kind", receiver.clock)
        json.member("disagreements", receiver.clockDisagreements)
        json.endObject()
    }

    private static func writeTotals(_ totals: Receiver.Totals, to json: inout JSONWriter) {
        json.key("totals")
        json.beginObject()
        json.member("frames", totals.frames)
        json.member("copies", totals.copies)
        json.member("positions", totals.positions)
        json.member("rejected", totals.rejected)
        json.member("ambiguous", totals.ambiguous)
        json.member("dropped", totals.dropped)
        json.endObject()
    }
}

extension JSONWriter {
    /// Left out where there is no allowance.
    mutating func member(_ name: JSONKey, _ excess: FeederStatus.Excess?) {
        guard let excess else { return }
        key(name)
        beginObject()
        member("frames", excess.frames)
        member("bytes", excess.bytes)
        endObject()
    }
}
