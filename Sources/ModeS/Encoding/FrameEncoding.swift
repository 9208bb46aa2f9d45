public import Aero

/// Whole frames out of their fields, parity included: the mirror of the decoders.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.3 to 3.1.2.8.
public enum FrameEncoding {
    /// DF17, parity zero.
    ///
    /// - Parameter capability: CA; 4 on the ground, 5 airborne.
    public static func extendedSquitter(
        address: AircraftAddress,
        capability: UInt8 = 5,
        field: Field56
    ) -> Frame {
        sealed(long(format: 17, low3: capability, body: UInt64(address.bits), field: field), with: 0)
    }

    /// DF18, parity zero.
    ///
    /// - Parameter control: CF; 0 ADS-B, 2 and 5 TIS-B, 6 ADS-R.
    public static func nonTransponder(address: AircraftAddress, control: UInt8, field: Field56) -> Frame {
        sealed(long(format: 18, low3: control, body: UInt64(address.bits), field: field), with: 0)
    }

    /// DF11; the parity carries the interrogator's code.
    ///
    /// - Parameter interrogator: CL and IC as one number 0…79; 0 for a squitter.
    public static func allCallReply(
        address: AircraftAddress,
        capability: UInt8 = 5,
        interrogator: UInt8 = 0
    ) -> Frame {
        let high = UInt64(11 << 3 | UInt64(capability & 7)) << 56 | UInt64(address.bits) << 32
        return sealed(Frame(high: high, low: 0), with: UInt32(interrogator & 0x7F))
    }

    /// DF0, short air-air surveillance.
    public static func shortAirAir(
        address: AircraftAddress,
        onGround: Bool,
        crossLink: Bool = true,
        sensitivity: UInt8 = 0,
        replyInformation: UInt8 = 0,
        altitude: Feet?
    ) -> Frame {
        let bits = airAir(onGround, crossLink, sensitivity, replyInformation, altitude)
        return sealed(Frame(high: bits << 32, low: 0), with: address.bits)
    }

    /// DF16, long air-air surveillance.
    public static func longAirAir(
        address: AircraftAddress,
        onGround: Bool,
        sensitivity: UInt8 = 0,
        replyInformation: UInt8 = 0,
        altitude: Feet?,
        field: Field56
    ) -> Frame {
        let head = 16 << 27 | airAir(onGround, false, sensitivity, replyInformation, altitude)
        let frame = Frame(high: head << 32 | field.rawValue >> 24, low: field.rawValue << 40)
        return sealed(frame, with: address.bits)
    }

    /// DF4, or DF20 when a register comes along.
    ///
    /// - Parameter flightStatus: FS; 0 airborne, 1 on the ground, 2-5 with alert or ident.
    public static func altitudeReply(
        address: AircraftAddress,
        flightStatus: UInt8,
        altitude: Feet?,
        register: Field56? = nil,
        downlinkRequest: UInt8 = 0,
        utility: UInt8 = 0
    ) -> Frame {
        reply(4, address, flightStatus, downlinkRequest, utility, AltitudeEncoding.code13(altitude), register)
    }

    /// DF5, or DF21 when a register comes along.
    public static func identityReply(
        address: AircraftAddress,
        flightStatus: UInt8,
        squawk: Squawk,
        register: Field56? = nil,
        downlinkRequest: UInt8 = 0,
        utility: UInt8 = 0
    ) -> Frame {
        reply(5, address, flightStatus, downlinkRequest, utility, IdentityEncoding.code13(squawk), register)
    }

    /// DF24, one segment of an extended length message.
    ///
    /// - Parameters:
    ///   - number: ND, 0…15.
    ///   - high: the first 16 bits of MD.
    ///   - low: the other 64.
    public static func extendedLength(
        address: AircraftAddress,
        isAcknowledgement: Bool,
        number: UInt8,
        high: UInt16,
        low: UInt64
    ) -> Frame {
        let head: UInt64 = 0xC0 | (isAcknowledgement ? 0x10 : 0) | UInt64(number & 15)
        let frame = Frame(high: head << 56 | UInt64(high) << 40 | low >> 24, low: low << 40)
        return sealed(frame, with: address.bits)
    }

    /// A frame whose last 24 bits are set so that division leaves `remainder`: 0, an address, or an interrogator code.
    public static func sealed(_ frame: Frame, with remainder: UInt32) -> Frame {
        let bare =
            frame.isLong
            ? Frame(high: frame.high, low: frame.low & ~0xFF_FFFF_0000)
            : Frame(high: frame.high & ~0xFFFF_FF00, low: 0)
        let parity = UInt64((bare.remainder ^ remainder) & 0xFF_FFFF)
        return frame.isLong
            ? Frame(high: bare.high, low: bare.low | parity << 16)
            : Frame(high: bare.high | parity << 8, low: 0)
    }

    private static func long(format: UInt64, low3: UInt8, body: UInt64, field: Field56) -> Frame {
        let high = (format << 3 | UInt64(low3 & 7)) << 56 | body << 32 | field.rawValue >> 24
        return Frame(high: high, low: field.rawValue << 40)
    }

    private static func airAir(
        _ onGround: Bool,
        _ crossLink: Bool,
        _ sensitivity: UInt8,
        _ information: UInt8,
        _ altitude: Feet?
    ) -> UInt64 {
        (onGround ? 1 << 26 : 0) | (crossLink ? 1 << 25 : 0) | UInt64(sensitivity & 7) << 21
            | UInt64(information & 15) << 15 | UInt64(AltitudeEncoding.code13(altitude))
    }

    private static func reply(
        _ format: UInt64,
        _ address: AircraftAddress,
        _ status: UInt8,
        _ request: UInt8,
        _ utility: UInt8,
        _ code: UInt16,
        _ register: Field56?
    ) -> Frame {
        let middle = UInt64(status & 7) << 24 | UInt64(request & 31) << 19 | UInt64(utility & 63) << 13 | UInt64(code)
        guard let register else {
            return sealed(Frame(high: (format << 27 | middle) << 32, low: 0), with: address.bits)
        }
        let head = (format + 16) << 27 | middle
        let frame = Frame(high: head << 32 | register.rawValue >> 24, low: register.rawValue << 40)
        return sealed(frame, with: address.bits)
    }
}
