import Aero

extension AlertRecord {
    /// The landings it rests on, as its evidence names them: what a later event may take back; none of an evidence larger than
    /// a rule's tree may be.
    public var landings: [EventKey] {
        guard let tree = try? RuleValue(json: evidence), case .list(let events)? = tree["events"]?.content else {
            return []
        }
        return events.compactMap { event in
            guard event["kind"]?.asText == "\(EventKind.landing)",
                let nanoseconds = event["nanoseconds"]?.asText.flatMap({ Int64($0) }),
                let aircraft = event["aircraft"]?.asText.flatMap({ AircraftAddress($0) }),
                let id = event["event"]?.asText.flatMap({ UInt64($0) })
            else { return nil }
            return EventKey(time: Timestamp(nanoseconds: nanoseconds), aircraft: aircraft, kind: .landing, id: id)
        }
    }
}
