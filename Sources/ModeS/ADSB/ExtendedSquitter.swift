/// A message an aircraft, vehicle or ground station sends unasked: DF17, DF18, or DF19 in its civil form.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.8.6 and 3.1.2.8.7; RTCA DO-260B, 2.2.3.2.
public struct ExtendedSquitter: Hashable, Sendable {
    /// Who speaks, as the format and its control field tell.
    public enum Source: UInt8, Hashable, Sendable, CaseIterable {
        /// DF17: the aircraft's own transponder.
        case transponder
        /// DF18, CF 0: a device without transponder, ICAO address.
        case device
        /// DF18, CF 1: a device with another address: vehicle, anonymous.
        case deviceOther
        /// DF18, CF 2 or 3 with an ICAO address: a ground station tells of a radar target.
        case trafficInformation
        /// DF18, CF 2 or 3 with Mode A code and track number, CF 5 apart: the ground station's own track.
        case trafficInformationTrack
        /// DF18, CF 5.
        case trafficInformationOther
        /// DF18, CF 6, ICAO address: repeated from another data link.
        case rebroadcast
        /// DF18, CF 6, another address.
        case rebroadcastOther
        /// DF18, CF 4: management of the ground station.
        case management
        /// DF18, CF 7.
        case reserved
    }

    public let source: Source
    /// DF17 only.
    public let capability: Capability?
    /// CF, 0…7; DF18 only.
    public let control: UInt8?
    /// The first five bits of the ME field; of coarse TIS-B, management and reserved messages they mean nothing (`hasTypeCode`).
    public let typeCode: UInt8
    public let content: ADSBContent
    /// The ME field as sent.
    public let field: Field56

    /// Whether the 24 bits of address are an ICAO one.
    public var hasICAOAddress: Bool {
        switch source {
        case .transponder, .device, .trafficInformation, .rebroadcast: true
        case .deviceOther, .trafficInformationTrack, .trafficInformationOther, .rebroadcastOther, .management,
            .reserved:
            false
        }
    }

    init(_ frame: Frame, format: DownlinkFormat) {
        let field = frame.field56
        let control = frame.bits(6, 8)
        let isTransponder = format != .nonTransponder
        self.field = field
        typeCode = UInt8(field.bits(1, 5))
        capability = format == .extendedSquitter ? Capability(rawValue: UInt8(control)) : nil
        self.control = isTransponder ? nil : UInt8(control)
        source = isTransponder ? .transponder : ExtendedSquitter.source(control: control, field: field)
        switch source {
        case .management, .reserved: content = .opaque
        case .transponder, .device, .deviceOther: content = ADSBContent(field)
        case .rebroadcast, .rebroadcastOther: content = ADSBContent(field, link: .rebroadcast)
        case .trafficInformation, .trafficInformationTrack, .trafficInformationOther:
            content =
                control == 3
                ? .coarsePosition(CoarsePosition(field))
                : ADSBContent(field, link: .trafficInformation)
        }
    }

    /// Whether the first five bits of the field are a type code.
    public var hasTypeCode: Bool {
        switch source {
        case .management, .reserved: false
        default: control != 3
        }
    }

    private static func source(control: UInt32, field: Field56) -> Source {
        switch control {
        case 0: .device
        case 1: .deviceOther
        case 2: isForeign(field) ? .trafficInformationTrack : .trafficInformation
        case 3: field.bit(1) ? .trafficInformationTrack : .trafficInformation
        case 4: .management
        case 5: .trafficInformationOther
        case 6: isForeign(field) ? .rebroadcastOther : .rebroadcast
        default: .reserved
        }
    }

    /// The ICAO/Mode A flag (IMF): whether the address is not an ICAO one. Its place depends on the type code.
    private static func isForeign(_ field: Field56) -> Bool {
        switch field.bits(1, 5) {
        case 5...8: field.bit(21)
        case 9...18, 20...22: field.bit(8)
        case 19: field.bit(9)
        case 28, 31: field.bit(56)
        case 29: field.bit(51)
        default: false
        }
    }
}
