import Site

/// Why the history's files cannot be opened for now: the map goes on without them, and they are tried again.
struct HistoryShut: Error {
    let reason: HistoryStop.Reason
    /// In words for the operator.
    let words: String
}
