public import ModeS

/// Which message a value was read from, or that it was not read from one.
public enum ValueSource: Hashable, Sendable, CustomStringConvertible {
    /// A frame of this format; the type code if it is an extended squitter.
    case frame(DownlinkFormat, typeCode: UInt8?)
    /// A Comm-B reply of this format, the register inferred.
    case register(DownlinkFormat, BDSRegister)
    /// A UAT downlink frame with this payload type.
    case uat(payloadType: UInt8)
    /// Another program says so.
    case claim(ClaimedReport.Kind)
    /// We computed it from other values.
    case inference(Inference)

    /// Whether it was decoded from the aircraft's own frames.
    public var isObserved: Bool {
        switch self {
        case .frame, .register, .uat: true
        case .claim, .inference: false
        }
    }

    /// As `DF17 TC11`, `DF20 BDS5,0`, `UAT type 1`, `claim`, `mlat` or `inference`.
    public var description: String {
        switch self {
        case .frame(let format, let typeCode?): "DF\(format.rawValue) TC\(typeCode)"
        case .frame(let format, nil): "DF\(format.rawValue)"
        case .register(let format, let register): "DF\(format.rawValue) BDS\(register)"
        case .uat(let payloadType): "UAT type \(payloadType)"
        case .claim(.unstated): "claim"
        case .claim(.multilateration): "mlat"
        case .inference: "inference"
        }
    }
}
