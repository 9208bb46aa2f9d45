/// A receiver within one table: small, so that many can be remembered. It is given again when its feed is forgotten.
struct ReceiverNumber: RawRepresentable, Hashable, Sendable {
    let rawValue: UInt16
    init(rawValue: UInt16) { self.rawValue = rawValue }
}
