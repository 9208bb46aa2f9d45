public import Aero

/// Compares how many samples came with how many should have come by the wall's clock: the only way to see that some were lost, for samples
/// bear no time.
public struct SampleLossWatch: Sendable {
    /// Samples that are missing, at the rate of the source; what comes late is taken off again.
    public private(set) var lost = 0

    private let rate: Double
    private var begin: Timestamp?
    private var samples = 0

    /// Seconds that are compared at once.
    private static let window = 10.0
    /// A longer time between two pieces is a break, or a clock that was set: it says nothing.
    private static let longest = 120.0
    /// Ours: half a per cent; oscillators of dongles keep within a fiftieth of that.
    private static let tolerance = 0.005

    /// - Parameter sampleRate: samples a second.
    public init(sampleRate: Int) { rate = Double(sampleRate) }

    /// Takes note of samples that have arrived by then.
    public mutating func note(samples count: Int, at arrival: Timestamp) {
        // What came first had been sent before.
        guard let begin else {
            begin = arrival
            return
        }
        samples += count
        let seconds = arrival.seconds(since: begin)
        guard seconds < 0 || seconds >= Self.window else { return }
        let missing = seconds * rate - Double(samples)
        (self.begin, samples) = (arrival, 0)
        guard (0...Self.longest).contains(seconds), abs(missing) > Self.tolerance * seconds * rate else { return }
        lost = max(0, lost + Int(missing))
    }
}
