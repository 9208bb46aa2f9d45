public import Aero

/// An aircraft consistent with the announced visit, and why.
public struct Candidate: Sendable {
    public let identity: RegisteredAircraft
    public let role: AircraftRole
    /// That it carried, of all those heard and "none of these"; not to be told while the ranking is young.
    public internal(set) var probability = 0.0
    /// That it came along, if another carried.
    public internal(set) var accompanying = 0.0
    /// By stop of the itinerary that was used.
    public let evidence: [StopEvidence]
    /// When each stop was likeliest made; `nil` for one that was likelier left out.
    public let arrivals: [Timestamp?]
    public internal(set) var rows: [RankingRow]
    /// Stops for which something heard speaks: there, on the way there, or leaving home for the first. One sighting counts once.
    public let supportedStops: Int
    /// Natural logarithm of all evidence, the prior left aside.
    private(set) var evidenceWeight: Double
    let priorWeight: Double
    /// The same of an aircraft that comes along and may leave stops out.
    let companionWeight: Double

    public var address: AircraftAddress { identity.address }

    /// A reason that counts.
    mutating func add(_ row: RankingRow) {
        rows.append(row)
        evidenceWeight += row.weight
    }

    /// A reason that is told and does not count.
    mutating func note(_ row: RankingRow) { rows.append(row) }

    /// Whether it was heard at a stop, and so is more than a silence.
    public var isSeenAtStop: Bool { evidence.contains { $0.isSeen } }
    /// Whether it may be named likelier than not: what was heard speaks for it at two stops.
    public var isNameable: Bool { supportedStops > 1 }
}
