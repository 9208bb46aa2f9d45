import Aero
import Testing
import Tracking

@testable import Store

struct KeptMomentsTests {
    private static func moment(_ milliseconds: Int64, hasPosition: Bool = true, of aircraft: UInt32 = 1) -> RowMoment {
        var row = Samples.numbered(0)
        row.milliseconds = milliseconds
        if !hasPosition { row.position = nil }
        return RowMoment(ArchivedAircraft(AircraftAddress(icao: aircraft)), row)
    }

    @Test func eachRowIsFoundOnce() {
        var kept = KeptMoments([Self.moment(1_000): 2, Self.moment(1_500): 1])
        #expect(kept.take(Self.moment(1_000)) && kept.take(Self.moment(1_000)))
        #expect(!kept.take(Self.moment(1_000)) && !kept.take(Self.moment(1_499)))
        let found = [kept.takeNear(Self.moment(1_499)), kept.takeNear(Self.moment(1_499))]
        #expect(found == [true, false])
    }

    @Test func theNearestIsTaken() {
        var kept = KeptMoments([Self.moment(1_000): 1, Self.moment(1_120): 1])
        let isFound = kept.takeNear(Self.moment(1_061))
        #expect(isFound)
        #expect(kept.take(Self.moment(1_000)) && !kept.take(Self.moment(1_120)))
    }

    @Test func othersAreOthers() {
        var kept = KeptMoments([Self.moment(1_000): 1])
        let others = [
            Self.moment(1_000, hasPosition: false), Self.moment(1_000, of: 2), Self.moment(1_101), Self.moment(899),
            Self.moment(1_100),
        ]
        let found = others.map { kept.takeNear($0) }
        #expect(found == [false, false, false, false, true])
    }

    @Test func timesMayBeAnything() {
        var kept = KeptMoments([Self.moment(.min): 1, Self.moment(.max): Int.min])
        #expect(!kept.takeNear(Self.moment(.max)) && kept.takeNear(Self.moment(.min)))
    }
}
