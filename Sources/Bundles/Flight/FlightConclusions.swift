import Aero
import Flights

/// What an account of flights concludes, each under a name: legs, stops, silences with all explanations that fit.
struct FlightConclusions {
    private(set) var all: [Conclusion] = []

    init(_ account: FlightAccount) {
        for leg in account.legs { add(leg, account) }
        for stop in account.stops {
            add(
                "stop/\(stop.arrival.earliest.milliseconds)",
                .members([
                    "field": CanonicalJSON(stop.field), "arrival": Self.value(stop.arrival),
                    "departure": Self.value(stop.departure), "kind": .string(stop.kind.rawValue),
                    "known": .string(stop.knowing.rawValue),
                ])
            )
        }
        for gap in account.gaps { add(gap) }
        if let open = account.silentSince, open.sighting.time < account.asked.upperBound {
            add("open/\(open.sighting.time.milliseconds)", Self.value(open))
        }
        for stretch in account.doubtful {
            add(
                "doubtful/\(stretch.span.earliest.milliseconds)",
                .members([
                    "rows": CanonicalJSON(stretch.count), "reason": .string("\(stretch.reason)"),
                    "span": Self.value(stretch.span),
                ])
            )
        }
        all.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private mutating func add(_ name: String, _ value: CanonicalJSON) {
        // What begins at the same moment has a number behind its name.
        let others = all.count { $0.name == name || $0.name.hasPrefix(name + "/also/") }
        all.append(Conclusion(others == 0 ? name : "\(name)/also/\(others)", value))
    }

    private mutating func add(_ leg: Leg, _ account: FlightAccount) {
        let name = "leg/\(leg.span.earliest.milliseconds)"
        add(
            name,
            .members([
                "takeoff": Self.value(leg.takeoff), "landing": leg.landing.map(Self.value) ?? .null,
                "lost": .boolean(leg.isLost),
                "callsigns": .array(account.callsigns(of: leg).map { .string($0) }),
                "divertedFrom": CanonicalJSON(leg.diversion?.field),
            ])
        )
        for note in leg.notes { add("\(name)/note/\(note.span.earliest.milliseconds)", Self.value(note)) }
    }

    private mutating func add(_ gap: Gap) {
        let name = "silence/\(gap.from.sighting.time.milliseconds)"
        add(
            name,
            .members([
                "from": Self.value(gap.from), "to": Self.value(gap.to), "leftOut": CanonicalJSON(gap.doubtfulCount),
            ])
        )
        for (place, one) in gap.hypotheses.enumerated() {
            let story: (name: String, field: String?) =
                switch one.story {
                case .flewOn: ("flew-on", nil)
                case .stopped(let field): ("stopped", field)
                case .stoppedElsewhere: ("stopped-elsewhere", nil)
                }
            add(
                "\(name)/story/\(place + 1)",
                .members([
                    "story": .string(story.name), "field": CanonicalJSON(story.field),
                    "probability": .number(one.probability),
                    "landing": one.landing.map(Self.value) ?? .null, "takeoff": one.takeoff.map(Self.value) ?? .null,
                    "longestDwellSeconds": one.longestDwellSeconds.map { .number($0) } ?? .null,
                ])
            )
        }
    }

    private static func value(_ span: Span) -> CanonicalJSON {
        .array([CanonicalJSON(span.earliest), CanonicalJSON(span.latest)])
    }

    private static func value(_ end: LegEnd) -> CanonicalJSON {
        .members([
            "known": .string(end.knowing.rawValue), "span": value(end.span), "runway": CanonicalJSON(end.runway),
            "fields": .array(end.fields.map { .array([.string($0.field), .number($0.probability)]) }),
            "heard": CanonicalJSON(end.heard),
        ])
    }

    private static func value(_ end: GapEnd) -> CanonicalJSON {
        .members([
            "time": CanonicalJSON(end.sighting.time), "onGround": .boolean(end.isOnGround),
            "field": CanonicalJSON(end.field),
            "altitudeFeet": end.sighting.altitude.map { .number($0.rawValue) } ?? .null,
        ])
    }

    private static func value(_ note: LegNote) -> CanonicalJSON {
        switch note {
        case .touchAndGo(let field, let span):
            .members(["note": .string("touch-and-go"), "field": CanonicalJSON(field), "span": value(span)])
        case .goAround(let field, let runway, let span):
            .members([
                "note": .string("go-around"), "field": CanonicalJSON(field), "runway": CanonicalJSON(runway),
                "span": value(span),
            ])
        }
    }
}
