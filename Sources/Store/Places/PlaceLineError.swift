public import Aero

/// Why one line of a file of places is refused.
public enum PlaceLineError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It has no kind that is known, or not as many cells as its kind.
    case badShape
    /// A cell, counted from 1, is no number, or one out of range, or no text, or too long.
    case badCell(Int)
    /// A runway without an airport before it.
    case noAirport
    /// What it says does not fit the other lines.
    case refused(GazetteerError)

    public var description: String {
        switch self {
        case .badShape: "not a line of a file of places"
        case .badCell(let number): "cell \(number) cannot be read"
        case .noAirport: "a runway of no airport"
        case .refused(let reason): "\(reason)"
        }
    }
}
