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
        let found = kind == .gap ? Self.silence(account, at: time) : Self.flight(account, at: time)
        guard let found else { return nil }
        self.kind = kind
        self.aircraft = aircraft
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
        guard let chosen = try await ChosenFlight(kind, of: aircraft, at: time, told) else {
            let hex = aircraft.address.hex
            throw Failure(
                "\(hex) has no \(kind == .gap ? "silence" : "flight") at \(TimeText.iso(time)) in what may be told; pelacak flights \(hex) lists them"
            )
        }
        return chosen
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
