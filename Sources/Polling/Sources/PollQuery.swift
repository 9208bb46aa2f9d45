public import Aero

/// What a server is asked for.
public enum PollQuery: Hashable, Sendable {
    /// A whole document, as `aircraft.json`.
    case document
    /// All within a distance of a place.
    case circle(Position, radius: NauticalMiles)
    case addresses([AircraftAddress])
    case registrations([String])
    case types([String])
    case military
    /// Degrees; west is less than east, because no server takes a box over the 180th meridian.
    case box(south: Double, west: Double, north: Double, east: Double)

    /// The word and value it is written with on the command line; `nil` for a whole document.
    public var option: (key: String, value: String?)? {
        switch self {
        case .document: nil
        case .circle(let centre, let radius):
            ("circle", [centre.latitude, centre.longitude, radius.rawValue].map(Self.text).joined(separator: ","))
        case .addresses(let list): ("hex", list.map(\.hex).joined(separator: ","))
        case .registrations(let list): ("reg", list.joined(separator: ","))
        case .types(let list): ("type", list.joined(separator: ","))
        case .military: ("mil", nil)
        case .box(let south, let west, let north, let east):
            ("box", [south, west, north, east].map(Self.text).joined(separator: ","))
        }
    }

    /// Whether it gives away a place.
    public var tellsPlace: Bool {
        switch self {
        case .circle, .box: true
        case .document, .addresses, .registrations, .types, .military: false
        }
    }

    /// Credits that OpenSky counts for one request.
    ///
    /// - Source: OpenSky REST API, "API credit usage": by square degrees; questions without a box count as the largest (ours,
    ///   the document leaves it open).
    public var areaCredits: Int {
        guard case .box(let south, let west, let north, let east) = self else { return 4 }
        switch (north - south) * (east - west) {
        case ...25: return 1
        case ...100: return 2
        case ...400: return 3
        default: return 4
        }
    }

    /// At most four decimals (11 m), without trailing zeros.
    static func text(_ value: Double) -> String {
        let scaled = (value.magnitude * 10_000).rounded()
        let whole = Int(scaled) / 10_000
        var digits = String(10_000 + Int(scaled) % 10_000).dropFirst()
        while digits.last == "0" { digits = digits.dropLast() }
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return sign + String(whole) + (digits.isEmpty ? "" : ".\(digits)")
    }
}
