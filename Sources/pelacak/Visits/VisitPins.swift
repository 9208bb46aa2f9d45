import Aero
import Site
import Tracking
import Visits

/// What the dossier of a visit rests on and no rule of keeping may delete: what was heard round each announced stop in its time.
struct VisitPins: Sendable {
    let desk: any HistoryDesk

    /// Degrees of latitude round an airport: as far as a descent from cruise begins.
    private static let latitudes = 3.0
    /// Seconds before and after a window: who comes early or late.
    private static let margin = 12 * 3_600.0
    /// A window that says nothing of one side is taken as so long. Seconds.
    private static let openSide = 2 * 86_400.0
    /// Pins of a stop at most; a country has many airports, and the likely ones come first.
    private static let mostAirports = 8

    /// The pins that a visit has as it stands: none while it is a draft.
    static func wanted(of kept: KeptVisit) -> [HistoryPin] {
        guard kept.visit.status != .draft else { return [] }
        return kept.visit.itinerary(withLaterClaims: false).flatMap { stop -> [HistoryPin] in
            let (start, end) = (stop.arrival.start, stop.arrival.end)
            guard stop.kind != .origin, let first = start ?? end?.advanced(bySeconds: -openSide),
                let last = end ?? start?.advanced(bySeconds: openSide)
            else { return [] }
            let dwell = max(0, min(stop.dwellHours?.upperBound ?? 0, 240)) * 3_600
            return stop.airports.prefix(mostAirports).compactMap { airport in
                area(around: airport.position).map { area in
                    HistoryPin(
                        area: area,
                        from: first.advanced(bySeconds: -margin),
                        to: last.advanced(bySeconds: dwell + margin),
                        reason: "announced visit, a stop at \(airport.code)",
                        who: owner(kept.id)
                    )
                }
            }
        }
    }

    /// By which the pins of a visit are found again.
    static func owner(_ id: String) -> String { "visit \(id)" }

    private static func area(around place: Position) -> ArchiveArea? {
        let south = max(-90, place.latitude - latitudes)
        let north = min(90, place.latitude + latitudes)
        // A degree of longitude is shorter away from the equator; near a pole all of them.
        let shrink = Trigonometry.cosine(max(abs(south), abs(north)) * .pi / 180)
        let half = latitudes / max(shrink, 0.01)
        guard half < 180 else { return ArchiveArea(south: south, west: -180, north: north, east: 180) }
        return ArchiveArea(
            south: south,
            west: wrapped(place.longitude - half),
            north: north,
            east: wrapped(place.longitude + half)
        )
    }

    private static func wrapped(_ longitude: Double) -> Double {
        longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude
    }

    /// Makes the pins of a visit what they should be, in every world that is kept: those that are missing are made first.
    ///
    /// - Parameter kept: `nil` for a visit that was removed.
    func settle(_ id: String, _ kept: KeptVisit?) async throws(ArchiveError) {
        let wanted = kept.map(Self.wanted) ?? []
        for realm in ArchiveRealm.allCases where desk.archive(of: realm) != nil {
            try await settle(id, wanted, in: realm)
        }
    }

    private func settle(_ id: String, _ wanted: [HistoryPin], in realm: ArchiveRealm) async throws(ArchiveError) {
        let standing = try await desk.pins(of: realm).filter { $0.who == Self.owner(id) }
        for pin in wanted where !standing.contains(where: { Self.mean($0, pin) }) {
            _ = try await desk.pin(pin, in: realm)
        }
        for pin in standing where !wanted.contains(where: { Self.mean($0, pin) }) {
            _ = try await desk.unpin(pin.number, in: realm)
        }
    }

    private static func mean(_ one: HistoryPin, _ other: HistoryPin) -> Bool {
        // The store keeps milliseconds, and boxes of 1e-5 degrees rounded outward.
        func isSame(_ one: Timestamp?, _ other: Timestamp?) -> Bool { one?.milliseconds == other?.milliseconds }
        return isSame(one.from, other.from) && isSame(one.to, other.to) && Self.isSame(one.area, other.area)
    }

    private static func isSame(_ one: ArchiveArea?, _ other: ArchiveArea?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        // 180° east and west are one meridian.
        func near(_ one: Double, _ other: Double) -> Bool { abs((one - other).remainder(dividingBy: 360)) < 2.5e-5 }
        return near(one.south, other.south) && near(one.north, other.north) && near(one.west, other.west)
            && near(one.east, other.east)
    }
}
