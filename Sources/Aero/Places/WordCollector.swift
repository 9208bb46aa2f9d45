/// Gathers the words of names before they are sorted.
struct WordCollector {
    /// Most words, and so 100 MB while they are sorted; the lists of today have 0.5 million.
    static let most = 3_000_000
    /// Names of a city that its airports are found by.
    private static let namesOfCity = 8

    /// One word of one name of one place.
    struct Entry {
        /// Its first eight bytes, the first uppermost: as good as sorted by.
        var key: UInt64
        var start: UInt32
        var count: UInt8
        var place: UInt32
        var flags: NameIndex.Flags
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Takes all names of all places; airports also the names of their towns.
    mutating func collect(from gazetteer: Gazetteer) throws(GazetteerError) {
        var place: UInt32 = 0
        for row in gazetteer.countryRows {
            for name in row.names { try add(gazetteer, name, to: place) }
            place += 1
        }
        for row in gazetteer.cityRows {
            for name in row.names { try add(gazetteer, name, to: place) }
            place += 1
        }
        for row in gazetteer.airportRows {
            for name in row.names { try add(gazetteer, name, to: place, isAirport: true) }
            if let municipality = row.municipality { try add(gazetteer.texts[municipality], to: place, [.ofCity]) }
            if let city = row.city {
                let stated = gazetteer.cityRows[Int(city)].names.lazy.filter {
                    gazetteer.nameRows[Int($0)].language != .unsaid
                }
                for name in stated.prefix(Self.namesOfCity) {
                    try add(gazetteer.texts[gazetteer.nameRows[Int(name)].text], to: place, [.ofCity, .stated])
                }
            }
            place += 1
        }
    }

    /// By word, then by place.
    consuming func sorted() -> [Entry] {
        let bytes = self.bytes
        return entries.sorted { one, other in
            if one.key != other.key { return one.key < other.key }
            if one.count > 8 || other.count > 8 {
                let left = bytes[Int(one.start)..<Int(one.start) + Int(one.count)].dropFirst(8)
                let right = bytes[Int(other.start)..<Int(other.start) + Int(other.count)].dropFirst(8)
                if !left.elementsEqual(right) { return left.lexicographicallyPrecedes(right) }
            }
            return (one.place, one.flags.rawValue) < (other.place, other.flags.rawValue)
        }
    }

    func isSameWord(_ one: Entry, _ other: Entry) -> Bool {
        one.key == other.key && one.count == other.count
            && (one.count <= 8 || letters(of: one).elementsEqual(letters(of: other)))
    }

    func letters(of entry: Entry) -> ArraySlice<UInt8> {
        bytes[Int(entry.start)..<Int(entry.start) + Int(entry.count)]
    }

    private mutating func add(
        _ gazetteer: Gazetteer,
        _ name: UInt32,
        to place: UInt32,
        isAirport: Bool = false
    ) throws(GazetteerError) {
        let row = gazetteer.nameRows[Int(name)]
        // What an airport is called besides is a name like the others: its lists have no languages at all.
        try add(gazetteer.texts[row.text], to: place, row.language == .unsaid && !isAirport ? [] : [.stated])
    }

    private mutating func add(_ text: String, to place: UInt32, _ flags: NameIndex.Flags) throws(GazetteerError) {
        let words = NameFolding.telling(NameFolding.words(text)).words
        guard entries.count + words.count <= limit else { throw .tooMany("words") }
        for word in words {
            var key: UInt64 = 0
            for index in 0..<8 { key = key << 8 | (index < word.count ? UInt64(word[index]) : 0) }
            entries.append(
                Entry(
                    key: key,
                    start: UInt32(bytes.count),
                    count: UInt8(word.count),
                    place: place,
                    flags: words.count == 1 ? flags.union(.alone) : flags
                )
            )
            bytes.append(contentsOf: word)
        }
    }
}
