/// What a client may ask of an `rtl_tcp` server: one byte of number, four of value, big-endian.
public enum RtlTcpCommand: Hashable, Sendable {
    case frequency(hertz: UInt32)
    case sampleRate(hertz: UInt32)
    /// Gain by hand, or left to the tuner.
    case manualGain(Bool)
    /// Gain in tenths of a decibel.
    case gain(tenthsOfDecibel: Int32)
    /// Correction of the oscillator in parts per million.
    case correction(partsPerMillion: Int32)
    /// Automatic gain in the demodulator chip.
    case digitalGainControl(Bool)
    /// Gain by its place in the tuner's list.
    case gainIndex(UInt32)
    /// Feeding of an amplifier through the antenna cable.
    case biasTee(Bool)

    /// The five bytes to send.
    public var bytes: [UInt8] {
        let (number, value): (UInt8, UInt32) =
            switch self {
            case .frequency(let hertz): (0x01, hertz)
            case .sampleRate(let hertz): (0x02, hertz)
            case .manualGain(let on): (0x03, on ? 1 : 0)
            case .gain(let tenths): (0x04, UInt32(bitPattern: tenths))
            case .correction(let parts): (0x05, UInt32(bitPattern: parts))
            case .digitalGainControl(let on): (0x08, on ? 1 : 0)
            case .gainIndex(let index): (0x0D, index)
            case .biasTee(let on): (0x0E, on ? 1 : 0)
            }
        return [number] + (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * $0)) }
    }
}
