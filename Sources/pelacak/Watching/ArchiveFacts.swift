import Aero
import Flights
import Tracking
import Watch

/// What events are made of besides what was heard, out of an archive and of what was learned of coverage.
struct ArchiveFacts: WatchFacts {
    let identities: WatchIdentities
    let airframes: @Sendable (String?) -> AirframeLimits
    /// `nil` where nothing is kept.
    let archive: (any TrackArchive)?
    let learned: LearnedCoverage?
    let passes: OwnPassShelf
    /// What was said when it happened, which stays said.
    var said: @Sendable (SilenceQuestion) -> GapLabel? = { _ in nil }
    /// What is known of the time before the archive begins: of a simulated scene, which says it.
    var before: @Sendable (PastQuestion) -> Timestamp? = { _ in nil }

    /// - Parameter realm: the world they are of.
    init(
        identities: WatchIdentities,
        realm: ArchiveRealm,
        airframes: @escaping @Sendable (String?) -> AirframeLimits,
        archive: (any TrackArchive)?,
        learned: LearnedCoverage?,
        passes: OwnPassShelf
    ) {
        self.identities = identities.known(in: realm)
        self.airframes = airframes
        self.archive = archive
        self.learned = learned
        self.passes = passes
        if realm == .simulated { before = SimulatedFleet.heard(before:) }
    }

    var edition: Int { identities.edition }
    func identity(of address: AircraftAddress) -> WatchIdentity { identities.identity(of: address) }
    func limits(ofType type: String?) -> AirframeLimits { airframes(type) }

    func past(_ question: PastQuestion) async -> WatchPast {
        guard let archive else { return .unknown }
        let day = (question.time.nanoseconds / 1_000_000_000).quotientAndRemainder(dividingBy: 86_400).quotient
        do throws(ArchiveError) {
            let days = try await archive.days(of: question.aircraft).filter { $0.number <= day }
            for one in days.reversed() {
                let start = Timestamp(seconds: Double(one.number) * 86_400)
                let end = min(question.time, start.advanced(bySeconds: 86_400))
                guard start < end else { continue }
                let heard = try await last(of: question.aircraft, in: start..<end, archive)
                if let heard { return .last(heard) }
            }
            return before(question).map(WatchPast.last) ?? .never
        } catch { return .unknown }
    }

    /// The last row of a time, looked for from its end.
    private func last(
        of aircraft: ArchivedAircraft,
        in range: Range<Timestamp>,
        _ archive: any TrackArchive
    ) async throws(ArchiveError) -> Timestamp? {
        var end = range.upperBound
        while end > range.lowerBound {
            let start = max(range.lowerBound, end.advanced(bySeconds: -3_600))
            let trace = try await archive.trace(of: aircraft, during: start..<end, withoutPositions: true)
            if let last = trace.observations.last(where: { !$0.flags.contains(.doubtful) })?.time { return last }
            end = start
        }
        return nil
    }

    func judgement(_ question: SilenceQuestion) async -> GapLabel? {
        if let label = said(question) { return label }
        guard let learned else { return nil }
        guard let own = await passes.passes(of: question.aircraft, before: question.since, archive, learned) else {
            return nil
        }
        return learned.label(
            onSilenceOf: question.aircraft.address,
            from: question.end,
            until: question.time,
            limits: airframes(question.type),
            without: own,
            kind: own.last?.kind ?? .squitter
        )
    }
}
