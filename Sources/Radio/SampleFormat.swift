/// How one complex sample stands in a stream of bytes: in-phase part first, then quadrature.
public enum SampleFormat: String, Hashable, Sendable, CaseIterable {
    /// Two unsigned bytes, (v - 127.5) / 127.5: RTL dongles, `rtl_tcp`, `rtl_sdr`.
    case uc8
    /// Two signed bytes, v / 128: HackRF.
    case sc8
    /// Two signed 16-bit numbers, little-endian, v / 32768: most other receivers.
    case sc16
    /// Two signed 16-bit numbers, little-endian, of which 12 bits are used, v / 2048: bladeRF.
    case sc16q11

    /// 2 or 4.
    public var bytesPerSample: Int {
        switch self {
        case .uc8, .sc8: 2
        case .sc16, .sc16q11: 4
        }
    }
}
