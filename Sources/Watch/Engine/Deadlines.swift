/// Deadlines in listened time, the earliest first.
struct Deadlines: Sendable {
    struct Entry: Sendable {
        let due: Int64
        let rule: Int
        let binding: Binding
    }

    /// A binary heap; entries whose wait has ended stay until their time.
    private var heap: [Entry] = []

    var first: Entry? { heap.first }

    mutating func add(_ entry: Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0, heap[child].due < heap[(child - 1) / 2].due {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeFirst() -> Entry {
        heap.swapAt(0, heap.count - 1)
        let first = heap.removeLast()
        var parent = 0
        while true {
            let left = 2 * parent + 1
            guard left < heap.count else { break }
            let least = left + 1 < heap.count && heap[left + 1].due < heap[left].due ? left + 1 : left
            guard heap[least].due < heap[parent].due else { break }
            heap.swapAt(parent, least)
            parent = least
        }
        return first
    }
}
