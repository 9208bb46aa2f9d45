import Aero

/// What is known of one aircraft at the time of an event.
struct AircraftState: Sendable {
    /// A code it sends, since when, and whether it was told.
    struct CodeRun: Hashable, Sendable {
        let code: UInt16
        let since: Timestamp
        var isCertain: Bool
        var isTold: Bool
    }

    /// A level that holds.
    struct LevelRun: Hashable, Sendable {
        let level: Int
        let since: Timestamp
        var last: Timestamp
        var isTold: Bool
    }

    let address: AircraftAddress
    /// Of the last event of any kind.
    var lastEvent = Timestamp(nanoseconds: .min)
    /// It was forgotten, and its number is free.
    var isGone = false
    var identity = WatchIdentity()
    var callsign: String?
    var position: Position?
    var positionTime = Timestamp(nanoseconds: 0)
    /// Altitude last heard, for what is asked of it beside a place.
    var barometricAltitude: Feet?
    var lastHeard: Timestamp?
    var silence: SilenceState?
    /// Where it was last known to take off or land.
    var airport: String?
    var code: CodeRun?
    /// Areas it is in, by number, sorted.
    var inside: [Int] = []
    var levels: [LevelRun] = []

    /// Made of the rules, never written: a bit for each variable it may be, and the rules that ask to be told whenever it is heard.
    var memberships: [UInt64] = []
    var heardRules: [Int] = []
    /// Its fleet by number; -1 where none is known.
    var fleet: Int32 = -1

    init(address: AircraftAddress) { self.address = address }

    /// The same aircraft of which nothing is remembered but who it is.
    var renewed: AircraftState {
        var fresh = AircraftState(address: address)
        fresh.identity = identity
        fresh.fleet = fleet
        return fresh
    }

    func mayBe(_ variable: Int) -> Bool { memberships[variable >> 6] >> UInt64(variable & 63) & 1 == 1 }
}
