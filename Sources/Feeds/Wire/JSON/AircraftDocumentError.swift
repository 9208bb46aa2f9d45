/// Why a document of aircraft cannot be used. Each describes itself in one line.
public enum AircraftDocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// More bytes than are read.
    case tooLarge(bytes: Int)
    /// More aircraft than are read.
    case tooMany(aircraft: Int)
    /// It stops being JSON at that byte, or is nested too deep there.
    case malformed(offset: Int)
    /// It is JSON and holds no list `aircraft` or `ac`.
    case noAircraft

    public var description: String {
        switch self {
        case .tooLarge(let bytes): "the document has \(bytes) bytes, more than are read"
        case .tooMany(let aircraft): "the document lists more than \(aircraft) aircraft"
        case .malformed(let offset): "the document is no JSON at byte \(offset)"
        case .noAircraft: "the document holds no list of aircraft; is the address that of an aircraft.json?"
        }
    }
}
