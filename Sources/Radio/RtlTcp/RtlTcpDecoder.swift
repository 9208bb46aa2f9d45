public import Aero
public import ModeS

/// The stream of an `rtl_tcp` server: greeting first, then samples of format `uc8` without any framing. No sockets here.
///
/// One decoder a connection: a new connection starts a new count of samples, and so a new clock.
public struct RtlTcpDecoder: Sendable {
    /// The greeting, once it has come.
    public private(set) var greeting: RtlTcpGreeting?
    private let settings: RtlTcpSettings
    private var begun: [UInt8] = []
    private var demodulator: Demodulator
    private var adaptiveGain: AdaptiveGain?
    private var commands: [RtlTcpCommand] = []
    /// More steps than any tuner has are not believed.
    private static let mostSteps: UInt32 = 256

    /// A decoder for a fresh connection.
    ///
    /// - Parameters:
    ///   - findsModeAC: whether replies of Mode A and C are looked for, for `takeModeAC`.
    ///   - start: time of the first sample, UTC.
    /// - Throws: `DemodulatorError.unsupportedSampleRate`.
    public init(
        settings: RtlTcpSettings = RtlTcpSettings(),
        repair: BitRepair = .soft,
        effort: Effort = .normal,
        findsModeAC: Bool = false,
        start: Timestamp
    ) throws(DemodulatorError) {
        self.settings = settings
        demodulator = try Demodulator(
            format: .uc8,
            sampleRate: settings.sampleRate,
            repair: repair,
            effort: effort,
            findsModeAC: findsModeAC,
            start: start
        )
    }

    /// What to send to the server on connection.
    public var greetingCommands: [UInt8] { settings.commands.flatMap(\.bytes) }

    /// What the demodulator has seen and done.
    public var statistics: DemodulatorStatistics {
        var statistics = demodulator.statistics
        statistics.gainStep = adaptiveGain?.step
        return statistics
    }

    /// What is to be sent to the server now; empties it.
    public mutating func takeCommands() -> [RtlTcpCommand] {
        defer { commands = [] }
        return commands
    }

    /// Takes out the replies of Mode A and C found so far.
    public mutating func takeModeAC() -> [ReceivedModeAC] { demodulator.takeModeAC() }

    /// Takes bytes as they come from the connection, in chunks of any size, and appends the frames in them.
    ///
    /// - Throws: `RtlTcpError.notRtlTcp` as soon as the first bytes are no greeting; the connection is then of no use.
    public mutating func decode(_ bytes: Span<UInt8>, into frames: inout [ReceivedFrame]) throws(RtlTcpError) {
        var next = 0
        if greeting == nil {
            while begun.count < RtlTcpGreeting.byteCount, next < bytes.count {
                begun.append(bytes[next])
                next += 1
            }
            guard RtlTcpGreeting.canBegin(begun) else { throw .notRtlTcp(firstBytes: Array(begun.prefix(4))) }
            guard begun.count == RtlTcpGreeting.byteCount else { return }
            let whole = begun
            let read = try RtlTcpGreeting(whole.span)
            greeting = read
            begun = []
            beginGain(steps: read.gainCount)
        }
        demodulator.scan(bytes.extracting(next..<bytes.count), into: &frames)
        if let step = adaptiveGain?.follow(demodulator.statistics) { commands.append(.gainIndex(UInt32(step))) }
    }

    private mutating func beginGain(steps: UInt32) {
        guard settings.gain == .adaptive, (1...Self.mostSteps).contains(steps) else { return }
        adaptiveGain = AdaptiveGain(steps: Int(steps), sampleRate: settings.sampleRate)
        commands.append(.gainIndex(steps - 1))
    }

    /// Ends the stream and appends the frames still inside.
    public mutating func finish(into frames: inout [ReceivedFrame]) { demodulator.finish(into: &frames) }
}
