/// An output and who takes from it.
public struct SinkStatus: Hashable, Sendable {
    /// What it is called in figures: kind and port, never a host.
    public var name: String
    public var format: String
    /// Readers connected now.
    public var clients: Int
    /// Readers thrown out because they were too slow, since the start.
    public var dropped: Int

    public init(name: String, format: String, clients: Int, dropped: Int) {
        self.name = name
        self.format = format
        self.clients = clients
        self.dropped = dropped
    }
}
