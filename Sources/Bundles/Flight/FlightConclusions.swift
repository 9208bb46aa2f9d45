import Aero
import Flights

/// What an account of flights concludes, each under a name: legs, stops, silences with all explanations that fit and what they mean.
struct FlightConclusions {
    private(set) var all: [Conclusion] = []

    private let verdicts: [Timestamp: GapVerdict]

    /// - Parameter verdicts: what silences mean, by when each began; of none where that is not told.
    init(_ account: FlightAccount, _ verdicts: [Timestamp: GapVerdict] = [:]) {
        self.verdicts = verdicts
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
        if let open = account.silenceAsked {
            let name = "open/\(open.sighting.time.milliseconds)"
            add(name, Self.value(open))
            addMeaning(name, of: open)
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
        addMeaning(name, of: gap.from)
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

    /// What a silence means, and cell by cell who could have heard it; listeners have the numbers of the bundle.
    private mutating func addMeaning(_ silence: String, of end: GapEnd) {
        guard let verdict = verdicts[end.sighting.time] else { return }
        let (name, evidence) = (silence + Self.meaning, verdict.evidence)
        add(
            name,
            .members([
                "class": .string(verdict.gapClass.name), "offAtLeast": .number(verdict.label.offAtLeast),
                "silentAtMost": .number(evidence.silentAtMost), "prior": .number(evidence.prior),
                "path": .string(evidence.path.name), "paths": CanonicalJSON(evidence.pathsTried),
                "judged": CanonicalJSON(verdict.label.judgedAt),
                "ability": .array([
                    CanonicalJSON(evidence.ability.chances), CanonicalJSON(evidence.ability.missed),
                    .number(evidence.ability.expected),
                ]),
            ])
        )
        for (place, crossing) in evidence.crossings.enumerated() {
            let cell = crossing.cell
            add(
                "\(name)/cell/\(place + 1)",
                .members([
                    "corner": cell.corner.map { CanonicalJSON($0) } ?? .null,
                    "lowestMetres": CanonicalJSON(cell.band.floor?.rawValue), "span": Self.value(crossing.span),
                    "counted": .array(crossing.looks.filter { $0.standing == .counted }.map(Self.value)),
                ])
            )
        }
    }

    /// Behind the name of a silence: what it means, and below that on what this rests.
    static let meaning = "/means"

    /// Whether it says what a silence means.
    static func isMeaning(_ name: String) -> Bool {
        guard name.hasPrefix("silence/") || name.hasPrefix("open/") else { return false }
        return name.hasSuffix(meaning) || name.contains(meaning + "/")
    }

    /// Whether it tells an explanation of a silence.
    static func isStory(_ name: String) -> Bool { name.hasPrefix("silence/") && name.contains("/story/") }

    /// Whether it tells a flight or a stop.
    static func isFlight(_ name: String) -> Bool { name.hasPrefix("leg/") || name.hasPrefix("stop/") }

    /// Who, how many passes were heard there and missed, and how likely this one was to be heard.
    private static func value(_ look: Look) -> CanonicalJSON {
        .array([
            CanonicalJSON(Int(look.listener.number)), .number(look.estimate.heard), .number(look.estimate.missed),
            .number(look.hearing),
        ])
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
