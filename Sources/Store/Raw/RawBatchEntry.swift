import Aero

/// One arrival in a block: when it came, and how many messages of the block are its.
struct RawBatchEntry: Hashable, Sendable {
    struct Flags: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        static let simulated = Flags(rawValue: 1)
        static let endsConnection = Flags(rawValue: 2)
    }

    var sequence: UInt64
    var arrived: Timestamp
    var frames = 0
    var modeAC = 0
    var flags: Flags = []
}
