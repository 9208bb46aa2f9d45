/// Why a trace file cannot be used. Each describes itself in one line.
public enum TraceDocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It stops being JSON at that byte, or is nested too deep there.
    case malformed(offset: Int)
    /// It is JSON and holds no `icao` that is an address.
    case noAddress
    /// No `timestamp` between 1970 and 2200.
    case noTime
    /// No list `trace`.
    case noTrace

    public var description: String {
        switch self {
        case .malformed(let offset): "no JSON at byte \(offset)"
        case .noAddress: "it names no aircraft (\"icao\")"
        case .noTime: "it has no time (\"timestamp\")"
        case .noTrace: "it has no list \"trace\""
        }
    }
}
