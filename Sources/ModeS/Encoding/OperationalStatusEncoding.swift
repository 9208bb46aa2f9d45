/// The ME field of operational status, type code 31, versions 0, 1 and 2.
///
/// - Source: RTCA DO-260B, 2.2.3.2.7.2; appendix N for versions 0 and 1.
public struct OperationalStatusEncoding: Hashable, Sendable {
    /// 0, 1 or 2.
    public var version: UInt8
    /// Subtype 1; else the airborne subtype 0.
    public var onGround: Bool
    /// Working collision avoidance; written inverted in versions 0 and 1.
    public var hasTCAS = false
    /// 1090 MHz in (version 2).
    public var receives1090 = false
    /// SDA, 0…3 (version 2).
    public var sda: UInt8 = 0
    public var nicA = false
    /// Version 2, on the ground.
    public var nicC = false
    /// NACp, 0…11.
    public var nacP: UInt8 = 0
    /// NACv, 0…4 (version 2, on the ground).
    public var nacV: UInt8 = 0
    /// GVA, 0…3 (version 2, airborne).
    public var gva: UInt8 = 0
    /// SIL, 0…3.
    public var sil: UInt8 = 0
    /// Bit 53: pressure altitude cross-checked in the air, "track is a heading" on the ground.
    public var bit53 = false
    /// Headings are magnetic.
    public var headingIsMagnetic = false
    /// The SIL is per sample, else per hour (version 2).
    public var silPerSample = false
    /// Length and width code on the ground, 0…15.
    public var sizeCode: UInt8 = 0
    public var identActive = false
    public var singleAntenna = false
    /// A display of the traffic around works (version 0, and 1).
    public var hasTrafficDisplay = false
    /// UAT in (version 2).
    public var receivesUAT = false
    /// ARV, in the air (versions 1 and 2).
    public var sendsAirVelocity = false
    /// TS, in the air (versions 1 and 2).
    public var sendsTargetState = false
    /// TC, 0…2, in the air (versions 1 and 2).
    public var trajectoryChangeReports: UInt8 = 0
    /// POA, on the ground (version 1).
    public var offsetApplied = false
    /// B2 low, on the ground (versions 1 and 2).
    public var lowPower = false
    /// A resolution advisory is being given (versions 1 and 2).
    public var advisoryActive = false
    /// Under the care of air traffic control (version 1).
    public var receivesATCServices = false
    /// On the ground (version 2).
    public var antennaOffset = AntennaOffset(rawValue: 0)

    /// A status with all else zero.
    public init(version: UInt8, onGround: Bool) {
        self.version = version
        self.onGround = onGround
    }

    /// The 56 bits.
    public var field: Field56 {
        var field = FieldAssembler()
        field.set(1, 5, to: 31)
        field.set(6, 8, to: onGround ? 1 : 0)
        field.set(41, 43, to: UInt64(version))
        switch version {
        case 0:
            field.set(11, to: hasTrafficDisplay)
            field.set(12, to: !hasTCAS)
        case 1:
            field.set(11, to: onGround ? offsetApplied : !hasTCAS)
            field.set(12, to: hasTrafficDisplay)
            field.set(29, to: receivesATCServices)
            common(&field)
        default:
            if !onGround { field.set(11, to: hasTCAS) }
            field.set(12, to: receives1090)
            if onGround {
                field.set(17, 19, to: UInt64(nacV))
                field.set(20, to: nicC)
                field.set(16, to: receivesUAT)
                field.set(33, 40, to: UInt64(antennaOffset.rawValue))
            } else {
                field.set(19, to: receivesUAT)
                field.set(49, 50, to: UInt64(gva))
            }
            field.set(30, to: singleAntenna)
            field.set(31, 32, to: UInt64(sda))
            field.set(55, to: silPerSample)
            common(&field)
        }
        return field.field
    }

    private func common(_ field: inout FieldAssembler) {
        if onGround {
            field.set(15, to: lowPower)
            field.set(21, 24, to: UInt64(sizeCode))
        } else {
            field.set(15, to: sendsAirVelocity)
            field.set(16, to: sendsTargetState)
            field.set(17, 18, to: UInt64(trajectoryChangeReports))
        }
        field.set(27, to: advisoryActive)
        field.set(28, to: identActive)
        field.set(44, to: nicA)
        field.set(45, 48, to: UInt64(nacP))
        field.set(51, 52, to: UInt64(sil))
        field.set(53, to: bit53)
        field.set(54, to: headingIsMagnetic)
    }
}
