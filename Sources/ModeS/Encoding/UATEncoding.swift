import Aero

/// Puts a UAT message into its bytes; the mirror of `UATMessage.init`.
///
/// What a message does not hold (time coupling, size of the aircraft, target state, reserved bits) is sent as zero.
public enum UATEncoding {
    /// The frame of a message. Values are rounded to what the field holds, and clamped to it.
    public static func frame(_ message: UATMessage) -> UATFrame? {
        let type = message.payloadType & 31
        var bits = UATBits(count: type == 0 ? UATFrame.shortLength : UATFrame.longLength)
        bits.set(1, 5, UInt32(type))
        bits.set(6, 8, UInt32(message.qualifier.rawValue))
        bits.set(9, 32, message.address.bits)
        if type <= 10, let state = message.stateVector { put(state, into: &bits) }
        if UATMessage.hasModeStatus(type), let status = message.modeStatus { put(status, into: &bits) }
        if UATMessage.hasSecondAltitude(type) { bits.set(233, 244, altitude(message.secondAltitude)) }
        return try? UATFrame(bytes: bits.bytes)
    }

    private static func put(_ state: UATStateVector, into bits: inout UATBits) {
        if let position = state.position {
            let north = position.latitude < 0 ? position.latitude + 180 : position.latitude
            let east = position.longitude < 0 ? position.longitude + 360 : position.longitude
            bits.set(33, 55, UInt32((north / 360 * 16_777_216).rounded()))
            bits.set(56, 79, UInt32((east / 360 * 16_777_216).rounded()))
        }
        bits.set(80, 80, state.isAltitudeGeometric ? 1 : 0)
        bits.set(81, 92, altitude(state.altitude))
        bits.set(93, 96, UInt32(state.nic))
        switch state.motion {
        case .airborne(let north, let east, let isSupersonic):
            let step = isSupersonic ? 4.0 : 1
            bits.set(97, 98, isSupersonic ? 1 : 0)
            bits.setSigned(100, 110, north?.rawValue, step)
            bits.setSigned(111, 121, east?.rawValue, step)
            bits.set(122, 122, state.verticalRate?.isBarometric == true ? 1 : 0)
            bits.setSigned(123, 132, state.verticalRate?.value.rawValue, 64)
        case .onGround(let speed, let direction):
            bits.set(97, 98, 2)
            bits.set(101, 110, speed.map { UInt32(FieldAssembler.plusOne($0.rawValue, step: 1, bits: 10)) } ?? 0)
            let (kind, angle): (UInt32, Degrees) =
                switch direction {
                case .track(let angle): (1, angle)
                case .magneticHeading(let angle): (2, angle)
                case .trueHeading(let angle): (3, angle)
                case nil: (0, 0)
                }
            bits.set(111, 112, kind)
            bits.set(113, 121, UInt32(FieldAssembler.turn(angle.rawValue, bits: 9)))
        case .unknown: bits.set(97, 98, 3)
        }
    }

    private static func put(_ status: UATModeStatus, into bits: inout UATBits) {
        // 39 is no category.
        let category = status.category.map { UInt32($0.set - UInt8(ascii: "A")) * 8 + UInt32($0.number) } ?? 39
        var digits = [UInt32](repeating: UATAlphabet.notAvailable, count: 8)
        let text: String? =
            switch status.identity {
            case .callsign(let callsign): callsign
            case .squawk(let squawk): squawk.description
            case nil: nil
            }
        if let text {
            digits = text.utf8.prefix(8).map(UATAlphabet.digit)
            digits += [UInt32](repeating: UATAlphabet.space, count: 8 - digits.count)
        }
        bits.set(137, 152, category * 1600 + digits[0] * 40 + digits[1])
        bits.set(153, 168, digits[2] * 1600 + digits[3] * 40 + digits[4])
        bits.set(169, 184, digits[5] * 1600 + digits[6] * 40 + digits[7])
        if case .squawk = status.identity { bits.set(215, 215, 0) } else { bits.set(215, 215, 1) }
        bits.set(185, 187, UInt32(status.emergency.rawValue))
        bits.set(188, 190, UInt32(status.version))
        bits.set(191, 192, UInt32(status.sil))
        bits.set(201, 204, UInt32(status.nacP))
        bits.set(205, 207, UInt32(status.nacV))
        bits.set(208, 208, status.nicBaro ? 1 : 0)
        guard let second = status.version2 else { return }
        bits.set(199, 200, UInt32(second.sda))
        bits.set(217, 218, UInt32(second.gva))
        bits.set(216, 216, second.silSupplement ? 1 : 0)
        bits.set(211, 211, second.isTCASOperational ? 1 : 0)
        bits.set(212, 212, second.isAdvisoryActive ? 1 : 0)
        bits.set(213, 213, second.isIdent ? 1 : 0)
    }

    private static func altitude(_ altitude: Feet?) -> UInt32 {
        guard let altitude, altitude.rawValue.isFinite else { return 0 }
        return UInt32(min(4095, max(1, ((altitude.rawValue + 1025) / 25).rounded())))
    }
}

/// The bytes of a frame, set bit by bit, counted from 1.
private struct UATBits {
    var bytes: [UInt8]

    init(count: Int) { bytes = [UInt8](repeating: 0, count: count) }

    mutating func set(_ first: Int, _ last: Int, _ value: UInt32) {
        for bit in first...last {
            let mask: UInt8 = 1 << UInt8(7 - (bit - 1) % 8)
            if value >> UInt32(last - bit) & 1 == 1 {
                bytes[(bit - 1) / 8] |= mask
            } else {
                bytes[(bit - 1) / 8] &= ~mask
            }
        }
    }

    /// A sign, and behind it a magnitude plus one; `nil` leaves both zero.
    mutating func setSigned(_ first: Int, _ last: Int, _ value: Double?, _ step: Double) {
        guard let value, value.isFinite else { return }
        set(first, first, value < 0 ? 1 : 0)
        set(first + 1, last, UInt32(FieldAssembler.plusOne(value.magnitude, step: step, bits: last - first)))
    }
}
