import Aero
import Testing
import Tracking

@testable import Store

/// What came under terms that are not asked for is left out row by row, counted, and takes nothing else with it.
struct ChosenTermsTests {
    private static let free = Set(LicenceTag.allCases.filter(\.isRedistributable))

    private func batch(
        _ rows: [Observation],
        _ licence: LicenceTag,
        _ origin: String?,
        _ name: String
    ) throws
        -> ObservationBatch
    {
        var batch = ObservationBatch(licence: licence, origin: origin)
        batch.rows = rows.map { ObservationBatch.Row(Samples.aircraft, $0) }
        let at = (rows.first?.milliseconds ?? 0) + 1
        batch.names = [try #require(IdentityChange(Samples.aircraft, at: at, .callsign, name))]
        return batch
    }

    /// Every second row is another's, who allows nobody to hand it on.
    @Test(arguments: [0, 1, 2]) func onlyTheRowsThemselvesAreLeftOut(stage: Int) async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        let rows = (0..<60).map { Samples.numbered($0, spacing: 5_000) }
        let own = rows.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        let closed = rows.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        try await store.append(batch(own, .own, nil, "OWN1"))
        try await store.append(batch(closed, .nonCommercial, "Closed", "SECRET1"))
        if stage > 0 { try await store.seal() }
        if stage > 1 { try await store.compactDays(endedBy: Samples.time(Samples.start + 2 * Moments.day)) }
        let shared = try #require(store.holding(only: Self.free))

        let trace = try await shared.trace(of: Samples.aircraft, during: Samples.always, withoutPositions: true)
        #expect(trace.observations == own)
        #expect(trace.evidence.licences == [.own] && trace.evidence.origins.isEmpty)
        #expect(trace.evidence.withheld == [Samples.aircraft: 30])
        #expect(trace.names.map(\.value) == ["OWN1"])

        let world = try #require(ArchiveArea(south: -90, west: -180, north: 90, east: 180))
        let traces = try await shared.traces(in: world, during: Samples.always, limit: 10)
        #expect(traces.map(\.observations) == [own])
        #expect(traces[0].evidence.licences == [.own])
        #expect(traces[0].evidence.withheld == [Samples.aircraft: 30])

        let place = try #require(closed[3].position)
        let near = try await shared.aircraft(near: place, within: Metres(1), at: closed[3].time, limit: 5)
        #expect(near.isEmpty)
        let basis = try await shared.evidence(near: place, within: Metres(1), at: closed[3].time)
        #expect(basis.withheld == [Samples.aircraft: 1])

        let all = try await store.everything()
        #expect(all.observations == rows && all.evidence.withheld.isEmpty)
        #expect(all.evidence.licences == [.own, .nonCommercial])
    }

    @Test func termsOfRowsOutsideTheTimeOrTheAreaDoNotCount() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        // Two closed rows at the ends of a minute, own ones between them, elsewhere.
        let rows = (0..<12).map { Samples.numbered($0, spacing: 5_000) }
        try await store.append(batch([rows[0], rows[11]], .noRedistribution, "Closed", "A"))
        try await store.append(batch(Array(rows[1...10]), .own, nil, "B"))
        for isSealed in [false, true] {
            if isSealed { try await store.seal() }
            let between = rows[1].time..<rows[11].time
            let trace = try await store.trace(of: Samples.aircraft, during: between, withoutPositions: false)
            #expect(trace.observations.count == 10)
            #expect(trace.evidence.licences == [.own] && trace.evidence.origins.isEmpty)
            let south = try #require(rows[1].position).latitude
            let area = try #require(ArchiveArea(south: south, west: -1, north: south + 0.0085, east: 1))
            let inside = try await store.traces(in: area, during: Samples.always, limit: 5)
            #expect(inside.map(\.observations.count) == [9])
            #expect(inside[0].evidence.licences == [.own])
        }
    }
}
