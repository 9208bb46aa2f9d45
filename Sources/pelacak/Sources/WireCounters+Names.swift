import Feeds

extension WireCounters {
    /// What was given out, by kind; kinds that did not come are left out.
    var receivedByKind: [String: Int] {
        Self.named([
            ("frame", frames), ("report", reports), ("mode-ac", modeAC), ("uplink", uplinks), ("heartbeat", heartbeats),
        ])
    }

    /// What was refused, by reason; reasons that did not come are left out.
    var rejectedByReason: [String: Int] {
        Self.named([
            ("broken-frame", brokenFrames), ("bad-length", badLengths), ("unknown-type", unknownTypes),
            ("set-clock", refusedClocks), ("garbage-line", garbageLines), ("bad-field", badFields),
            ("bad-greeting", badGreetings), ("over-rate", overRate),
        ])
    }

    private static func named(_ pairs: [(String, UInt64)]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: pairs.filter { $0.1 > 0 }.map { ($0.0, Int(clamping: $0.1)) })
    }
}
