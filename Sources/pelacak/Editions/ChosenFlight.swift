import Aero
import Bundles
import Flights
import Site
import Tracking

/// A flight or a silence of an aircraft that somebody means by a moment in it.
struct ChosenFlight {
    let kind: BundleHead.Subject
    let aircraft: ArchivedAircraft
    /// The moment by which links name it.
    let moment: Timestamp
    let span: Range<Timestamp>

    /// As links have it.
    var id: String { FlightID(aircraft, moment).text }

    /// `nil` where none is told at that time.
    init?(
        _ kind: BundleHead.Subject,
        of aircraft: ArchivedAircraft,
        at time: Timestamp,
        _ told: ToldArchive
    ) async throws(ArchiveError) {
        let account = try await told.answers.account(of: aircraft, during: time..<time.advanced(bySeconds: 1)).account
        self.init(kind, in: account, at: time)
    }

    /// `nil` where there is none in an account.
    private init?(_ kind: BundleHead.Subject, in account: FlightAccount, at time: Timestamp) {
        let found = kind == .gap ? Self.silence(account, at: time) : Self.flight(account, at: time)
        guard let found else { return nil }
        self.kind = kind
        aircraft = account.aircraft
        (moment, span) = found
    }

    /// For commands.
    ///
    /// - Throws: `Failure` where none is told at that time; `ArchiveError`.
    static func asked(
        _ kind: BundleHead.Subject,
        of aircraft: ArchivedAircraft,
        at time: Timestamp,
        _ told: ToldArchive
    ) async throws -> ChosenFlight {
        if let chosen = try await ChosenFlight(kind, of: aircraft, at: time, told) { return chosen }
        throw Failure(BundleWords.noFlight(of: aircraft.address.hex, kind, at: TimeText.iso(time)))
    }

    /// - Throws: `Failure` where there is none in an account.
    static func asked(
        _ kind: BundleHead.Subject,
        in account: FlightAccount,
        at time: Timestamp
    ) throws(Failure) -> ChosenFlight {
        if let chosen = ChosenFlight(kind, in: account, at: time) { return chosen }
        throw Failure(BundleWords.noFlight(of: account.aircraft.address.hex, kind, at: TimeText.iso(time)))
    }

    private static func flight(_ account: FlightAccount, at time: Timestamp) -> (Timestamp, Range<Timestamp>)? {
        account.legs.first { $0.span.earliest <= time && time <= $0.span.latest }.map { leg in
            let moment = leg.takeoff.heard ?? leg.landing?.heard ?? leg.takeoff.span.latest
            return (moment, leg.span.earliest..<leg.span.latest.advanced(bySeconds: 1))
        }
    }

    private static func silence(_ account: FlightAccount, at time: Timestamp) -> (Timestamp, Range<Timestamp>)? {
        if let gap = account.gaps.first(where: { $0.span.earliest <= time && time <= $0.span.latest }) {
            return (gap.from.sighting.time, gap.span.earliest..<gap.span.latest.advanced(bySeconds: 1))
        }
        return account.silentSince.flatMap { open in
            let start = open.sighting.time
            return start <= time && time < account.toldUntil ? (start, start..<account.toldUntil) : nil
        }
    }
}
