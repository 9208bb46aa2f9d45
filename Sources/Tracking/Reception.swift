import Aero
import ModeS

/// What all values of one message have in common.
struct Reception {
    var time: Timestamp
    let source: ValueSource
    let sourceClass: SourceClass
    /// The order of trust, 0 best. That of the class, unless others stated the class or the feeder is not trusted.
    let rank: UInt8
    let feed: FeedID
    let receiver: ReceiverNumber
    let party: FeederParty
    let isRepaired: Bool
    /// The Comm-B register the values are read from, if they are.
    var register: BDSRegister?
    /// Values that a better, fresh one stood against.
    var outranked = 0

    /// How long a better source's value stands against a worse one's. Seconds.
    static let standingSeconds = 15.0

    /// Whether its feeder is quarantined.
    var isQuarantined: Bool { rank >= FeederTrust.quarantineRank }

    private var valueSource: ValueSource {
        guard let register, case .frame(let format, _) = source else { return source }
        return .register(format, register)
    }

    /// Puts a value into its slot, unless a newer or a better fresh one is there.
    ///
    /// Of two values the same one stays whichever comes first: what several receivers heard comes out of order.
    mutating func put<Value>(_ value: Value?, into slot: inout Known<Value>?, source other: ValueSource? = nil) {
        guard let value else { return }
        if let old = slot {
            if rank == old.rank {
                if time < old.time { return }
            } else if rank > old.rank {
                if time.seconds(since: old.time) < Reception.standingSeconds {
                    outranked += 1
                    return
                }
            } else if old.time.seconds(since: time) >= Reception.standingSeconds {
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
