import ArgumentParser

/// How the log is written.
enum LogFormat: String, Hashable, Sendable, CaseIterable, ExpressibleByArgument {
    /// For people.
    case text
    /// One JSON object a line.
    case json
}
