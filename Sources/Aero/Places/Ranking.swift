/// The best places of a search, best first.
struct Ranking {
    struct Entry {
        var place: Int
        var quality: MatchQuality
        var size: Float

        var score: Float { size - quality.penalty }

        static func isBetter(_ one: Entry, _ other: Entry) -> Bool {
            one.score != other.score ? one.score > other.score : one.place < other.place
        }
    }

    private(set) var best: [Entry] = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    mutating func take(_ place: Int, _ quality: MatchQuality, size: Float) {
        let entry = Entry(place: place, quality: quality, size: size)
        if best.count == limit, let last = best.last, !Entry.isBetter(entry, last) { return }
        var index = best.count
        while index > 0, Entry.isBetter(entry, best[index - 1]) { index -= 1 }
        best.insert(entry, at: index)
        if best.count > limit { best.removeLast() }
    }

    /// Asks again how well each fits, and sorts anew.
    mutating func improve(_ quality: (_ place: Int, _ was: MatchQuality) -> MatchQuality) {
        for index in best.indices { best[index].quality = quality(best[index].place, best[index].quality) }
        best.sort(by: Entry.isBetter)
    }
}
