/// How an `rtl_tcp` server is to be set.
public struct RtlTcpSettings: Hashable, Sendable {
    /// How the tuner's gain is chosen.
    public enum Gain: Hashable, Sendable {
        /// By the tuner itself.
        case automatic
        /// By us, step by step, as `AdaptiveGain` says; the first step is set once the server has told how many there are.
        case adaptive
        /// Fixed, in tenths of a decibel; the server takes the nearest it has.
        case tenthsOfDecibel(Int32)
    }

    /// 1,090,000,000 for Mode S.
    public var frequency: UInt32 = 1_090_000_000
    /// One of `Demodulator.sampleRates`; a dongle has at most 3,200,000.
    public var sampleRate = 2_400_000
    public var gain = Gain.automatic
    /// Correction of the oscillator in parts per million.
    public var correction: Int32 = 0
    public var digitalGainControl = false
    public var biasTee = false

    /// Mode S at 2.4 MS/s, automatic gain, nothing else.
    public init() {}

    /// What to send on connection, in this order.
    public var commands: [RtlTcpCommand] {
        var list: [RtlTcpCommand] = [
            .sampleRate(hertz: UInt32(clamping: sampleRate)),
            .frequency(hertz: frequency),
            .correction(partsPerMillion: correction),
        ]
        switch gain {
        case .automatic: list.append(.manualGain(false))
        case .adaptive: list.append(.manualGain(true))
        case .tenthsOfDecibel(let tenths): list += [.manualGain(true), .gain(tenthsOfDecibel: tenths)]
        }
        list.append(.digitalGainControl(digitalGainControl))
        if biasTee { list.append(.biasTee(true)) }
        return list
    }
}
