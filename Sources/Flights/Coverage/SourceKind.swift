/// How a source comes by what it hands on.
public enum SourceKind: UInt8, Hashable, Sendable, CaseIterable {
    /// One receiver, which hands on all it hears.
    case receiver = 0
    /// A feed of one or more receivers, which hands on all they hear.
    case feed = 1
    /// A provider that is asked for an area and answers with all it knows there.
    case polledByArea = 2
    /// A provider that is asked for single aircraft: it says nothing of anybody who was not asked for.
    case polledByAddress = 3
    /// A history of others.
    case imported = 4

    /// Whether it would have told of any aircraft it heard, so that its silence can mean something.
    public var listensToAll: Bool {
        switch self {
        case .receiver, .feed, .polledByArea: true
        case .polledByAddress, .imported: false
        }
    }
}
