import Tracking

/// What an aircraft calls itself at the time of the row that is being written.
struct NameCursor {
    private(set) var values: [String?] = Array(repeating: nil, count: IdentityChange.Field.allCases.count)
    private let changes: [IdentityChange]
    private var place = 0

    init(_ names: [IdentityChange]) { changes = names.sorted { $0.milliseconds < $1.milliseconds } }

    subscript(_ field: IdentityChange.Field) -> String? { values[Int(field.rawValue)] }

    /// Goes on to a time.
    ///
    /// - Returns: whether anything changed on the way.
    mutating func advance(to time: Int64) -> Bool {
        let before = values
        while place < changes.count, changes[place].milliseconds <= time {
            let change = changes[place]
            values[Int(change.field.rawValue)] = change.value.isEmpty ? nil : change.value
            place += 1
        }
        return values != before
    }
}
