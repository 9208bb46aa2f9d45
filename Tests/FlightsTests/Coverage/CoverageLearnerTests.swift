import Aero
import ModeS
import Testing
import Tracking

@testable import Flights

@Suite struct CoverageLearnerTests {
    private static let traffic = HeardTraffic(aircraft: 60, days: 1.5, seed: 5)
    private static let whole = traffic.learned(cut: 1e9)

    private func passes(_ learner: CoverageLearner) -> Double {
        learner.coverage.counts.values.reduce(0) { $0 + Double($1.heard + $1.missed) }
    }

    @Test("there is something to learn: both kinds, both receivers, heard and missed")
    func isWorthIt() {
        let counts = Self.whole.coverage.counts
        #expect(counts.count > 200)
        #expect(Set(counts.keys.map(\.kind)) == [.squitter, .replies])
        #expect(Self.whole.uptimes.listeners.map(\.number) == [1, 2])
        #expect(counts.values.contains { $0.missed > 0 } && counts.values.contains { $0.heard > 3 })
        #expect(Self.whole.learned == Self.traffic.range)
    }

    @Test(
        "the same bytes however time is cut, and in whatever order aircraft are taken",
        arguments: [13, 60, 137, 599, 900, 3_600, 40_000] as [Double]
    )
    func cut(seconds: Double) {
        let learner = Self.traffic.learned(cut: seconds, isReversed: Int(seconds) % 2 == 1)
        #expect(learner.coverage.count == Self.whole.coverage.count)
        #expect(learner.bytes() == Self.whole.bytes())
    }

    @Test("read again it goes on; what was followed in the ten minutes before is lost, and nothing else")
    func goesOn() throws {
        let half = Self.traffic.range.lowerBound.advanced(bySeconds: 0.75 * 86_400)
        let first = Self.traffic.learned(cut: 900, until: half)
        let read = try CoverageLearner(bytes: first.bytes())
        let resumed = Self.traffic.learned(cut: 900, into: read)
        #expect(resumed.learned == Self.traffic.range)
        let (all, some) = (passes(Self.whole), passes(resumed))
        #expect(some <= all && some > all * 0.97, "\(some) of \(all)")
        // Uninterrupted it is the same as in one go.
        let uninterrupted = Self.traffic.learned(cut: 900, into: first)
        #expect(uninterrupted.bytes() == Self.whole.bytes())
    }

    @Test("what is only claimed says where somebody was, and never who hears him")
    func claimed() {
        let traffic = Self.traffic
        var learner = CoverageLearner()
        for one in traffic.flown where !one.heard.isEmpty {
            learner.take(heard: Trace(one.aircraft), claimed: one.heard)
        }
        learner.end(traffic.range)
        #expect(learner.coverage.count == 0 && learner.uptimes.listeners.isEmpty)
        #expect(learner.learned == traffic.range)
    }

    @Test("where more heard a pass than a row has room for, nobody counts as having missed it")
    func moreThanThereIsRoomFor() throws {
        let one = try #require(Self.traffic.flown.max { $0.heard.count < $1.heard.count })
        func missed(_ sets: [ReceiverSet]) -> Double {
            var learner = Self.traffic.learned(cut: 900)
            let before = learner.coverage.counts.values.reduce(0) { $0 + Double($1.missed) }
            let rows = one.heard.map { row in
                var row = row
                row.milliseconds += 3 * 86_400_000
                row.heardBy = 1
                return row
            }
            let range = Self.traffic.range.upperBound..<Self.traffic.range.upperBound.advanced(bySeconds: 4 * 86_400)
            // The other one listens all the while.
            let listening = stride(from: range.lowerBound.milliseconds, to: range.upperBound.milliseconds, by: 120_000)
            let pings = listening.map { time in
                var row = one.heard[0]
                row.milliseconds = time
                row.position = nil
                row.heardBy = 2
                return row
            }
            learner.take(
                heard: Trace(
                    ArchivedAircraft(AircraftAddress(icao: 0x40_FFFF)),
                    observations: pings,
                    receiverSets: HeardTraffic.sets
                )
            )
            learner.take(heard: Trace(one.aircraft, observations: rows, receiverSets: sets))
            learner.end(range)
            return learner.coverage.counts.values.reduce(0) { $0 + Double($1.missed) } - before
        }
        let (whole, more) = (
            missed([.empty, ReceiverSet([1]), ReceiverSet([2])]),
            missed([.empty, ReceiverSet([1], beyond: 1), ReceiverSet([2])])
        )
        // What is left are cells in which nobody at all heard it.
        #expect(more < whole / 2, "\(more) of \(whole)")
        let sets = [ReceiverSet.empty, ReceiverSet([1], beyond: 1)]
        let rows = one.heard.map { row in
            var row = row
            row.heardBy = 1
            return row
        }
        let passes = CoverageLearner.passes(of: Trace(one.aircraft, observations: rows, receiverSets: sets))
        #expect(passes.contains { !$0.heardBy.isEmpty })
        #expect(passes.allSatisfy { $0.heardBy.isEmpty == $0.isHeardByTheseAlone })
    }

    @Test("what only 978 MHz receivers heard is learned as such, and says nothing of 1090 MHz")
    func universalAccess() throws {
        let one = try #require(Self.traffic.flown.max { $0.heard.count < $1.heard.count })
        let rows = one.heard.map { row in
            var row = row
            row.heardBy = 1
            row.sourceClass = .adsbICAO
            return row
        }
        func kinds(_ universalAccess: Set<UInt32>) -> Set<TransponderKind> {
            var learner = CoverageLearner()
            learner.universalAccess = universalAccess
            learner.take(heard: Trace(one.aircraft, observations: rows, receiverSets: HeardTraffic.sets))
            learner.end(Self.traffic.range)
            return Set(learner.coverage.counts.keys.map(\.kind))
        }
        #expect(kinds([]) == [.squitter] && kinds([2]) == [.squitter] && kinds([1]) == [.universalAccess])
    }

    @Test("a claim where a receiver listens and is known to reach is a miss")
    func missed() throws {
        let one = try #require(Self.traffic.flown.max { $0.heard.count < $1.heard.count })
        let claims = one.heard.map { row in
            var claim = row
            claim.heardBy = 0
            return claim
        }
        var learner = CoverageLearner()
        learner.take(heard: Trace(one.aircraft, observations: one.heard, receiverSets: HeardTraffic.sets))
        let other = ArchivedAircraft(AircraftAddress(icao: 0x50_0000))
        learner.take(heard: Trace(other), claimed: claims.map { $0.delayed(by: 1) })
        learner.end(Self.traffic.range)
        let heard = learner.coverage.counts.values.reduce(0) { $0 + $1.heard }
        let missed = learner.coverage.counts.values.reduce(0) { $0 + $1.missed }
        #expect(heard > 20 && missed > heard / 2, "\(heard) \(missed)")
    }

    @Test(
        "rows that the aircraft did not send itself, and doubtful ones, make nobody a listener",
        arguments: [Observation.Flags.notOwn, .doubtful]
    )
    func notOwn(flag: Observation.Flags) {
        var learner = CoverageLearner()
        for one in Self.traffic.flown {
            let rows = one.heard.map { row in
                var row = row
                row.flags.insert(flag)
                return row
            }
            learner.take(heard: Trace(one.aircraft, observations: rows, receiverSets: HeardTraffic.sets))
        }
        learner.end(Self.traffic.range)
        #expect(learner.coverage.count == 0 && learner.uptimes.listeners.isEmpty)
    }
}

extension Observation {
    fileprivate func delayed(by milliseconds: Int64) -> Observation {
        var row = self
        row.milliseconds += milliseconds
        return row
    }
}
