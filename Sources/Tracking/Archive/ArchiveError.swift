/// What can go wrong with an archive, and what a person can do.
public enum ArchiveError: Error, Hashable, Sendable {
    /// Another process has it open.
    case inUse(path: String)
    /// Nothing can be written; what was acknowledged is safe. It resumes by itself.
    case full(path: String)
    case unreadable(path: String, reason: String)
    /// Made by a newer program.
    case newerSchema(found: String, known: String)
    /// A range, box or limit that makes no sense.
    case badQuestion(String)
    case failed(String)
}
