public import Aero
import GRDB
public import Tracking

extension HistoryStore {
    public nonisolated func traces(
        in area: ArchiveArea,
        during: Range<Timestamp>,
        limit: Int
    ) async throws(ArchiveError) -> [Trace] {
        try await traces(in: area, during: during, limit: limit, .all)
    }

    public nonisolated func aircraft(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int
    ) async throws(ArchiveError) -> [NearbyAircraft] {
        try await aircraft(near: place, within: radius, at: time, limit: limit, .all)
    }

    public nonisolated func evidence(
        near place: Position,
        within radius: Metres,
        at time: Timestamp
    ) async throws(ArchiveError) -> ArchiveEvidence {
        try await evidence(near: place, within: radius, at: time, .all)
    }

    nonisolated func traces(
        in area: ArchiveArea,
        during: Range<Timestamp>,
        limit: Int,
        _ choice: TermsChoice
    ) async throws(ArchiveError) -> [Trace] {
        guard limit > 0 else { throw .badQuestion("at least one aircraft must be asked for") }
        let times = Moments.milliseconds(during)
        let most = settings.rowsPerAnswer
        return try await ask { database, open in
            var gathering = AreaGathering(StepBox(area), area, during: times, limit: most, choice)
            try gathering.addChunks(from: database)
            for generation in open { gathering.add(generation) }
            return try gathering.traces(limit: limit, database, open: open)
        }
    }

    nonisolated func aircraft(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int,
        _ choice: TermsChoice
    ) async throws(ArchiveError) -> [NearbyAircraft] {
        guard limit > 0 else { throw .badQuestion("at least one aircraft must be asked for") }
        let milliseconds = time.milliseconds
        return try await gather(near: place, within: radius, at: time, choice) { gathering, _ in
            var found: [NearbyAircraft] = []
            for (aircraft, rows) in gathering.rowsByAircraft {
                let nearest = rows.min {
                    abs($0.milliseconds - milliseconds) < abs($1.milliseconds - milliseconds)
                }
                guard let nearest, let position = nearest.position else { continue }
                let distance = Geodesy.distance(place, position)
                if distance <= radius { found.append(NearbyAircraft(aircraft, nearest, distance: distance)) }
            }
            found.sort { ($0.distance.rawValue, $0.aircraft) < ($1.distance.rawValue, $1.aircraft) }
            return Array(found.prefix(limit))
        }
    }

    /// Rows that were left out count where they lie in the circle, within the minute before or after.
    nonisolated func evidence(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        _ choice: TermsChoice
    ) async throws(ArchiveError) -> ArchiveEvidence {
        try await gather(near: place, within: radius, at: time, choice) { gathering, database in
            try gathering.evidence(database) { row in
                row.position.map { Geodesy.distance(place, $0) <= radius } ?? false
            }
        }
    }

    private nonisolated func gather<Answer: Sendable>(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        _ choice: TermsChoice,
        _ answer: @escaping @Sendable (borrowing AreaGathering, Database) throws -> Answer
    ) async throws(ArchiveError) -> Answer {
        guard radius.rawValue >= 0, radius.rawValue.isFinite else { throw .badQuestion("a radius is 0 m or more") }
        let milliseconds = time.milliseconds
        let times = milliseconds - 60_000..<milliseconds + 60_001
        let box = Self.box(around: place, metres: radius.rawValue + Self.reach)
        let most = settings.rowsPerAnswer
        return try await ask { database, open in
            var gathering = AreaGathering(box, nil, during: times, limit: most, choice)
            try gathering.addChunks(from: database)
            for generation in open { gathering.add(generation) }
            return try answer(gathering, database)
        }
    }

    /// How far an aircraft may come in the minute for which its nearest observation is looked for: 2,000 kt.
    private static let reach = 62_000.0

    /// A box that holds the circle, rounded outward; near a pole all the way around.
    private static func box(around place: Position, metres: Double) -> StepBox {
        let up = metres / 110_000
        let (south, north) = (max(-90, place.latitude - up), min(90, place.latitude + up))
        let steepest = max(abs(south), abs(north))
        let aside = up / max(0.001, Trigonometry.cosine(steepest * Trigonometry.radiansPerDegree))
        guard steepest < 89.9, aside < 179 else {
            return StepBox(
                south: Int32(south * 1e5),
                west: -18_000_000,
                north: Int32(north * 1e5),
                east: 17_999_999
            )
        }
        return StepBox(
            south: Int32((south * 1e5).rounded(.down)),
            west: Int32(Position.wrapped(place.longitude - aside) * 1e5),
            north: Int32((north * 1e5).rounded(.up)),
            east: Int32(Position.wrapped(place.longitude + aside) * 1e5)
        )
    }
}
