public import Aero

/// What a frame says, as far as the frame alone can tell.
///
/// The same bytes always give the same message. Whether the sender of a reply with address parity is believed, where a
/// position message lies and which Comm-B register a reply holds needs memory, and that is the next room's.
public struct Message: Hashable, Sendable {
    /// How the sender's address is known.
    public enum Addressing: Hashable, Sendable {
        /// It stands in the frame and the parity is right.
        case stated
        /// It stands in the frame of DF11; the parity is right if the interrogator has this code, 1…79. Seven bits of errors could hide in it.
        case interrogator(code: UInt8)
        /// It is what the parity leaves: right only if no bit is wrong.
        case overParity
        /// The frame's owner keeps to himself how it is protected (DF19 with AF 1…7): `address` means nothing, and nothing was checked.
        case secret
    }

    /// What is in the frame besides the address.
    public enum Content: Hashable, Sendable {
        /// DF0, DF16.
        case airAir(AirAirReply)
        /// DF4, DF5, DF20, DF21.
        case surveillance(SurveillanceReply)
        /// DF11.
        case allCall(Capability)
        /// DF24.
        case extendedLength(ExtendedLengthSegment)
        /// DF17, DF18, DF19 with AF 0.
        case squitter(ExtendedSquitter)
        /// Nothing that a public standard describes, DF19 with AF 1…7: the bytes are kept.
        case opaque
    }

    public let frame: Frame
    public let format: DownlinkFormat
    public let address: AircraftAddress
    public let addressing: Addressing
    public let content: Content

    /// Reads a frame.
    ///
    /// - Throws: `MessageError.unknownFormat` for a number without meaning, `.parity` if the frame states its sender and the parity is wrong.
    public init(_ frame: Frame) throws(MessageError) {
        guard let format = DownlinkFormat(of: frame) else { throw .unknownFormat(UInt8(frame.bits(1, 5))) }
        let remainder = frame.remainder
        self.frame = frame
        self.format = format
        switch format {
        case .shortAirAir, .longAirAir:
            content = .airAir(AirAirReply(frame))
        case .surveillanceAltitude, .surveillanceIdentity, .commBAltitude, .commBIdentity:
            content = .surveillance(SurveillanceReply(frame, format: format))
        case .commD:
            content = .extendedLength(ExtendedLengthSegment(frame))
        case .allCallReply:
            guard remainder < 80 else { throw .parity(remainder: remainder) }
            content = .allCall(Capability(rawValue: UInt8(frame.bits(6, 8))))
            address = AircraftAddress(icao: frame.bits(9, 32))
            addressing = remainder == 0 ? .stated : .interrogator(code: UInt8(remainder))
            return
        case .extendedSquitter, .nonTransponder, .militaryExtendedSquitter:
            if format == .militaryExtendedSquitter, frame.bits(6, 8) != 0 {
                content = .opaque
                address = AircraftAddress(other: 0)
                addressing = .secret
                return
            }
            guard remainder == 0 else { throw .parity(remainder: remainder) }
            let squitter = ExtendedSquitter(frame, format: format)
            content = .squitter(squitter)
            let bits = frame.bits(9, 32)
            address = squitter.hasICAOAddress ? AircraftAddress(icao: bits) : AircraftAddress(other: bits)
            addressing = .stated
            return
        }
        address = AircraftAddress(icao: remainder)
        addressing = .overParity
    }

    /// The radar that a DF11 reply answers; 0 in a squitter. `nil` for other frames.
    public var interrogator: InterrogatorCode? {
        guard case .allCall = content else { return nil }
        if case .interrogator(let code) = addressing { return InterrogatorCode(rawValue: code) }
        return InterrogatorCode(rawValue: 0)
    }

    /// Whether the sender itself states its ICAO address and the parity stands by itself: DF11 with remainder 0, DF17, DF18 with control field 0.
    public var isOwnSquitter: Bool {
        guard addressing == .stated else { return false }
        switch format {
        case .allCallReply, .extendedSquitter: return true
        case .nonTransponder: return squitter?.source == .device
        default: return false
        }
    }

    /// The extended squitter, if the frame is one.
    public var squitter: ExtendedSquitter? {
        if case .squitter(let squitter) = content { squitter } else { nil }
    }
}
