import Aero
import Testing

@testable import Visits

/// What is kept of a visit is its changes; all else is made of them.
struct VisitReplayingTests {
    private static let time = Timestamp(seconds: 1_718_700_000)

    /// Acts at random, those that are refused left out; with what the visit was after each that stood.
    private static func made(seed: UInt64, count: Int) -> (visit: Visit, states: [Visit.Contents]) {
        var (made, visit) = (MadeVisit(seed: seed), Visit())
        var states = [visit.contents]
        for _ in 0..<count {
            if made.below(3) == 0, let last = visit.standing.last {
                guard (try? visit.apply(.takeBack(last.number), by: "desk", at: time)) != nil else { continue }
                states.removeLast()
                #expect(visit.contents == states.last)
            } else if (try? visit.apply(made.act(made.below(MadeVisit.kinds - 1)), by: "desk", at: time)) != nil {
                states.append(visit.contents)
            }
        }
        return (visit, states)
    }

    @Test("what is taken back leaves the visit as it was before, however often", arguments: 1...12)
    func takingBack(seed: UInt64) throws {
        var (visit, states) = Self.made(seed: seed, count: 120)
        while let last = visit.standing.last {
            try visit.apply(.takeBack(last.number), by: "desk", at: Self.time)
            states.removeLast()
            #expect(visit.contents == states.last)
        }
        #expect(states.count == 1)
    }

    @Test("replayed in pieces of any length it is the same visit", arguments: 1...12)
    func pieces(seed: UInt64) throws {
        let visit = Self.made(seed: seed, count: 120).visit
        var (chance, again) = (MadeVisit(seed: seed &+ 99), Visit())
        var rest = visit.changes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(1 + chance.below(30))
            rest = rest.dropFirst(piece.count)
            try again.replay(piece.map { KeptChange(act: $0.act, by: $0.by, at: $0.at) })
        }
        #expect(again == visit)
    }

    @Test(
        "what cannot be made again is named by its number; a window narrowed against today's rules stays as announced"
    )
    func damage() throws {
        let stop = ItineraryStop(kind: .transit, name: "Magadan", airports: [], arrival: ArrivalWindow())
        var past: [VisitChange.Act] = [.addStop(stop, at: 0, span: nil, report: 0)]
        var claim = Claim(id: 0, kind: .arrival, report: 1, spans: [], speaker: nil, certainty: .reported)
        claim.time = ArrivalWindow(earliest: Self.time, latest: Self.time)
        let draft = Draft(
            language: .english,
            dateline: Dateline(time: Self.time, basis: .given),
            outlet: nil,
            subject: nil,
            stops: [],
            claims: [claim],
            openPoints: []
        )
        past += [.addReport(Report(id: 1, addedBy: "desk"), draft), .narrow(stop: 1, claim: 1)]
        func kept(_ acts: [VisitChange.Act]) -> [KeptChange] {
            acts.map { KeptChange(act: $0, by: "desk", at: Self.time) }
        }
        var visit = Visit()
        try visit.replay(kept(past))
        #expect(visit.stops[0].narrowed == nil && visit.changes.count == 3)
        #expect(throws: VisitReplayError(number: 4, reason: .noSuchStop(9))) {
            try visit.replay(kept([.widen(stop: 9)]))
        }
        var other = Visit()
        #expect(throws: VisitReplayError(number: 1, reason: .notTheLast(1))) { try other.replay(kept([.takeBack(1)])) }
    }
}
