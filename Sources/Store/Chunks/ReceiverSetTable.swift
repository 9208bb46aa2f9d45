import Tracking

/// Sets of receivers by their place; the first is the empty one.
struct ReceiverSetTable: Sendable {
    private(set) var sets: [ReceiverSet] = [.empty]
    private var places: [ReceiverSet: UInt32] = [.empty: 0]

    /// The place of a set, new or known.
    mutating func place(of set: ReceiverSet) -> UInt32 {
        if let place = places[set] { return place }
        let place = UInt32(sets.count)
        sets.append(set)
        places[set] = place
        return place
    }
}
