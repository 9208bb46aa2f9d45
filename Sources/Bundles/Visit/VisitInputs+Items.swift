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
        case .itinerary: Self.document(Self.itineraryJSON(itinerary, watched))
        case .carrierClaims: Self.document(.array(claims.map(\.canonical)))
        case .aircraft: Self.lines(aircraft.lazy.map(\.identityJSON))
        case .points: Self.lines(aircraft.lazy.filter { !$0.points.isEmpty }.map(\.pointsJSON))
        case .base: Self.document(archive.canonical)
        case .rules: Self.document(rules.canonical)
        }
    }

    /// Reads inputs back, as they would be written and not otherwise: what nobody reads, and what stands twice, is refused.
    ///
    /// - Parameter bytes: of an item; each is asked for once.
    /// - Throws: `VisitInputsError` for what is none, and for more than is compared (`VisitLimits`).
    public init(_ bytes: (Item) throws(VisitInputsError) -> [UInt8]) throws(VisitInputsError) {
        let (stops, watched) = try Self.read(.itinerary, bytes) { bytes throws(CanonicalJSONError) in
            try Self.itinerary(bytes)
        }
        let points = try Self.read(.points, bytes) { bytes throws(CanonicalJSONError) in
            let points = try SkyAircraft.points(bytes)
            try CanonicalJSON.compare(Self.lines(points.lazy.map(SkyAircraft.pointsJSON)), with: bytes)
            return points.reduce(into: [:]) { $0[$1.address] = $1.points }
        }
        let aircraft = try Self.read(.aircraft, bytes) { bytes throws(CanonicalJSONError) in
            try Self.aircraft(bytes, points, stops: stops.count)
        }
        let archive = try Self.read(.base, bytes) { bytes throws(CanonicalJSONError) in
            let archive = try ArchiveKnowledge(CanonicalFields(Self.value(bytes), "base"))
            try CanonicalJSON.compare(Self.document(archive.canonical), with: bytes)
            return archive
        }
        let claims = try Self.read(.carrierClaims, bytes) { bytes throws(CanonicalJSONError) in try Self.claims(bytes) }
        let rules = try Self.read(.rules, bytes) { bytes throws(CanonicalJSONError) in
            let value = try Self.value(bytes)
            // An older bundle has fewer numbers than this version has: compared is what it holds.
            try CanonicalJSON.compare(Self.document(value), with: bytes)
            return try RankingRules(CanonicalFields(value, "rules"))
        }
        self.init(
            itinerary: stops,
            watched: watched,
            aircraft: aircraft,
            archive: archive,
            claims: claims,
            rules: rules
        )
    }

    private static func itinerary(
        _ bytes: [UInt8]
    ) throws(CanonicalJSONError) -> (stops: [ItineraryStop], watched: ClosedRange<Timestamp>) {
        let fields = try CanonicalFields(value(bytes), "itinerary")
        let stops = try fields.objects("stops", most: VisitLimits.stops) { fields throws(CanonicalJSONError) in
            try ItineraryStop(fields)
        }
        guard stops.reduce(0, { $0 + $1.airports.count }) <= VisitLimits.airports else { throw fields.wrong("stops") }
        let watched = try fields.span("watched")
        // Of a longer time no ranking is made, and the grid of one would be as large as somebody likes.
        guard watched.upperBound.seconds(since: watched.lowerBound) <= RankedItinerary.longestSeconds else {
            throw fields.wrong("watched")
        }
        try CanonicalJSON.compare(document(itineraryJSON(stops, watched)), with: bytes)
        return (stops, watched)
    }

    private static func aircraft(
        _ bytes: [UInt8],
        _ points: [AircraftAddress: [HeardPoint]],
        stops: Int
    ) throws(CanonicalJSONError) -> [SkyAircraft] {
        var all: [SkyAircraft] = []
        var last: AircraftAddress?
        var placed = 0
        try eachValue(bytes) { value throws(CanonicalJSONError) in
            let one = try SkyAircraft(CanonicalFields(value, "aircraft"), points: points)
            // In the order of addresses, none of them twice.
            if let last, last >= one.identity.address { throw .member("aircraft.address") }
            last = one.identity.address
            placed += one.points.isEmpty ? 0 : 1
            all.append(one)
            guard all.count <= VisitLimits.aircraft, all.count * stops * stops <= VisitLimits.comparisons else {
                throw .member("aircraft")
            }
        }
        // Points of somebody who is not among them would be compared with nobody.
        guard placed == points.count else { throw .member("points.address") }
        try CanonicalJSON.compare(lines(all.lazy.map(\.identityJSON)), with: bytes)
        return all
    }

    private static func claims(_ bytes: [UInt8]) throws(CanonicalJSONError) -> [CarrierClaim] {
        guard case .array(let values) = try value(bytes), values.count <= VisitLimits.claims else {
            throw .member("claims")
        }
        let claims = try values.map { value throws(CanonicalJSONError) in
            try CarrierClaim(CanonicalFields(value, "claim"))
        }
        try CanonicalJSON.compare(document(.array(claims.map(\.canonical))), with: bytes)
        return claims
    }

    private static func read<Value>(
        _ item: Item,
        _ bytes: (Item) throws(VisitInputsError) -> [UInt8],
        _ body: ([UInt8]) throws(CanonicalJSONError) -> Value
    ) throws(VisitInputsError) -> Value {
        let bytes = try bytes(item)
        do throws(CanonicalJSONError) { return try body(bytes) } catch { throw .unreadable(item.rawValue, error) }
    }

    /// A value with a line's end behind it.
    static func document(_ value: CanonicalJSON) -> [UInt8] { value.bytes + [0x0A] }

    static func lines(_ values: some Sequence<CanonicalJSON>) -> [UInt8] {
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

    /// Reads the value of each line, one at a time; lines that are empty are passed over.
    static func eachValue(
        _ bytes: [UInt8],
        _ body: (CanonicalJSON) throws(CanonicalJSONError) -> Void
    ) throws(CanonicalJSONError) {
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
            if end > start { try body(try CanonicalJSON(reading: Array(bytes[start..<end]))) }
            start = end + 1
        }
    }
}
