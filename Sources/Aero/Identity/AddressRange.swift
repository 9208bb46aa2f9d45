/// A part of the address space that says more than the state: seen to be used by armed forces, or no address of ICAO at all.
public enum AddressRange: Hashable, Sendable {
    /// Observers of many years find armed forces there. No state's publication says so.
    case military
    /// TIS-B tracks, anonymous and vehicle addresses, written with a tilde.
    case notICAO
    /// No state has the block.
    case unallocated

    public var name: String {
        switch self {
        case .military: "military"
        case .notICAO: "not-icao"
        case .unallocated: "unallocated"
        }
    }

    /// What range an address lies in; `nil` for an ordinary one.
    ///
    /// There is no range of privacy addresses: the FAA's programme gives out addresses of the ordinary American block, which only its list
    /// tells from others.
    /// - Source: the ranges are those on which lists of other decoders agree, the narrower one where they differ; ADF7C8 follows the last
    ///   N-number.
    public static func of(_ address: AircraftAddress) -> AddressRange? {
        guard address.isICAO else { return .notICAO }
        if armedForces.contains(where: { $0.contains(address.bits) }) { return .military }
        return AddressBlocks.state(of: address) == nil ? .unallocated : nil
    }

    private static let armedForces: [ClosedRange<UInt32>] = [
        0x3AA000...0x3AFFFF, 0x3B7000...0x3BFFFF,  // France
        0x3EA000...0x3EBFFF, 0x3F4000...0x3FBFFF,  // Germany
        0x43C000...0x43CFFF,  // United Kingdom
        0x480000...0x480FFF,  // Netherlands
        0x4B7000...0x4B7FFF,  // Switzerland
        0x7CF800...0x7CFAFF,  // Australia
        0xADF7C8...0xAFFFFF,  // United States
        0xC20000...0xC3FFFF,  // Canada
        0xE40000...0xE41FFF,  // Brazil
    ]
}
