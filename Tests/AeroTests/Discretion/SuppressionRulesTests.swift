import Testing

@testable import Aero

struct SuppressionRulesTests {
    private static let one = AircraftAddress(icao: 0x3C_6444)

    private static func at(_ seconds: Double) -> Timestamp { Timestamp(seconds: seconds) }

    @Test("who is hidden from whom by each mode")
    func modes() {
        let cases: [(SuppressionMode, [Audience])] = [
            (.flag, []), (.public, [.strangers]), (.embargo, [.strangers]), (.everywhere, Audience.allCases),
        ]
        for (mode, hidden) in cases {
            let rules = SuppressionRules([SuppressionRule(Self.one, mode, reason: .ladd)])
            for audience in Audience.allCases {
                let isHidden = hidden.contains(audience)
                #expect(rules.hides(Self.one, from: audience, during: Self.at(5)...Self.at(5)) == isHidden)
                #expect(rules.hidesAnything(from: audience) == isHidden)
                #expect(!rules.hides(AircraftAddress(icao: 1), from: audience, during: Self.at(5)...Self.at(5)))
            }
            #expect(rules.reasons(of: Self.one, at: Self.at(5)) == [.ladd])
        }
    }

    @Test("an embargo hides from strangers until its end, and then gives the time before free too; other lines stay")
    func embargoes() {
        let rules = [
            SuppressionRule(Self.one, .embargo, from: Self.at(10), to: Self.at(20), reason: .visit),
            SuppressionRule(Self.one, .embargo, to: Self.at(30), reason: .visit),
            SuppressionRule(Self.one, .public, from: Self.at(5), to: Self.at(6), reason: .takedown),
        ]
        let hidden: [(Double, [Range<Double>], Double?)] = [
            (0, [-.infinity..<30], 20), (19, [-.infinity..<30], 20), (20, [-.infinity..<30], 30),
            (29.5, [-.infinity..<30], 30),
            (30, [5..<6], nil),
        ]
        for (now, times, next) in hidden {
            let held = SuppressionRules(rules, at: Self.at(now))
            let wanted = times.map {
                ($0.lowerBound == -.infinity ? Timestamp(nanoseconds: .min) : Self.at($0.lowerBound))..<Self.at(
                    $0.upperBound
                )
            }
            #expect(held.hiddenTimes(of: Self.one, from: .strangers) == wanted, "at \(now)")
            #expect(held.hiddenTimes(of: Self.one, from: .operators).isEmpty)
            #expect(held.nextRelease == next.map(Self.at), "at \(now)")
        }
    }

    @Test("an address counts in both spaces, so that no other name of it tells")
    func spaces() {
        let rules = SuppressionRules([SuppressionRule(Self.one, .public, reason: .pia)])
        let other = AircraftAddress(other: Self.one.bits)
        #expect(rules.hides(other, from: .strangers, during: Self.at(0)...Self.at(1)))
    }

    @Test("a rule holds from its first moment to before its last, and overlapping ones are one")
    func times() {
        let rules = SuppressionRules([
            SuppressionRule(Self.one, .public, from: Self.at(10), to: Self.at(20), reason: .ladd),
            SuppressionRule(Self.one, .everywhere, from: Self.at(15), to: Self.at(30), reason: .takedown),
            SuppressionRule(Self.one, .public, from: Self.at(40), reason: .ladd),
            SuppressionRule(Self.one, .public, from: Self.at(9), to: Self.at(9), reason: .ladd),
        ])
        func hides(_ seconds: Double) -> Bool {
            rules.hides(Self.one, from: .strangers, during: Self.at(seconds)...Self.at(seconds))
        }
        #expect([9.999, 10, 29.999, 30, 39, 40, 1e9].map(hides) == [false, true, true, false, false, true, true])
        #expect(rules.hides(Self.one, from: .strangers, during: Self.at(0)...Self.at(10)))
        #expect(!rules.hides(Self.one, from: .strangers, during: Self.at(30)...Self.at(39)))
        let range = Self.at(0)..<Self.at(50)
        #expect(
            rules.visibleTimes(of: Self.one, in: range, from: .strangers)
                == [Self.at(0)..<Self.at(10), Self.at(30)..<Self.at(40)]
        )
        #expect(rules.visibleTimes(of: Self.one, in: Self.at(12)..<Self.at(18), from: .strangers).isEmpty)
        #expect(rules.visibleTimes(of: AircraftAddress(icao: 7), in: range, from: .strangers) == [range])
    }

    @Test("what lists ask for is hidden too, but for the time of an own line that marks only, for the same reason")
    func listed() {
        let listed = [
            SuppressionRule(Self.one, .public, to: Self.at(100), reason: .ladd),
            SuppressionRule(AircraftAddress(icao: 7), .flag, reason: .ladd),
        ]
        func hidden(_ own: [SuppressionRule]) -> [Range<Timestamp>] {
            SuppressionRules(own, listed: listed).hiddenTimes(of: Self.one, from: .strangers)
        }
        let whole = Timestamp(nanoseconds: .min)..<Self.at(100)
        let between = SuppressionRule(Self.one, .flag, from: Self.at(10), to: Self.at(20), reason: .ladd)
        #expect(hidden([]) == [whole])
        #expect(hidden([between]) == [Timestamp(nanoseconds: .min)..<Self.at(10), Self.at(20)..<Self.at(100)])
        #expect(hidden([SuppressionRule(Self.one, .flag, reason: .ladd)]).isEmpty)
        #expect(hidden([SuppressionRule(Self.one, .flag, reason: .pia)]) == [whole])
        #expect(hidden([SuppressionRule(AircraftAddress(icao: 7), .flag, reason: .ladd)]) == [whole])
        let taken = SuppressionRule(Self.one, .public, from: Self.at(12), to: Self.at(14), reason: .takedown)
        #expect(hidden([between, taken]).contains(Self.at(12)..<Self.at(14)))
        let rules = SuppressionRules([SuppressionRule](), listed: listed)
        #expect(rules.reasons(of: Self.one, at: Self.at(99)) == [.ladd])
        #expect(rules.reasons(of: Self.one, at: Self.at(100)).isEmpty)
        #expect(rules.reasons(of: AircraftAddress(icao: 7), at: Self.at(0)) == [.ladd])
        #expect(rules.hiddenTimes(of: AircraftAddress(icao: 7), from: .strangers).isEmpty)
    }

    @Test("a list that cannot be read hides everybody from strangers, and from operators whom it hid before")
    func closed() {
        let rules = SuppressionRules([SuppressionRule(Self.one, .everywhere, reason: .takedown)]).closed
        let moment = Self.at(0)...Self.at(0)
        let another = AircraftAddress(icao: 7)
        #expect(rules.hides(another, from: .strangers, during: moment) && rules.hidesAnything(from: .strangers))
        #expect(!rules.hides(another, from: .operators, during: moment))
        #expect(rules.hides(Self.one, from: .operators, during: moment))
        #expect(
            SuppressionRules.none.closed.visibleTimes(of: another, in: Self.at(0)..<Self.at(9), from: .strangers)
                .isEmpty
        )
    }
}
