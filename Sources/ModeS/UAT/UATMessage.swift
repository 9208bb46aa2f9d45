public import Aero

/// What a UAT downlink frame says, as far as the frame alone can tell.
///
/// The same bytes always give the same message; no bytes are refused here, a payload type without public meaning gives the address
/// alone. There is no label for simulated data in UAT: what comes in this form is taken for real.
///
/// | payload type | state vector | mode status | second altitude |
/// |---|---|---|---|
/// | 0, 4, 7 … 10 | yes | | |
/// | 1 | yes | yes | yes |
/// | 2, 5, 6 | yes | | yes |
/// | 3 | yes | yes | |
/// | 11 … 31 | | | |
/// - Source: RTCA DO-282B, table 2-10. The target state of types 3, 4 and 6 is not read.
public struct UATMessage: Hashable, Sendable {
    /// 0…31.
    public let payloadType: UInt8
    public let qualifier: UATAddressQualifier
    /// A key outside the ICAO space unless the qualifier says otherwise.
    public let address: AircraftAddress
    public let stateVector: UATStateVector?
    public let modeStatus: UATModeStatus?
    /// The altitude that the state vector's is not: geometric beside barometric, or the other way round.
    public let secondAltitude: Feet?

    public init(
        payloadType: UInt8,
        qualifier: UATAddressQualifier,
        address: AircraftAddress,
        stateVector: UATStateVector?,
        modeStatus: UATModeStatus? = nil,
        secondAltitude: Feet? = nil
    ) {
        self.payloadType = payloadType
        self.qualifier = qualifier
        self.address = address
        self.stateVector = stateVector
        self.modeStatus = modeStatus
        self.secondAltitude = secondAltitude
    }

    /// Reads a frame.
    public init(_ frame: UATFrame) {
        let type = frame.payloadType
        payloadType = type
        qualifier = UATAddressQualifier(rawValue: UInt8(frame.bits(6, 8))) ?? .reserved
        let bits = frame.bits(9, 32)
        address = qualifier.isICAO ? AircraftAddress(icao: bits) : AircraftAddress(other: bits)
        stateVector = type <= 10 ? UATStateVector(frame) : nil
        modeStatus = Self.hasModeStatus(type) ? UATModeStatus(frame) : nil
        secondAltitude = Self.hasSecondAltitude(type) ? UATStateVector.altitude(frame.bits(233, 244)) : nil
    }

    /// Whether a payload type holds a mode status.
    static func hasModeStatus(_ type: UInt8) -> Bool { type == 1 || type == 3 }
    /// Whether a payload type holds an auxiliary state vector.
    static func hasSecondAltitude(_ type: UInt8) -> Bool { [1, 2, 5, 6].contains(type) }

    /// Pressure altitude, from whichever field holds it.
    public var barometricAltitude: Feet? {
        guard let stateVector else { return nil }
        return stateVector.isAltitudeGeometric ? secondAltitude : stateVector.altitude
    }

    /// Height over the ellipsoid, from whichever field holds it.
    public var geometricAltitude: Feet? {
        guard let stateVector else { return nil }
        return stateVector.isAltitudeGeometric ? stateVector.altitude : secondAltitude
    }
}
