import Aero
import Flights

/// The numbers by name: what a bundle writes down, and what a later version compares with its own.
extension FlightRules {
    /// A number of the rules, and within which bounds it is believed of a bundle. Ours: wider than anybody would choose.
    struct Number {
        let name: String
        let path: WritableKeyPath<FlightRules, Double>
        let bounds: ClosedRange<Double>

        init(_ name: String, _ path: WritableKeyPath<FlightRules, Double>, _ bounds: ClosedRange<Double>) {
            self.name = name
            self.path = path
            self.bounds = bounds
        }
    }

    /// A new number of the rules has its line here; a test counts them.
    static var numbers: [Number] { legNumbers + reachNumbers + gapNumbers }

    private static let seconds = 1...1e7

    private static var legNumbers: [Number] {
        [
            Number("legs.silenceSeconds", \.legs.silenceSeconds, 10...1e7),
            Number("legs.observedBracketSeconds", \.legs.observedBracketSeconds, seconds),
            Number("legs.touchSeconds", \.legs.touchSeconds, seconds),
            Number("legs.stopSeconds", \.legs.stopSeconds, seconds),
            Number("legs.airborneFeet", \.legs.airborneFeet, 0...50_000),
            Number("legs.goAroundBelowFeet", \.legs.goAroundBelowFeet, 0...50_000),
            Number("legs.goAroundClimbFeet", \.legs.goAroundClimbFeet, 0...50_000),
            Number("legs.taxiKnots", \.legs.taxiKnots, 1...1_000),
            Number("legs.standingKnots", \.legs.standingKnots, 1...1_000),
            Number("legs.lineOffsetMetres", \.legs.lineOffsetMetres, 1...1e6),
            Number("legs.lineSeconds", \.legs.lineSeconds, seconds),
            Number("legs.approachBelowFeet", \.legs.approachBelowFeet, 0...50_000),
            Number("legs.approachReachMetres", \.legs.approachReachMetres, 1...1e6),
            Number("legs.fieldReachMetres", \.legs.fieldReachMetres, 1...1e6),
            Number("legs.doubtfulKnots", \.legs.doubtfulKnots, 100...100_000),
            Number("legs.mostCandidates", \.legs.namedCandidates, 1...1_000),
        ]
    }

    private static var reachNumbers: [Number] {
        [
            Number("reach.windKmh", \.reach.windKmh, 0...2_000),
            Number("reach.descentFtMin", \.reach.descentFeetPerMinute, 50...100_000),
            Number("reach.climbFtMin", \.reach.climbFeetPerMinute, 50...100_000),
            Number("reach.transitDwellSeconds", \.reach.transitDwellSeconds, seconds),
            Number("reach.visitDwellSeconds", \.reach.visitDwellSeconds, seconds),
        ]
    }

    /// Shares lie strictly between never and always.
    private static var gapNumbers: [Number] {
        let share = 1e-9...(1 - 1e-9)
        return [
            Number("gaps.prior", \.gaps.prior, share), Number("gaps.certain", \.gaps.certain, share),
            Number("gaps.enoughPasses", \.gaps.enoughPasses, 0.5...1e7),
            Number("gaps.hardly", \.gaps.hardly, share), Number("gaps.mostly", \.gaps.mostly, share),
            Number("gaps.repetition", \.gaps.repetition, 0...1),
            Number("gaps.borrowedPasses", \.gaps.borrowedPasses, 0...1e7),
            Number("gaps.shortestCrossing", \.gaps.shortestCrossing, 0...1e7),
            Number("gaps.quietAfter", \.gaps.quietAfter, 0...1e7),
        ]
    }

    var canonical: CanonicalJSON {
        .object(Self.numbers.reduce(into: [:]) { $0[$1.name] = .number(self[keyPath: $1.path]) })
    }

    /// Numbers that an older bundle does not have are this version's; one that this version does not have is refused.
    init(reading bytes: [UInt8]) throws(CanonicalJSONError) {
        self.init()
        let value = try VisitInputs.value(bytes)
        try CanonicalJSON.compare(VisitInputs.document(value), with: bytes)
        let fields = try CanonicalFields(value, "rules")
        for number in Self.numbers where fields[number.name] != .null {
            let value = try fields.double(number.name, in: number.bounds)
            guard number.path != \.legs.namedCandidates || value.rounded() == value else {
                throw fields.wrong(number.name)
            }
            self[keyPath: number.path] = value
        }
        try fields.only(Set(Self.numbers.map(\.name)))
    }

    /// Numbers that differ, by name: what was, what is.
    func changes(to other: FlightRules) -> [RuleChange] { RuleChange.between(canonical, other.canonical) }
}

extension LegRules {
    fileprivate var airborneFeet: Double {
        get { airborneHeight.rawValue }
        set { airborneHeight = Feet(newValue) }
    }

    fileprivate var goAroundBelowFeet: Double {
        get { goAroundBelow.rawValue }
        set { goAroundBelow = Feet(newValue) }
    }

    fileprivate var goAroundClimbFeet: Double {
        get { goAroundClimb.rawValue }
        set { goAroundClimb = Feet(newValue) }
    }

    fileprivate var taxiKnots: Double {
        get { taxiSpeed.rawValue }
        set { taxiSpeed = Knots(newValue) }
    }

    fileprivate var standingKnots: Double {
        get { standingSpeed.rawValue }
        set { standingSpeed = Knots(newValue) }
    }

    fileprivate var lineOffsetMetres: Double {
        get { lineOffset.rawValue }
        set { lineOffset = Metres(newValue) }
    }

    fileprivate var approachBelowFeet: Double {
        get { approachBelow.rawValue }
        set { approachBelow = Feet(newValue) }
    }

    fileprivate var approachReachMetres: Double {
        get { approachReach.rawValue }
        set { approachReach = Metres(newValue) }
    }

    fileprivate var fieldReachMetres: Double {
        get { fieldReach.rawValue }
        set { fieldReach = Metres(newValue) }
    }

    fileprivate var doubtfulKnots: Double {
        get { doubtfulSpeed.rawValue }
        set { doubtfulSpeed = Knots(newValue) }
    }

    /// A whole number.
    fileprivate var namedCandidates: Double {
        get { Double(mostCandidates) }
        set { mostCandidates = Int(newValue) }
    }
}
