/// Listeners of whom each is independent of all others, gathered one by one: what it takes grows with their receivers, and not with their pairs.
struct IndependentListeners {
    private let roster: ListenerRoster
    private var isEmpty = true
    /// Behind those that were added; `nil` where one's are not known, and then nobody is independent of it.
    private var receivers: Set<UInt64>? = []

    init(_ roster: ListenerRoster) { self.roster = roster }

    /// - Returns: whether it is independent of all before it, and was added; the first is.
    mutating func add(_ listener: Listener) -> Bool {
        let own = roster.receivers(behind: listener)
        if isEmpty {
            isEmpty = false
            receivers = own
            return true
        }
        guard let own, let all = receivers, !own.contains(where: { all.contains($0) }) else { return false }
        receivers?.formUnion(own)
        return true
    }
}
