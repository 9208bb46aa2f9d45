import Aero
import Foundation
import ModeS
import Store
import Tracking

@testable import pelacak

/// Rows and names as bytes in one way only, whichever way they came: out of an archive, or made again from raw messages.
struct ComparedRows {
    private(set) var rows: Set<[UInt8]> = []
    private(set) var names: Set<[UInt8]> = []
    /// Rows that tell what another tells, but for who heard it and how strong. Each with that one. Several messages may well have one
    /// moment: those of one read from a socket do.
    private(set) var doubles: [(Observation, Observation)] = []
    /// Rows that several receivers heard.
    private(set) var several = 0
    private var told: [[UInt8]: Observation] = [:]

    static let always = Timestamp(seconds: 0)..<Timestamp(seconds: 8e9)

    /// All that an archive holds.
    init(_ store: HistoryStore) async throws {
        var after: ArchivedAircraft?
        while true {
            let some = try await store.aircraft(heardDuring: Self.always, after: after, limit: 1_000)
            for aircraft in some {
                let trace = try await store.trace(of: aircraft, during: Self.always, withoutPositions: true)
                for row in trace.observations { add(aircraft, row, trace.receiverSets[Int(row.heardBy)]) }
                for name in trace.names { add(name) }
            }
            guard some.count == 1_000 else { return }
            after = some.last
        }
    }

    /// What is made of all that lies in a raw archive.
    init(_ raw: RawArchive, sources: [String], receiver: ReceiverPlace? = nil, key: SiteKey) async throws {
        let replay = await raw.replay(during: Self.always)
        var numbers = ArchiveNumbers(key)
        let roster = ReceiverRoster(
            heard: replay.receivers,
            sources: try sources.map { try SourceSpecification($0) },
            receiver: receiver,
            feeders: [],
            numbers: &numbers
        )
        let feeds = roster.feeds
        let own = Dictionary(uniqueKeysWithValues: roster.entries.map { ($0.feed, $0.number) })
        var rerun = RawRerun(
            table: TrackTable(configuration: roster.configuration),
            feed: { feeds[$0] ?? FeedID(rawValue: 0) },
            number: { feed, _ in own[feed] ?? 0 }
        )
        var reader = replay.makeReader()
        while let arrival = reader.next() { add(rerun.take(arrival)) }
        add(rerun.finish())
    }

    private mutating func add(_ batches: [ObservationBatch]) {
        for batch in batches {
            for row in batch.rows {
                add(row.aircraft, row.observation, batch.receiverSets[Int(row.observation.heardBy)])
            }
            for name in batch.names { add(name) }
        }
    }

    private mutating func add(_ aircraft: ArchivedAircraft, _ row: Observation, _ heardBy: ReceiverSet) {
        var batch = ObservationBatch()
        var row = row
        row.heardBy = batch.place(of: heardBy)
        batch.rows = [ObservationBatch.Row(aircraft, row)]
        guard rows.insert(batch.canonicalRows()).inserted else { return }
        if heardBy.count > 1 { several += 1 }
        var bare = ObservationBatch()
        var statement = row
        statement.level = nil
        statement.heardBy = bare.place(of: .empty)
        bare.rows = [ObservationBatch.Row(aircraft, statement)]
        if let other = told.updateValue(row, forKey: bare.canonicalRows()) { doubles.append((other, row)) }
    }

    private mutating func add(_ name: IdentityChange) {
        var batch = ObservationBatch()
        batch.names = [name]
        names.insert(batch.canonicalNames())
    }

    /// How many rows and names one has and the other has not.
    func differences(to other: ComparedRows) -> (rows: Int, names: Int) {
        (rows.symmetricDifference(other.rows).count, names.symmetricDifference(other.names).count)
    }
}
