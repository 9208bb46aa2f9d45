/// What a fact is about: an address, or the machine that carries it for a time.
public enum IdentitySubject: Hashable, Sendable {
    case address(AircraftAddress)
    case airframe(AirframeID)

    /// As one number, for tables: an address as its `rawValue`, an airframe above 2^32.
    public var code: Int64 {
        switch self {
        case .address(let address): Int64(address.rawValue)
        case .airframe(let airframe): 1 << 32 | Int64(airframe.number)
        }
    }

    /// The airframe; `nil` for an address.
    public var airframe: AirframeID? {
        if case .airframe(let airframe) = self { airframe } else { nil }
    }

    /// - Returns: `nil` for a number that `code` does not give.
    public init?(code: Int64) {
        if code >= 1 << 32, let number = UInt32(exactly: code - 1 << 32), let airframe = AirframeID(number) {
            self = .airframe(airframe)
        } else if code >= 0, code < 1 << 25 {
            let bits = UInt32(truncatingIfNeeded: code)
            self = .address(bits < 1 << 24 ? AircraftAddress(icao: bits) : AircraftAddress(other: bits))
        } else {
            return nil
        }
    }
}

extension IdentitySubject: CustomStringConvertible {
    /// `157716` or `af12`.
    public var description: String {
        switch self {
        case .address(let address): address.hex
        case .airframe(let airframe): airframe.description
        }
    }
}
