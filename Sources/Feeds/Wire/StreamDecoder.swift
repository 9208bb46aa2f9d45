public import Aero

/// Turns the bytes of one connection or file into frames and reports. No I/O, no clock of its own, total on any input.
///
/// One decoder belongs to one connection; it may be given the stream cut at any byte.
public protocol StreamDecoder: Sendable {
    /// Reads the next bytes of the stream.
    ///
    /// - Parameters:
    ///   - bytes: what arrived, directly behind what was given before.
    ///   - arrival: when it arrived, UTC; ignored by a decoder that takes its time from a file.
    ///   - batch: what was found is added to its end, in wire order.
    mutating func decode(_ bytes: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch)

    /// The stream has ended: gives out what was held back and forgets an unfinished frame or line.
    mutating func finish(into batch: inout FeedBatch)

    /// What was read and what was refused since the decoder was made.
    var counters: WireCounters { get }

    /// Bytes to send when a connection opens.
    var greeting: [UInt8] { get }

    /// Bytes to send now, of their own accord or because of what was read; asked for after each `decode`, and then forgotten.
    mutating func takeReplies() -> [UInt8]

    /// How many bytes the other side must say before its data; 0 when it need not, and once it has said them.
    var awaitedGreetingBytes: Int { get }

    /// Why the stream is not worth reading on, one line for people: the other side speaks something else.
    var refusal: String? { get }

    /// The key the other side has shown since the connection began; `nil` while it showed none.
    var shownKey: FeederKey? { get }

    /// A new connection begins: unfinished bytes and the clock are forgotten. Counters stay, and so does the simulation mark:
    /// taking real data for simulated is the smaller harm.
    mutating func restart()
}

extension StreamDecoder {
    public var greeting: [UInt8] { [] }
    public mutating func takeReplies() -> [UInt8] { [] }
    public var awaitedGreetingBytes: Int { 0 }
    public var refusal: String? { nil }
    public var shownKey: FeederKey? { nil }
    public mutating func finish(into batch: inout FeedBatch) {}
}
