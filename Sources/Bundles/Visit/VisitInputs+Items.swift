import Aero
import Visits

extension VisitInputs {
    /// Names of the items that inputs are written to.
    public enum Item: String, CaseIterable, Sendable {
        case itinerary = "itinerary.json"
        case carrierClaims = "claims/carrier.json"
        case aircraft = "identity/aircraft.jsonl"
        case points = "sky/points.jsonl"
        case base = "base/traffic.json"
        case rules = "rules/ranking.json"
    }

    /// The bytes of each item.
    public func bytes(of item: Item) -> [UInt8] {
        switch item {
        case .itinerary: Self.document(itineraryJSON)
        case .carrierClaims: Self.document(.array(claims.map(\.canonical)))
        case .aircraft: Self.lines(aircraft.map(\.identityJSON))
        case .points: Self.lines(aircraft.filter { !$0.points.isEmpty }.map(\.pointsJSON))
        case .base: Self.document(archive.canonical)
        case .rules: Self.document(rules.canonical)
        }
    }

    /// Reads inputs back.
    ///
    /// - Parameter bytes: of an item.
    public init(_ bytes: (Item) throws(VisitInputsError) -> [UInt8]) throws(VisitInputsError) {
        let itinerary = try Self.read(.itinerary, bytes) { bytes throws(CanonicalJSONError) in
            try CanonicalFields(Self.value(bytes), "itinerary")
        }
        let stops = try Self.read(.itinerary) { () throws(CanonicalJSONError) in
            try itinerary.objects("stops") { fields throws(CanonicalJSONError) in try ItineraryStop(fields) }
        }
        let watched = try Self.read(.itinerary) { () throws(CanonicalJSONError) in
            let watched = try itinerary.span("watched")
            // Of a longer time no ranking is made, and the grid of one would be as large as somebody likes.
            guard watched.upperBound.seconds(since: watched.lowerBound) <= RankedItinerary.longestSeconds else {
                throw itinerary.wrong("watched")
            }
            return watched
        }
        let points = try Self.read(.points, bytes) { bytes throws(CanonicalJSONError) in try SkyAircraft.points(bytes) }
        let aircraft = try Self.read(.aircraft, bytes) { bytes throws(CanonicalJSONError) in
            try Self.values(bytes).map { value throws(CanonicalJSONError) in
                try SkyAircraft(CanonicalFields(value, "aircraft"), points: points)
            }
        }
        self.init(
            itinerary: stops,
            watched: watched,
            aircraft: aircraft,
            archive: try Self.read(.base, bytes) { bytes throws(CanonicalJSONError) in
                try ArchiveKnowledge(CanonicalFields(Self.value(bytes), "base"))
            },
            claims: try Self.read(.carrierClaims, bytes) { bytes throws(CanonicalJSONError) in
                guard case .array(let values) = try Self.value(bytes) else { throw .member("claims") }
                return try values.map { value throws(CanonicalJSONError) in
                    try CarrierClaim(CanonicalFields(value, "claim"))
                }
            },
            rules: try Self.read(.rules, bytes) { bytes throws(CanonicalJSONError) in
                try RankingRules(CanonicalFields(Self.value(bytes), "rules"))
            }
        )
    }

    private static func read<Value>(
        _ item: Item,
        _ bytes: (Item) throws(VisitInputsError) -> [UInt8],
        _ body: ([UInt8]) throws(CanonicalJSONError) -> Value
    ) throws(VisitInputsError) -> Value {
        let bytes = try bytes(item)
        return try read(item) { () throws(CanonicalJSONError) in try body(bytes) }
    }

    private static func read<Value>(
        _ item: Item,
        _ body: () throws(CanonicalJSONError) -> Value
    ) throws(VisitInputsError) -> Value {
        do throws(CanonicalJSONError) { return try body() } catch { throw .unreadable(item.rawValue, error) }
    }

    /// A value with a line's end behind it.
    static func document(_ value: CanonicalJSON) -> [UInt8] { value.bytes + [0x0A] }

    static func lines(_ values: [CanonicalJSON]) -> [UInt8] {
        var bytes: [UInt8] = []
        for value in values {
            value.write(to: &bytes)
            bytes.append(0x0A)
        }
        return bytes
    }

    static func value(_ bytes: [UInt8]) throws(CanonicalJSONError) -> CanonicalJSON {
        try CanonicalJSON(reading: bytes)
    }

    /// The value of each line; lines that are empty are passed over.
    static func values(_ bytes: [UInt8]) throws(CanonicalJSONError) -> [CanonicalJSON] {
        try bytes.split(separator: 0x0A).map { line throws(CanonicalJSONError) in
            try CanonicalJSON(reading: Array(line))
        }
    }
}
