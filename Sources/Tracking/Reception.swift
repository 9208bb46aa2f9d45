import Aero
import ModeS

/// What all values of one message have in common.
struct Reception {
    let time: Timestamp
    let source: ValueSource
    let sourceClass: SourceClass
    let feed: FeedID
    let isRepaired: Bool
    /// The Comm-B register the values are read from, if they are.
    var register: BDSRegister?
    /// Values that a better, fresh one stood against.
    var outranked = 0

    /// How long a better source's value stands against a worse one's. Seconds.
    static let standingSeconds = 15.0

    var rank: UInt8 { sourceClass.rank }

    private var valueSource: ValueSource {
        guard let register, case .frame(let format, _) = source else { return source }
        return .register(format, register)
    }

    /// Puts a value into its slot, unless a newer or a better fresh one is there.
    mutating func put<Value>(_ value: Value?, into slot: inout Known<Value>?, source other: ValueSource? = nil) {
        guard let value else { return }
        if let old = slot {
            if time < old.time { return }
            if rank > old.rank, time.seconds(since: old.time) < Reception.standingSeconds {
                outranked += 1
                return
            }
        }
        slot = Known(
            value,
            time: time,
            source: other ?? valueSource,
            rank: rank,
            feed: feed,
            isRepaired: isRepaired
        )
    }
}
