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
            ("usualDetection", \.usualDetection), ("onwardShare", \.onwardShare), ("turnSeconds", \.turnSeconds),
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

    /// Within which numbers are believed of a bundle: between them nothing is computed that is not finite, and no grid is larger than memory.
    /// Ours: wider than anybody would choose.
    static func bounds(of name: String) -> ClosedRange<Double> {
        switch name {
        // By this length of time grids are made.
        case "slotSeconds": 60...86_400
        case "reach.windKmh": 0...2_000
        case "reach.descentFtMin", "reach.climbFtMin": 50...100_000
        case "rateMetres": 1...1e7
        case "originBound": 1...1e6
        case "courseConcentration", "temperature", "convoyCurve": 0.01...100
        case "courseBounds.low", "courseBounds.high": 0.001...1_000
        case "youngDays": 0...100_000
        case _ where name.hasSuffix("Seconds"): 1...1e7
        // Shares: neither never nor always, whose logarithms are no numbers.
        default: 1e-9...(1 - 1e-9)
        }
    }

    /// Numbers that an older bundle does not have are this version's; one that this version does not have is refused.
    init(_ fields: CanonicalFields) throws(CanonicalJSONError) {
        self.init()
        var known: Set<String> = ["courseBounds.low", "courseBounds.high"]
        for (name, path) in Self.numbers {
            known.insert(name)
            guard fields[name] != .null else { continue }
            self[keyPath: path] = try fields.double(name, in: Self.bounds(of: name))
        }
        for role in AircraftRole.allCases {
            let name = "priors." + role.rawValue
            known.insert(name)
            priors[role] = nil
            if fields[name] != .null { priors[role] = try fields.double(name, in: 0...1) }
        }
        func bound(_ name: String, _ usual: Double) throws(CanonicalJSONError) -> Double {
            fields[name] == .null ? usual : try fields.double(name, in: Self.bounds(of: name))
        }
        let low = try bound("courseBounds.low", courseBounds.lowerBound)
        let high = try bound("courseBounds.high", courseBounds.upperBound)
        guard low <= high else { throw fields.wrong("courseBounds") }
        courseBounds = low...high
        try fields.only(known)
    }

    /// Numbers that differ, by name: what was, what is.
    func changes(to other: RankingRules) -> [RuleChange] {
        RuleChange.between(canonical, other.canonical)
    }
}
