/// What a reload did to a list, by the names of what stands in it.
struct ReloadReport: Hashable, Sendable {
    /// What the list is of: `sources`.
    let subject: String
    var added: [String] = []
    var removed: [String] = []
    var changed: [String] = []
    var untouched = 0

    /// One line for people.
    var sentence: String {
        let parts = [("added", added), ("changed", changed), ("removed", removed)].filter { !$0.1.isEmpty }
            .map { "\($0.0) \($0.1.joined(separator: ", "))" }
        return parts.isEmpty
            ? "\(subject) are as before" : "\(subject): \(parts.joined(separator: "; ")); \(untouched) go on"
    }
}
