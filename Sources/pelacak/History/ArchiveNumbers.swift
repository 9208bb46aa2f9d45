/// The archive's numbers of receivers: the same after a restart, and telling nothing without the site's key.
struct ArchiveNumbers: Sendable {
    private var blinding: ReceiverBlinding

    init(_ key: SiteKey) { blinding = ReceiverBlinding(key) }

    /// The number of a receiver, and of the number its feed gives one behind it.
    mutating func number(_ name: ReceiverName, _ number: UInt64?) -> UInt32 {
        let receiver = ReceiverBlinding.Receiver(source: name.source, feeder: name.feeder, number: number)
        return max(1, UInt32(truncatingIfNeeded: blinding.number(of: receiver)))
    }
}
