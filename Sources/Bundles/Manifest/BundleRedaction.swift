/// An item that is not in the folder, and why. Its record, with the sum of its bytes, is in the manifest all the same.
public struct BundleRedaction: Hashable, Sendable {
    public enum Reason: String, CaseIterable, Sendable {
        /// Its licence does not let it be handed on, or nobody said under which it came.
        case licence
        /// The owner of the receiver has not agreed, or no longer does.
        case consent
        /// A report whole, a name of somebody, what only the operator may see.
        case `private`
        /// It would tell where a receiver stands, or what it hears.
        case reception
        /// Somebody asked for it.
        case takedown
        /// Left out to make the bundle smaller.
        case size
    }

    public let path: BundlePath
    public let reason: Reason

    public init(_ path: BundlePath, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }
}
