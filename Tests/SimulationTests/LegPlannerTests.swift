import Aero
import Testing

@testable import Simulation

struct LegPlannerTests {
    @Test func theAirportTableIsWhole() throws {
        #expect(AirportTable.all.count >= 590)
        for (before, after) in zip(AirportTable.all, AirportTable.all.dropFirst()) { #expect(before.code < after.code) }
        for code in ["UUWW", "UEEE", "ZKPY", "VVNB", "WIII", "WSSS", "RKSI", "RJTT", "ZBAA", "UHWW"] {
            #expect(AirportTable.airport(code)?.code == code)
        }
        #expect(AirportTable.airport("XXXX") == nil)
    }

    @Test(
        "legs are flown without jumps, within the limits of the kind, from airport to airport",
        arguments: [
            ("UUWW", "UEEE"), ("UEEE", "ZKPY"), ("ZKPY", "VVNB"), ("RJTT", "PANC"), ("WIII", "WSSS"), ("NZAA", "SCEL"),
            ("WIII", "WARR"), ("EDDF", "EGLL"), ("SLLP", "SBGR"),
        ]
    )
    func plausible(from: String, to: String) throws {
        let start = try #require(AirportTable.airport(from))
        let end = try #require(AirportTable.airport(to))
        try Plausibility.check(
            LegPlanner(kind: .airliner, from: start, to: end, slot: 7, altitude: 37_000).plan(),
            kind: .airliner
        )
    }

    @Test("local rounds end where they began", arguments: ["glider", "light aircraft", "helicopter"])
    func local(name: String) throws {
        let home = try #require(AirportTable.airport("EDDF"))
        let kind = try #require([AircraftKind.glider, .light, .helicopter].first { $0.name == name })
        let leg = LegPlanner(kind: kind, from: home, to: home, slot: 3, altitude: 3_500, outbound: 12_000).plan()
        try Plausibility.check(leg, kind: kind)
    }

    @Test func waypointsAreFlownOver() throws {
        let start = try #require(AirportTable.airport("UEEE"))
        let end = try #require(AirportTable.airport("ZKPY"))
        let place = try #require(Position(latitude: 49, longitude: 141))
        let leg = LegPlanner(
            kind: .stateHeavy,
            from: start,
            to: end,
            via: [place],
            slot: 3,
            altitude: 36_000
        ).plan()
        try Plausibility.check(leg, kind: .stateHeavy)
        var cursor = Leg.Cursor()
        let nearest = stride(from: 0, to: leg.duration, by: 10).map { time in
            leg.state(at: time, &cursor).point.angle(to: UnitVector(place)) * 6371
        }.min()
        #expect(try #require(nearest) < 30)
    }

    @Test(
        "levels follow the direction",
        arguments: [
            (37_500.0, true, 37_000.0), (37_500, false, 36_000), (36_000, true, 35_000), (44_000, true, 45_000),
        ]
    )
    func levels(wanted: Double, eastbound: Bool, level: Double) {
        #expect(LegPlanner.level(wanted, eastbound: eastbound, visual: false) == level)
    }
}

/// What no leg may break.
enum Plausibility {
    static func check(_ leg: Leg, kind: AircraftKind) throws {
        var cursor = Leg.Cursor()
        var before = leg.state(at: leg.start, &cursor)
        let ends = (AirportTable.all[leg.from], AirportTable.all[leg.to])
        #expect(before.point.angle(to: ends.0.vector) * 6371 < 4)
        var worstStep = 0.0
        var worstBank = 0.0
        var worstTurn = 0.0
        var worstSpeed = 0.0
        var worstRate = 0.0
        var top = before.altitude
        for time in stride(from: leg.start + 1, through: leg.end - 0.5, by: 1) {
            let now = leg.state(at: time, &cursor)
            let moved = before.point.angle(to: now.point) * 6_371_008.8
            worstStep = max(worstStep, abs(moved - (before.speed + now.speed) / 2))
            worstSpeed = max(worstSpeed, now.speedKnots)
            if !now.phase.isOnGround {
                worstRate = max(worstRate, abs(now.altitude - before.altitude) * 60)
                worstBank = max(
                    worstBank,
                    Trigonometry.arcTangent(y: now.speed * now.speed * abs(now.curvature), x: 9.81) * 57.3
                )
                let turn = abs(Position.wrapped(now.track - before.track))
                // Near the poles the track turns on a straight line too.
                if abs(now.latitude) < 80, !before.phase.isOnGround {
                    let curvature = max(abs(now.curvature), abs(before.curvature))
                    worstTurn = max(worstTurn, turn - now.speed * curvature * 57.3)
                }
            }
            top = max(top, now.altitude)
            before = now
        }
        #expect(worstStep < 6)
        #expect(worstBank <= kind.limits.bank)
        #expect(worstTurn < 3)
        #expect(worstSpeed <= kind.limits.speed)
        #expect(worstRate <= kind.limits.rate)
        #expect(top == leg.cruiseAltitude)
        let final = leg.state(at: leg.end, &cursor)
        #expect(final.phase == .parked && final.speed == 0)
        #expect(final.point.angle(to: ends.1.vector) * 6371 < 4)
        #expect(abs(final.altitude - ends.1.elevation) < 0.01)
    }
}
