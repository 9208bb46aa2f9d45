import Aero
import Flights
import Tracking

/// What is remembered of one aircraft to make events of its rows.
struct WatchedAircraft: Sendable {
    /// The landing that was told of somebody lost on an approach, until it is known whether it was one.
    struct ToldLanding: Sendable {
        let event: EventKey
        let airport: String?
    }

    let aircraft: ArchivedAircraft
    var identity: WatchIdentity
    var needs: WatchNeeds
    /// Of the register, when the identity was asked.
    var edition: Int
    /// `nil` where nobody asks for flights.
    var builder: LegBuilder?
    /// Of the last sign of life.
    var lastHeard: Timestamp
    /// In listened time.
    var listenedAt: Int64
    /// The second of which a sample was given.
    var sampled: Int64?
    var path = RecentPath()
    var hearing = RecentHearing()
    /// The last row with a place.
    var placed: Observation?
    /// When it sent its own place last, as long as it is not told that it does not any more.
    var sentPlace: Timestamp?
    var integrity = IntegrityRun()
    /// How many looks of its silence are done.
    var looks = 0
    /// When it is looked at next; `nil` where nobody has to.
    var wake: Timestamp?
    var toldLanding: ToldLanding?
    /// The code that was told last, to know a second line of the same.
    var code: Squawk?
    var callsign: String?

    init(_ aircraft: ArchivedAircraft, _ identity: WatchIdentity, _ needs: WatchNeeds, edition: Int, at time: Timestamp)
    {
        self.aircraft = aircraft
        self.identity = identity
        self.needs = needs
        self.edition = edition
        lastHeard = time
        listenedAt = 0
    }

    /// Whether it was heard last on the ground.
    var isOnGround: Bool { builder?.state == .ground || placed?.flags.contains(.onGround) == true }

    /// Where and how it was in the air when it was heard last; `nil` where that is not known.
    var end: SilenceEnd? {
        guard let placed, let position = placed.position, lastHeard.seconds(since: placed.time) <= Self.placedSeconds,
            let altitude = placed.barometricAltitude ?? placed.geometricAltitude
        else { return nil }
        return SilenceEnd(
            time: placed.time,
            position: position,
            altitude: altitude,
            track: placed.track,
            groundSpeed: placed.groundSpeed,
            verticalRate: placed.verticalRate
        )
    }

    /// A place older than this at the last sign of life does not say where it fell silent. Ours.
    private static let placedSeconds = 60.0
}
