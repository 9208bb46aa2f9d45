import Visits

/// Visits as they were made of their changes last, as many as have room; the one not asked for longest goes first.
struct VisitCache {
    struct Entry {
        let kept: KeptVisit
        /// Bytes of the changes it was made of, as they are stored.
        let changeBytes: Int

        /// About how much memory it takes. Ours: what is made of a change, and the change, are several times as large as its stored form.
        var weight: Int { 4_096 + 12 * changeBytes + kept.texts.values.reduce(0) { $0 + $1.utf8.count } }
    }

    /// Bytes of memory, about, that all of them together may take.
    let room: Int
    private var entries: [String: (entry: Entry, used: UInt64)] = [:]
    private var uses: UInt64 = 0
    private(set) var weight = 0

    init(room: Int) { self.room = room }

    var count: Int { entries.count }

    mutating func entry(_ id: String) -> Entry? {
        guard let found = entries[id]?.entry else { return nil }
        uses += 1
        entries[id]?.used = uses
        return found
    }

    /// Keeps a visit, unless a newer state of it is here; one that is larger than the room is not kept.
    mutating func keep(_ entry: Entry) {
        let id = entry.kept.id
        if let known = entries[id], known.entry.kept.version > entry.kept.version { return }
        remove(id)
        guard entry.weight <= room else { return }
        while weight + entry.weight > room, let oldest = entries.min(by: { $0.value.used < $1.value.used })?.key {
            remove(oldest)
        }
        uses += 1
        weight += entry.weight
        entries[id] = (entry, uses)
    }

    mutating func remove(_ id: String) {
        guard let gone = entries.removeValue(forKey: id) else { return }
        weight -= gone.entry.weight
    }
}
