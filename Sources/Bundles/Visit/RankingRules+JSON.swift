import Aero
import Flights
import Visits

/// The numbers of the ranking by name: what a bundle writes down, and what a later version compares with its own.
extension RankingRules {
    /// Numbers that are written as they are. A new one of the rules has its line here; a test counts them.
    static var numbers: [(name: String, path: WritableKeyPath<RankingRules, Double>)] {
        [
            ("nonePrior", \.nonePrior), ("nobodyPrior", \.nobodyPrior), ("slotSeconds", \.slotSeconds),
            ("edgeSeconds", \.edgeSeconds), ("lateShare", \.lateShare), ("lateSeconds", \.lateSeconds),
            ("orderSeconds", \.orderSeconds), ("wrongDayShare", \.wrongDayShare),
            ("wrongDaySeconds", \.wrongDaySeconds), ("missedStopShare", \.missedStopShare), ("offShare", \.offShare),
            ("usualDetection", \.usualDetection), ("turnSeconds", \.turnSeconds),
            ("courseConcentration", \.courseConcentration), ("originBound", \.originBound),
            ("otherOriginShare", \.otherOriginShare), ("rateMetres", \.rateMetres),
            ("convoySeconds", \.convoySeconds), ("companionShare", \.companionShare),
            ("companionMissedShare", \.companionMissedShare), ("singleSightingBound", \.singleSightingBound),
            ("convoyCurve", \.convoyCurve), ("temperature", \.temperature), ("youngDays", \.youngDays),
            ("reach.windKmh", \.reach.windKmh), ("reach.descentFtMin", \.reach.descentFeetPerMinute),
            ("reach.climbFtMin", \.reach.climbFeetPerMinute),
            ("reach.transitDwellSeconds", \.reach.transitDwellSeconds),
            ("reach.visitDwellSeconds", \.reach.visitDwellSeconds),
        ]
    }

    var canonical: CanonicalJSON {
        var members: [String: CanonicalJSON] = [:]
        for (name, path) in Self.numbers { members[name] = .number(self[keyPath: path]) }
        for (role, share) in priors { members["priors." + role.rawValue] = .number(share) }
        members["courseBounds.low"] = .number(courseBounds.lowerBound)
        members["courseBounds.high"] = .number(courseBounds.upperBound)
        return .object(members)
    }

    /// Numbers that an older bundle does not have are this version's.
    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init()
        for (name, path) in Self.numbers {
            guard fields[name] != .null else { continue }
            self[keyPath: path] = try fields.double(name, in: 0...1e9)
        }
        for role in AircraftRole.allCases {
            let name = "priors." + role.rawValue
            priors[role] = nil
            if fields[name] != .null { priors[role] = try fields.double(name, in: 0...1) }
        }
        let low = try fields.optionalDouble("courseBounds.low") ?? courseBounds.lowerBound
        let high = try fields.optionalDouble("courseBounds.high") ?? courseBounds.upperBound
        guard low > 0, low <= high else { throw fields.wrong("courseBounds") }
        courseBounds = low...high
        // By these lengths of time grids are made: what nobody would choose is refused before it costs memory.
        guard (60...86_400).contains(slotSeconds) else { throw fields.wrong("slotSeconds") }
        guard edgeSeconds > 0, lateSeconds > 0, temperature > 0, convoyCurve > 0 else { throw fields.wrong("rules") }
    }

    /// Numbers that differ, by name: what was, what is.
    func changes(to other: RankingRules) -> [RuleChange] {
        guard case .object(let mine) = canonical, case .object(let theirs) = other.canonical else { return [] }
        return Set(mine.keys).union(theirs.keys).sorted().compactMap { name in
            let (before, after) = (mine[name] ?? .null, theirs[name] ?? .null)
            return before == after ? nil : RuleChange(name: name, before: before, after: after)
        }
    }
}

extension ReachRules {
    fileprivate var windKmh: Double {
        get { wind.rawValue }
        set { wind = KilometresPerHour(newValue) }
    }

    fileprivate var descentFeetPerMinute: Double {
        get { descentRate.rawValue }
        set { descentRate = FeetPerMinute(newValue) }
    }

    fileprivate var climbFeetPerMinute: Double {
        get { climbRate.rawValue }
        set { climbRate = FeetPerMinute(newValue) }
    }
}
