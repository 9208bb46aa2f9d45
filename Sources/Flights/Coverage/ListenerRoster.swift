/// Which receivers stand behind each listener, as far as it is known.
///
/// Two listeners are independent only where the receivers of both are known and differ. A provider may well be fed by the receiver
/// next door.
public struct ListenerRoster: Sendable {
    private var receivers: [Listener: Set<UInt64>] = [:]

    /// Nobody's receivers are known, but that a listener of the kind `receiver` is one by itself.
    public init() {}

    /// Says which receivers, by any number that is the same wherever the receiver is the same, stand behind a listener: all of them.
    public mutating func set(_ known: Set<UInt64>, of listener: Listener) { receivers[listener] = known }

    /// Whether both can be counted, rather than the better one alone.
    public func areIndependent(_ one: Listener, _ other: Listener) -> Bool {
        guard one != other, let first = receivers(behind: one), let second = receivers(behind: other) else {
            return false
        }
        return first.isDisjoint(with: second)
    }

    /// All of them; `nil` where they are not known.
    public func receivers(behind listener: Listener) -> Set<UInt64>? {
        if let told = receivers[listener] { return told.isEmpty ? nil : told }
        // Above the 32 bits of told numbers would be a guess; a receiver's own number is its name until told otherwise.
        return listener.kind == .receiver ? [UInt64(listener.number)] : nil
    }
}
