import Aero
public import ModeS

/// One stream of frames as several receivers hear it: each misses some, has a level and a clock of its own, and delivers late.
public struct SharedSky {
    public struct Settings: Sendable {
        public var receivers = 3
        /// How often a receiver hears a frame; what nobody heard is given to the first.
        public var share = 0.7
        /// Seconds that each receiver's clock is ahead; as many as receivers.
        public var clocks: [Double] = [0, 0, 0]
        /// How late frames come at most, seconds.
        public var lateness = 0.0
        public var seed: UInt64 = 1
        public init() {}
    }

    /// One receiver's copy.
    public struct Copy: Sendable {
        public let received: ReceivedFrame
        /// From 0.
        public let receiver: Int
        /// Seconds after the stream's first frame.
        public let arrival: Double

        public init(received: ReceivedFrame, receiver: Int, arrival: Double) {
            self.received = received
            self.receiver = receiver
            self.arrival = arrival
        }
    }

    /// All copies in the order in which they come.
    public static func copies(of frames: [ReceivedFrame], _ settings: Settings) -> [Copy] {
        var random = Randomness(seed: settings.seed)
        guard let start = frames.first?.time else { return [] }
        var copies: [Copy] = []
        for frame in frames {
            var isHeard = false
            for receiver in 0..<settings.receivers {
                let isLast = receiver == settings.receivers - 1
                guard random.unit() < settings.share || isLast && !isHeard else { continue }
                isHeard = true
                var received = frame
                // The way to each receiver takes up to a millisecond.
                let way = 0.000_5 * random.unit()
                received.time = frame.time.advanced(bySeconds: settings.clocks[receiver] + way)
                received.level = Float(-5 - 3 * Double(receiver) - 2 * random.unit())
                let late = settings.lateness * random.unit()
                copies.append(
                    Copy(received: received, receiver: receiver, arrival: frame.time.seconds(since: start) + late)
                )
            }
        }
        return copies.enumerated()
            .sorted { ($0.element.arrival, $0.offset) < ($1.element.arrival, $1.offset) }
            .map(\.element)
    }
}
