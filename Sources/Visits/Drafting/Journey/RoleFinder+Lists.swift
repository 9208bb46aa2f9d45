extension RoleFinder {
    /// A place named behind another of the same journey: governed as that one is.
    func continued(_ index: Int, from at: Int, before: [Finding?]) -> Finding? {
        guard index > 0, let previous = before[index - 1] else { return nil }
        let (one, other) = (sentence.places[index - 1], sentence.places[index])
        let gap = one.words.upperBound..<other.words.lowerBound
        if gap.isEmpty, reading.tokens[other.words.lowerBound].isJoined {
            var chained = previous
            chained.role = .destination
            chained.isListed = true
            return chained
        }
        guard !gap.isEmpty, gap.count <= 14, gap.allSatisfy(isListing) else { return nil }
        guard
            gap.contains(where: {
                [",", "dan", "and", "serta", "/", "–", "or", "atau", "plus"].contains(reading.word($0))
                    || sentence.cues(at: $0).contains(.then)
            })
        else { return nil }
        // "Yakutsk, Siberia Timur": where it lies, not where somebody goes next.
        if reading.word(gap.lowerBound) == ",", gap.count <= 3, one.lies(in: other) { return nil }
        var listed = previous
        listed.isListed = true
        return listed
    }

    /// Whether the next place hangs on this one: "Jakarta-Jeddah".
    func isChained(_ index: Int) -> Bool {
        guard index + 1 < sentence.places.count else { return false }
        let next = sentence.places[index + 1].words.lowerBound
        return next == sentence.places[index].words.upperBound && reading.tokens[next].isJoined
    }

    private func isListing(_ at: Int) -> Bool {
        if sentence.time(at: at) != nil { return true }
        let word = reading.word(at)
        if [
            ",", "(", ")", "dan", "and", "serta", "/", "–", "or", "atau", "pada", "on", "the", "as", "well", "finally",
            "akhirnya", "terakhir", "juga", "also", "in", "plus", "both",
        ].contains(word) {
            return true
        }
        return sentence.cues(at: at).contains { [.then, .cityWord, .at].contains($0) }
            && !sentence.cues(at: at).contains(.meeting)
    }
}
