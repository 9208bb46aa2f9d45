import Aero

/// A place that a text names.
struct PlaceMention: Sendable {
    enum Kind: Sendable { case country, city, airport, region, wide, unknown }

    private(set) var words: Range<Int>
    private(set) var span: TextSpan
    /// As written.
    let name: String
    let kind: Kind
    let state: StateCode?
    /// Best first; their weights add up to 1; empty for a region without any.
    let airports: [StopAirport]
    let centre: Position?
    /// Zone of the IANA database.
    let zone: String?
    /// Of a region of several states: south, north, west, east.
    let box: (south: Double, north: Double, west: Double, east: Double)?
    /// One of the capital of its state.
    let isCapital: Bool

    /// The same place where another word stands for it.
    func renamed(words: Range<Int>, span: TextSpan) -> PlaceMention {
        var copy = self
        (copy.words, copy.span) = (words, span)
        return copy
    }

    /// Whether both are one place to land at: the same airports, or a city and its state.
    func isSame(as other: PlaceMention) -> Bool {
        if kind == .unknown || other.kind == .unknown { return name == other.name }
        if kind == .wide || other.kind == .wide { return kind == other.kind && name == other.name }
        if (kind == .country) != (other.kind == .country), state == other.state { return true }
        if (kind == .region) != (other.kind == .region), state == other.state {
            return region(self.kind == .region ? self : other, holds: self.kind == .region ? other : self)
        }
        if kind == .country, other.kind == .country { return state == other.state }
        if name == other.name, state == other.state { return true }
        guard let one = airports.first?.code, let two = other.airports.first?.code else { return false }
        return one == two || (kind != other.kind && (codes.contains(two) || other.codes.contains(one)) && isNear(other))
    }

    private var codes: [String] { airports.map(\.code) }

    private func isNear(_ other: PlaceMention, within metres: Double = 80_000) -> Bool {
        guard let centre, let there = other.centre else { return false }
        return Geodesy.distance(centre, there).rawValue < metres
    }

    private func region(_ region: PlaceMention, holds other: PlaceMention) -> Bool {
        let codes = Set(region.airports.map(\.code))
        guard !codes.isEmpty else { return false }
        if other.airports.contains(where: { codes.contains($0.code) }) { return true }
        guard let centre = region.centre, let there = other.centre else { return false }
        return Geodesy.distance(centre, there).rawValue < 250_000
    }

    /// Whether `other`, behind a comma, only says where this one lies.
    func lies(in other: PlaceMention) -> Bool {
        switch other.kind {
        case .country: kind != .country && state == other.state
        case .region: kind != .country && kind != .region && state == other.state
        case .wide: true
        // "Halim, Jakarta", but not "Perth, Canberra".
        case .city: kind == .airport && state == other.state && isNear(other, within: 150_000)
        default: false
        }
    }
}
