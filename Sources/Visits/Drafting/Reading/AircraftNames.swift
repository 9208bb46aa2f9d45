/// Types of aircraft that a sentence names: "Boeing 747", "Il-96", "A330".
struct AircraftNames {
    let reading: TextReading
    let sentence: SentenceReading

    private var words: Range<Int> { sentence.words }

    static let makers: Set<String> = [
        "boeing", "airbus", "ilyushin", "il", "tu", "tupolev", "gulfstream", "falcon", "dassault", "bombardier",
        "embraer", "antonov", "an", "sukhoi", "su", "superjet", "hercules", "challenger", "hawker", "beechcraft",
        "learjet", "cessna", "fokker", "yak", "comac", "atr", "globemaster", "phenom", "citation", "dreamliner",
        "jumbo", "mi", "mig", "bbj", "acj", "stratotanker", "wedgetail", "agustawestland", "eurocopter", "starlifter",
        "gulfstreams", "boeings", "airbuses", "falcons", "ilyushins", "antonovs", "dreamliners", "jumbos",
    ]

    var types: [Range<Int>] {
        var types: [Range<Int>] = []
        var place = words.lowerBound
        while place < words.upperBound {
            let end = end(of: place)
            if end > place { types.append(place..<end) }
            place = max(end, place + 1)
        }
        return types
    }

    private func end(of place: Int) -> Int {
        let token = reading.tokens[place]
        if isBoeingNumber(place) { return place + 1 }
        guard token.isCapital else { return place }
        var end = place
        if Self.makers.contains(token.word) {
            end = place + 1
            while end < words.upperBound, end - place < 4,
                reading.tokens[end].isJoined || reading.tokens[end].kind == .number || isModel(end)
            { end += 1 }
            if end == place + 1, token.word.utf8.count <= 3 { end = place }
        } else if isModel(place) || token.word == "voyager",
            isAirliner(token.word) || sentence.has(.aircraft, .charter, .rider, .seen)
        {
            end = place + 1
            while end < words.upperBound, reading.tokens[end].isJoined { end += 1 }
        }
        return end
    }

    /// "A330", "B777": nothing else is called so.
    private func isAirliner(_ word: String) -> Bool {
        guard word.utf8.count == 4, let letter = word.first, let number = Int(word.dropFirst()) else { return false }
        return letter == "a" && (300...389).contains(number) || letter == "b" && (707...797).contains(number)
    }

    /// "An air force 747", "the 757": a number alone, behind a word that says it is an aircraft.
    private func isBoeingNumber(_ place: Int) -> Bool {
        guard let number = reading.tokens[place].number, [707, 727, 737, 747, 757, 767, 777, 787].contains(number)
        else {
            return false
        }
        return [
            "force", "government", "presidential", "chartered", "royal", "military", "spare",
        ]
        .contains(reading.word(place - 1))
    }

    /// "A330", "C-17", "B777", "G650".
    private func isModel(_ place: Int) -> Bool {
        let token = reading.tokens[place]
        guard token.kind == .word, token.isCapital, token.word.utf8.count <= 6 else { return false }
        if token.word.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            return token.word.utf8.first.map { !(0x30...0x39).contains($0) } ?? false && token.word.utf8.count >= 3
        }
        guard token.word.utf8.count <= 2, place + 1 < words.upperBound else { return false }
        return reading.tokens[place + 1].isJoined && reading.tokens[place + 1].kind == .number
    }
}
