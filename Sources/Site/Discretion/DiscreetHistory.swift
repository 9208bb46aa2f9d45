import Aero
import Tracking

/// The past as one audience may see it.
struct DiscreetHistory: HistoryDesk {
    private let desk: any HistoryDesk
    private let audience: Audience
    private let discretion: Discretion
    private let tellsReceivers: Bool
    /// Of what is heard later nothing is told yet; `nil`: of everything.
    private let end: (@Sendable () async -> Timestamp)?

    /// - Parameter end: the time of the sky that the audience is shown, where that is not the operator's.
    init(
        _ desk: any HistoryDesk,
        for audience: Audience,
        _ discretion: Discretion,
        tellsReceivers: Bool,
        until end: (@Sendable () async -> Timestamp)? = nil
    ) {
        self.desk = desk
        self.audience = audience
        self.discretion = discretion
        self.tellsReceivers = tellsReceivers
        self.end = end
    }

    func archive(of realm: ArchiveRealm) -> (any TrackArchive)? {
        let discretion = discretion
        return desk.archive(of: realm).map { archive in
            DiscreetArchive(
                prompt(archive, of: realm),
                for: audience,
                tellsReceivers: tellsReceivers,
                shownSky: discretion.shownSky(to: audience)
            ) { discretion.rules }
        }
    }

    /// What others recorded is told at once.
    private func prompt(_ archive: any TrackArchive, of realm: ArchiveRealm) -> any TrackArchive {
        guard let end, realm != .imported else { return archive }
        return DelayedArchive(archive, until: end)
    }

    /// Where anything is hidden, the counts are those of what is shown, and the sum over everything is not told.
    func day(_ number: Int64, of realm: ArchiveRealm) async throws(ArchiveError) -> HistoryDay? {
        guard var day = try await desk.day(number, of: realm) else { return nil }
        if let end, realm != .imported, UTCDay(number: number).range.upperBound > (await end()) { return nil }
        guard discretion.hidesAnything(from: audience), let archive = archive(of: realm) else { return day }
        let found = try await archive.days(in: UTCDay(number: number).range).first { $0.number == number }
        day.aircraft = found?.aircraft ?? 0
        day.positions = found?.positions ?? 0
        day.otherObservations = found?.otherObservations ?? 0
        day.digest = nil
        return day
    }

    /// Pins are the operator's, and so is who may ask: the routes see to it.
    func pins(of realm: ArchiveRealm) async throws(ArchiveError) -> [HistoryPin] { try await desk.pins(of: realm) }

    func pin(_ pin: HistoryPin, in realm: ArchiveRealm) async throws(ArchiveError) -> (number: Int64, made: Timestamp?)
    {
        try await desk.pin(pin, in: realm)
    }

    func unpin(_ number: Int64, in realm: ArchiveRealm) async throws(ArchiveError) -> Bool {
        try await desk.unpin(number, in: realm)
    }

    var stops: [HistoryStop] { desk.stops }
}
