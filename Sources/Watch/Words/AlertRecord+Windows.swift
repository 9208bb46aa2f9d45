import Aero

extension AlertRecord {
    /// Where the messages lie that its first events rest on, as its evidence names these.
    ///
    /// An event follows from what came just before it; a silence from the last that was heard; hearing somebody again from what came then.
    public var windows: [MessageWindow] {
        var windows: [MessageWindow] = []
        for event in evidenceEvents.prefix(Self.mostWindows) {
            guard let nanoseconds = event["nanoseconds"]?.asText.flatMap({ Int64($0) }),
                let aircraft = event["aircraft"]?.asText.flatMap({ AircraftAddress($0) }), aircraft.rawValue != 0
            else { continue }
            var time = Timestamp(nanoseconds: nanoseconds)
            if case .number(let since)? = event["since"]?.content { time = Timestamp(seconds: since) }
            let isBeginning = event["lastHeard"] != nil || event["kind"]?.asText == "\(EventKind.firstEver)"
            let (before, after) = isBeginning ? (Self.edge, Self.reach) : (Self.reach, Self.edge)
            let window = MessageWindow(
                aircraft: aircraft,
                during: time.advanced(bySeconds: -before)..<time.advanced(bySeconds: after)
            )
            if !windows.contains(window) { windows.append(window) }
        }
        return windows
    }

    /// Whether there is none beyond them.
    public var hasAllWindows: Bool { !evidence.isEmpty && (1...Self.mostWindows).contains(evidenceEvents.count) }

    /// None of an evidence larger than a rule's tree may be.
    private var evidenceEvents: [RuleValue] {
        guard let tree = try? RuleValue(json: evidence), case .list(let events)? = tree["events"]?.content else {
            return []
        }
        return events
    }

    /// Events whose messages are looked for.
    private static let mostWindows = 12
    /// Seconds: positions come every half second and callsigns every five, so that all that is sent lies within.
    private static let reach = 20.0
    /// Seconds that clocks of receivers may be off.
    private static let edge = 2.0
}
