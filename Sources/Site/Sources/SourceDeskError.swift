/// Why a change to the sources was refused. Messages are one line for people.
public enum SourceDeskError: Error, Hashable, Sendable {
    case nameTaken(String)
    /// `field` is the key of the request that is wrong.
    case invalid(field: String, message: String)
    case notFound(id: String)
    /// The configuration file cannot be written.
    case unwritable(message: String)
}
