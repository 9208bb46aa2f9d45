/// Which of the known names a mistyped one probably means.
enum NearestName {
    /// The name with the fewest changes, if that is at most a third of the longer one's letters (two at least).
    static func of(_ wrong: String, among names: some Sequence<String>) -> String? {
        // It is known, and wrong here: no other was meant.
        guard !names.contains(wrong) else { return nil }
        let closest = names.map { (name: $0, distance: distance(Array(wrong.utf8), Array($0.utf8))) }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        guard let closest, closest.distance <= max(2, max(wrong.utf8.count, closest.name.utf8.count) / 3) else {
            return nil
        }
        return closest.name
    }

    /// A half sentence for an error message: ` (did you mean "listen"?)`, or nothing.
    static func hint(_ wrong: String, among names: some Sequence<String>) -> String {
        of(wrong, among: names).map { " (did you mean \"\($0)\"?)" } ?? ""
    }

    /// Levenshtein's distance.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        guard a.count <= 64, b.count <= 64 else { return 64 }
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (left == right ? 0 : 1))
                diagonal = above
            }
        }
        return row[b.count]
    }
}
