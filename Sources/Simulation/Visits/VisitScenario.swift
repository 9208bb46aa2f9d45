public import Aero

/// A world of four days in which somebody travels, or nobody does: what was announced, what was heard, and what happened.
///
/// Everything is invented but the airports. The same seed and settings give the same scenario on every machine.
public struct VisitScenario: Sendable {
    public let seed: UInt64
    public let settings: VisitSettings
    public let announcement: VisitAnnouncement
    public let aircraft: [VisitAircraft]
    /// By aircraft, in the order of time: what was heard of it.
    public let points: [[VisitPoint]]
    public let truth: VisitTruth
    let receivers: VisitReceivers

    /// When the first hour begins: Monday 5 January 2026, 00:00 UTC.
    public static let start = Timestamp(seconds: 1_767_571_200)
    /// The largest first.
    public static var airports: [VisitAirport] { VisitGeography.shared.airports }

    public init(seed: UInt64, settings: VisitSettings = VisitSettings()) {
        self.seed = seed
        self.settings = settings
        var generator = SeededGenerator(seed: seed, stream: 3)
        receivers = VisitReceivers(seed: seed, settings: settings)
        let lives = VisitLives(seed: seed, settings: settings, hours: settings.hours)
        var cast = VisitCast(lives: lives, settings: settings)
        let home = Self.home(cast, without: nil, &generator)
        let plan = Self.plan(home: home.home, settings: settings, &generator)
        let isFlown = !generator.chance(settings.noVisit)
        if isFlown { cast.play(plan, mayRelay: home.count > 1, &generator) }
        var other: VisitCast?
        if generator.chance(settings.secondVisit) { other = Self.second(cast, plan, settings, &generator) }
        let isWrong = isFlown && generator.chance(settings.wrongAnnouncement)
        let told = VisitAnnouncer(settings: settings).announcement(of: plan, isWrong: isWrong, &generator)
        announcement = told.announcement
        let last = other ?? cast
        aircraft = last.aircraft
        let hearing = VisitHearing(receivers: receivers, settings: settings)
        points = last.aircraft.indices.map { number in
            hearing.points(of: last.aircraft[number], flights: last.lives.flights[number], seed: seed)
        }
        truth = Self.truth(cast, other, plan, told.fault)
    }

    /// Where the state's aircraft are at home; a state with two at least.
    private static func home(
        _ cast: VisitCast,
        without: Int?,
        _ generator: inout SeededGenerator
    ) -> (home: Int, count: Int) {
        let capitals = VisitGeography.shared.capitals
        while true {
            let home = capitals[generator.index(below: capitals.count)]
            let count = cast.fleet(at: home).count
            if home != without, count > 1 { return (home, count) }
        }
    }

    private static func plan(
        home: Int,
        settings: VisitSettings,
        _ generator: inout SeededGenerator
    ) -> VisitPlan {
        while true {
            if let plan = VisitPlan.drawn(home: home, settings: settings, &generator) { return plan }
        }
    }

    /// Another state's journey, which half the time shares a stop.
    private static func second(
        _ cast: VisitCast,
        _ plan: VisitPlan,
        _ settings: VisitSettings,
        _ generator: inout SeededGenerator
    ) -> VisitCast? {
        let home = home(cast, without: plan.home, &generator)
        let shared = generator.chance(0.5) ? plan.stops[0] : nil
        guard
            let other = VisitPlan.drawn(home: home.home, settings: settings, sharing: shared, &generator)
        else { return nil }
        var quiet = settings
        quiet.charters = 0
        quiet.unlistedCarriers = 0
        quiet.spoofing = 0
        var lives = cast.lives
        lives.adopt(cast.aircraft)
        var second = VisitCast(lives: lives, settings: quiet)
        second.play(other, mayRelay: false, &generator)
        return second
    }

    private static func truth(
        _ cast: VisitCast,
        _ other: VisitCast?,
        _ plan: VisitPlan,
        _ fault: VisitFault?
    ) -> VisitTruth {
        func addresses(_ numbers: [Int]) -> [AircraftAddress] { numbers.map { cast.aircraft[$0].address } }
        let visitors = other.map { [$0.carrier].compactMap(\.self) + $0.companions + $0.decoys } ?? []
        let flown = cast.carrier == nil ? [] : plan.flights.prefix(plan.stops.count)
        return VisitTruth(
            carrier: cast.carrier.map { cast.aircraft[$0] },
            companions: addresses(cast.companions),
            decoys: addresses(cast.decoys),
            relayPartner: cast.relayPartner.map { cast.aircraft[$0].address },
            otherVisitors: addresses(visitors),
            stops: flown.map { VisitGeography.shared.airports[$0.to].code },
            arrivalHours: flown.map(\.landing),
            fault: fault,
            isSpoofed: cast.isSpoofed,
            hasDetour: flown.contains { $0.bend != nil }
        )
    }
}
