import Aero
import Flights
import Site
import Tracking
import Visits

/// Reads who was heard in a time, aircraft by aircraft: one trace is in memory at once, and of each its points remain.
struct HeardSkyReader {
    let archive: any TrackArchive
    let realm: ArchiveRealm
    /// `nil` where it may not be told who hears what: rows without a position are nowhere then.
    let places: (any FlightDesk)?
    /// Whether the points of which stretches are made are handed on with them.
    var keepsPoints = false

    /// One aircraft as it was heard.
    struct Heard: Sendable {
        let address: AircraftAddress
        let stretches: [HeardStretch]
        /// The last it used.
        let callsign: String?
        /// None unless they are asked for.
        let points: [HeardPoint]
    }

    /// Aircraft read at most; more were heard nowhere.
    static let mostAircraft = 100_000
    private static let page = 1_000

    /// - Parameter take: is given each aircraft, rising by address; one of which no place is known has no stretches.
    /// - Throws: `VisitCandidatesError`: `.unreadable`, `.cancelled`.
    func read(
        _ range: Range<Timestamp>,
        _ evidence: inout ArchiveEvidence,
        _ take: (Heard) -> Void
    ) async throws(VisitCandidatesError) {
        var last: ArchivedAircraft?
        var count = 0
        while count < Self.mostAircraft {
            let page = try await asked { () async throws(ArchiveError) in
                try await archive.aircraft(heardDuring: range, after: last, limit: Self.page)
            }
            for aircraft in page where aircraft.kind == .icao || aircraft.kind == .other {
                guard !Task.isCancelled else { throw .cancelled }
                take(try await read(aircraft, range, &evidence))
                count += 1
            }
            guard page.count == Self.page, let end = page.last else { return }
            last = end
        }
    }

    private func read(
        _ aircraft: ArchivedAircraft,
        _ range: Range<Timestamp>,
        _ evidence: inout ArchiveEvidence
    ) async throws(VisitCandidatesError) -> Heard {
        let (places, realm) = (places, realm)
        var sieve = PointSieve { number, time in places?.place(ofReceiver: number, in: realm, at: time) }
        var callsign: String?
        var start = range.lowerBound
        while start < range.upperBound {
            let rest = start..<range.upperBound
            let trace = try await asked { () async throws(ArchiveError) in
                try await archive.trace(of: aircraft, during: rest, withoutPositions: true)
            }
            sieve.take(trace)
            evidence.join(trace.evidence)
            callsign = trace.names.last { $0.field == .callsign && !$0.value.isEmpty }?.value ?? callsign
            guard trace.evidence.isCut, let end = trace.observations.last?.time, end > start else { break }
            start = end
        }
        let name = callsign.map { String($0.filter { $0 != " " }) }
        let points = sieve.finished()
        return Heard(
            address: aircraft.address,
            stretches: StretchMaker().stretches(of: points),
            callsign: name,
            points: keepsPoints ? points : []
        )
    }

    private func asked<Value>(
        _ question: () async throws(ArchiveError) -> Value
    ) async throws(VisitCandidatesError) -> Value {
        do throws(ArchiveError) { return try await question() } catch {
            // An archive that is interrupted fails.
            throw Task.isCancelled ? .cancelled : .unreadable(error)
        }
    }
}

extension ArchiveEvidence {
    /// What a part rests on; which chunks it were is not kept, there are too many.
    fileprivate mutating func join(_ part: ArchiveEvidence) {
        licences.formUnion(part.licences)
        origins.formUnion(part.origins)
        incompleteDays.formUnion(part.incompleteDays)
        withheld.merge(part.withheld, uniquingKeysWith: +)
        if damagedChunks.count < 1_000 { damagedChunks += part.damagedChunks }
    }
}
