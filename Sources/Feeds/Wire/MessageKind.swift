public import ModeS

/// What sort of thing a message tells, as far as an output that is reduced to one of a kind tells them apart.
public struct MessageKind: Hashable, Sendable {
    /// Downlink format in the upper byte, below it what it holds.
    private let code: UInt16

    /// The kind of a message.
    ///
    /// Positions are told apart by their parity, for two make one; status messages by what they report; replies by their format, and
    /// those of Comm-B by the register they hold.
    /// - Parameter register: which register a Comm-B reply holds, where that is known.
    public init(_ message: Message, register: RegisterContent? = nil) {
        let format = UInt16(message.format.rawValue) << 8
        switch message.content {
        case .squitter(let squitter):
            var detail = UInt16(Self.group(of: squitter.typeCode))
            switch squitter.content {
            case .airbornePosition(let position): detail |= position.cpr?.isOdd == true ? 0x80 : 0
            case .surfacePosition(let position): detail |= position.cpr.isOdd ? 0x80 : 0
            case .coarsePosition(let position): detail |= position.isOdd ? 0x80 : 0
            case .resolutionAdvisory: detail |= 0x80
            default: break
            }
            code = format | detail
        case .surveillance(let reply) where reply.commB != nil:
            code = format | UInt16(register?.register.rawValue ?? 0)
        case .airAir, .surveillance, .allCall, .extendedLength, .opaque:
            code = format
        }
    }

    /// The kind of a UAT message by its payload type.
    public init(uatPayload type: UInt8) { code = 0x4000 | UInt16(type) }

    /// The kind of everything that another program claims.
    public static let claim = MessageKind(code: 0x8000)

    private init(code: UInt16) { self.code = code }

    /// Type codes that tell the same sort of thing.
    ///
    /// - Source: RTCA DO-260B, table 2-16.
    private static func group(of typeCode: UInt8) -> UInt8 {
        switch typeCode {
        case 1...4: 1
        case 5...8: 5
        case 9...18, 20...22: 9
        default: typeCode
        }
    }
}
