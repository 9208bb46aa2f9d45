/// All words of all names, sorted, each with the places that have it.
///
/// Places are numbered through: countries, cities, airports.
struct NameIndex: Sendable {
    /// What a word is in the name it is from.
    struct Flags: OptionSet {
        let rawValue: UInt32
        /// The name is in English or Indonesian.
        static let stated = Flags(rawValue: 1)
        /// The name has no other telling word.
        static let alone = Flags(rawValue: 2)
        /// The name is that of the city an airport serves.
        static let ofCity = Flags(rawValue: 4)
        static let bits: UInt32 = 3
    }

    private var letters: [UInt8] = []
    private var wordEnds: [UInt32] = []
    private var postingEnds: [UInt32] = []
    /// Place and flags.
    private var postings: [UInt32] = []

    init() {}

    /// The words of the names of a gazetteer's places.
    ///
    /// - Throws: `tooMany` if there are more than `limit`, a word counted as often as a name has it.
    init(of gazetteer: Gazetteer, limit: Int = WordCollector.most) throws(GazetteerError) {
        var collector = WordCollector(limit: limit)
        try collector.collect(from: gazetteer)
        var previous: WordCollector.Entry?
        for entry in collector.sorted() {
            if let previous, collector.isSameWord(previous, entry) {
                let posting = entry.place << Flags.bits | entry.flags.rawValue
                if postings.last != posting { postings.append(posting) }
                postingEnds[postingEnds.count - 1] = UInt32(postings.count)
            } else {
                letters.append(contentsOf: collector.letters(of: entry))
                wordEnds.append(UInt32(letters.count))
                postings.append(entry.place << Flags.bits | entry.flags.rawValue)
                postingEnds.append(UInt32(postings.count))
            }
            previous = entry
        }
        letters = Array(letters[...])
        wordEnds = Array(wordEnds[...])
        postingEnds = Array(postingEnds[...])
        postings = Array(postings[...])
    }

    /// Calls back for each place that has a word which is `word` or begins with it.
    func eachPlace(
        withPrefix word: [UInt8],
        _ found: (_ place: Int, _ flags: Flags, _ isWhole: Bool) -> Void
    ) {
        var number = firstWord(notBefore: word)
        while number < wordEnds.count {
            let letters = self.letters(of: number)
            guard letters.starts(with: word) else { return }
            eachPosting(of: number) { found($0, $1, letters.count == word.count) }
            number += 1
        }
    }

    /// Calls back for each place that has a word one slip of a key away from `word`.
    func eachPlace(nearly word: [UInt8], _ found: (_ place: Int, _ flags: Flags) -> Void) {
        for number in wordEnds.indices {
            let letters = self.letters(of: number)
            guard abs(letters.count - word.count) <= 1, Spelling.isOneSlip(letters, word[...]) else { continue }
            eachPosting(of: number, found)
        }
    }

    /// Calls back for each place that has just this word, by place.
    func eachPlace(withWord word: [UInt8], _ found: (_ place: Int, _ flags: Flags) -> Void) {
        guard let number = self.number(of: word) else { return }
        eachPosting(of: number, found)
    }

    /// How often a word is in a name of a place.
    func count(of word: [UInt8]) -> Int {
        guard let number = self.number(of: word) else { return 0 }
        return Int(postingEnds[number]) - (number == 0 ? 0 : Int(postingEnds[number - 1]))
    }

    private func number(of word: [UInt8]) -> Int? {
        let number = firstWord(notBefore: word)
        return number < wordEnds.count && letters(of: number).elementsEqual(word) ? number : nil
    }

    private func eachPosting(of number: Int, _ found: (_ place: Int, _ flags: Flags) -> Void) {
        let first = number == 0 ? 0 : Int(postingEnds[number - 1])
        for posting in postings[first..<Int(postingEnds[number])] {
            found(Int(posting >> Flags.bits), Flags(rawValue: posting & (1 << Flags.bits - 1)))
        }
    }

    private func letters(of number: Int) -> ArraySlice<UInt8> {
        letters[(number == 0 ? 0 : Int(wordEnds[number - 1]))..<Int(wordEnds[number])]
    }

    private func firstWord(notBefore word: [UInt8]) -> Int {
        var low = 0
        var high = wordEnds.count
        while low < high {
            let middle = (low + high) / 2
            if letters(of: middle).lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
