import Aero

/// What stands at the beginning of a slice.
struct RawSliceHead: Codable, Hashable, Sendable {
    var format = 1
    /// An opaque number: where the receiver stands is never written here.
    var receiver: UInt32
    /// The program that wrote it, with its version.
    var decoder: String
    /// When its process began, nanoseconds since 1970.
    var session: Int64
    /// When the slice begins, nanoseconds since 1970.
    var start: Int64
    var kind: RawSlice.Kind
}

/// What stands at the end of a slice.
struct RawSliceEnd: Codable, Hashable, Sendable {
    /// A count of the receiver and the instant it stood for.
    struct ClockPoint: Codable, Hashable, Sendable {
        var ticks: UInt64
        /// Nanoseconds since 1970.
        var utc: Int64
        /// It counts nanoseconds of the day by GNSS; else 12 MHz.
        var gnss: Bool
    }

    /// Of arrivals, and of messages.
    var batches: Int
    var count: Int
    var firstSequence: UInt64
    var lastSequence: UInt64
    /// Nanoseconds since 1970.
    var firstArrival: Int64
    var lastArrival: Int64
    /// At the beginning and the end, where the receiver has a count.
    var clock: [ClockPoint]
    /// Of all bytes of the file before this end.
    var sha256: String
    /// Bytes that were cut off when it was put in order after a crash.
    var cut: Int?
}
