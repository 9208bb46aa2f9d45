extension Gazetteer {
    /// Letters of a text that are looked at.
    public static let longestSearch = 120
    /// Most places a search gives.
    public static let mostMatches = 50

    /// Places by name or code, best first: how well the name fits and how large the place is together.
    ///
    /// Case, diacritics and what stands between words do not matter, nor words like "airport" or "bandara", which only put airports first.
    /// Every word must fit a name of the place; a word may be the beginning of one. Where nothing fits, words may have one slip
    /// each: those of six letters, and of four in a text of ten.
    ///
    /// Where nothing fits at all, a country's name behind the last comma says where to look for what stands before it.
    ///
    /// - Parameters:
    ///   - text: what somebody typed or wrote; any text is allowed.
    ///   - state: only places there.
    ///   - limit: at most so many, up to `mostMatches`.
    public func search(
        _ text: String,
        kinds: PlaceKinds = .all,
        in state: StateCode? = nil,
        limit: Int = 10
    ) -> [PlaceMatch] {
        // Scalars, not characters: one character may be a megabyte of marks above a letter.
        let text = Substring(text.unicodeScalars.prefix(Gazetteer.longestSearch))
        let limit = min(limit, Gazetteer.mostMatches)
        guard limit > 0 else { return [] }
        let found = matches(text, kinds, state, limit)
        guard found.isEmpty, state == nil, let comma = text.lastIndex(of: ",") else { return found }
        // "Jakarta, Indonesia": what stands behind the comma may be the country.
        let behind = text[text.index(after: comma)...]
        guard let country = matches(behind, .countries, nil, 1).first, country.quality <= .alias else { return [] }
        return matches(text[..<comma], kinds, country.country?.code, limit)
    }

    private func matches(_ text: Substring, _ kinds: PlaceKinds, _ state: StateCode?, _ limit: Int) -> [PlaceMatch] {
        let (words, isAboutAirport) = NameFolding.telling(Array(NameFolding.words(text).prefix(8)))
        guard !words.isEmpty else { return [] }
        for slips in [false, true] {
            var marks = self.marks(for: words, slips: slips)
            markCode(text, in: &marks)
            var found = Ranking(limit: words.count > 1 ? 256 : limit)
            for (place, mark) in marks.enumerated() {
                guard let quality = MatchQuality(rawValue: mark), fits(place, kinds, state) else { continue }
                // Ours: more than all that a city can be larger by.
                let bonus: Float = isAboutAirport && isAirport(place) ? 2.5 : 0
                found.take(place, quality, size: importance(of: place) + bonus)
            }
            guard !found.best.isEmpty else { continue }
            if words.count > 1 { found.improve { wholeNameQuality(of: $0, words, was: $1) } }
            return found.best.prefix(limit).map { match($0.place, $0.quality, words) }
        }
        return []
    }

    /// For each place how its names fit all of the words; 255 where they do not; nothing if none fits.
    private func marks(for words: [[UInt8]], slips: Bool) -> [UInt8] {
        let count = countryRows.count + cityRows.count + airportRows.count
        var best: [UInt8] = []
        for word in words {
            var marks = [UInt8](repeating: .max, count: count)
            var isAny = false
            nameIndex.eachPlace(withPrefix: word) { place, flags, isWhole in
                isAny = true
                marks[place] = min(marks[place], Gazetteer.quality(flags, isWhole, ofMany: words.count > 1).rawValue)
            }
            if slips, Spelling.mayHaveSlip(word, among: words) {
                nameIndex.eachPlace(nearly: word) { place, _ in
                    isAny = true
                    marks[place] = min(marks[place], MatchQuality.misspelt.rawValue)
                }
            }
            guard isAny else { return [] }
            if best.isEmpty {
                best = marks
            } else {
                for place in best.indices { best[place] = max(best[place], marks[place]) }
            }
        }
        return best.contains { $0 != .max } ? best : []
    }

    private static func quality(_ flags: NameIndex.Flags, _ isWhole: Bool, ofMany: Bool) -> MatchQuality {
        if !isWhole { return .prefix }
        if flags.contains(.ofCity) { return .city }
        if ofMany || !flags.contains(.alone) { return .words }
        return flags.contains(.stated) ? .exact : .alias
    }

    private func markCode(_ text: Substring, in marks: inout [UInt8]) {
        let code = text.filter { $0 != " " }.uppercased()
        guard let slot = slot(ofAirport: code) else { return }
        if marks.isEmpty {
            marks = [UInt8](repeating: .max, count: countryRows.count + cityRows.count + airportRows.count)
        }
        marks[countryRows.count + cityRows.count + slot.index] = MatchQuality.code.rawValue
    }

    func isAirport(_ place: Int) -> Bool { place >= countryRows.count + cityRows.count }

    func fits(_ place: Int, _ kinds: PlaceKinds, _ state: StateCode?) -> Bool {
        let (kind, code): (PlaceKinds, StateCode) =
            if place < countryRows.count {
                (.countries, countryRows[place].code)
            } else if !isAirport(place) {
                (.cities, cityRows[place - countryRows.count].country)
            } else {
                (.airports, airportRows[place - countryRows.count - cityRows.count].country)
            }
        return kinds.contains(kind) && (state == nil || state == code)
    }

    /// How large a place is: about the common logarithm of the people who would mean it.
    func importance(of place: Int) -> Float {
        func size(_ people: UInt32) -> Float { Float(Trigonometry.log10(Double(max(people, 1_000)))) }
        if place < countryRows.count { return size(countryRows[place].population) + 0.3 }
        if !isAirport(place) {
            let city = cityRows[place - countryRows.count]
            return size(city.population) + (city.isCapital ? 0.5 : 0)
        }
        let airport = airportRows[place - countryRows.count - cityRows.count]
        // Ours: what puts a large airport beside a city of two millions, and an airstrip beside a town.
        let size: Float =
            switch airport.size {
            case .large: 6.3
            case .medium: 5.5
            case .unclassified: 5
            case .small: 4.3
            case .seaplaneBase: 4
            case .heliport, .disputed: 3
            }
        return size + (airport.hasScheduledService ? 0.4 : 0)
    }

    private func nameRange(of place: Int) -> Range<UInt32> {
        if place < countryRows.count { return countryRows[place].names }
        if !isAirport(place) { return cityRows[place - countryRows.count].names }
        return airportRows[place - countryRows.count - cityRows.count].names
    }

    /// `exact` or `alias` if a name has just these words in this order, else what it was.
    func wholeNameQuality(of place: Int, _ words: [[UInt8]], was quality: MatchQuality) -> MatchQuality {
        var best = quality
        for number in nameRange(of: place) where best > .exact {
            let row = nameRows[Int(number)]
            guard NameFolding.telling(NameFolding.words(texts[row.text])).words == words else { continue }
            best = min(best, row.language == .unsaid && !isAirport(place) ? .alias : .exact)
        }
        return best
    }

    func match(_ place: Int, _ quality: MatchQuality, _ words: [[UInt8]]) -> PlaceMatch {
        let whole: PlaceMatch.Place =
            if place < countryRows.count {
                .country(country(at: place))
            } else if !isAirport(place) {
                .city(city(at: place - countryRows.count))
            } else {
                .airport(airport(at: AirportSlot(UInt32(place - countryRows.count - cityRows.count))))
            }
        let isNamed = quality != .code && quality != .city
        return PlaceMatch(place: whole, quality: quality, name: isNamed ? bestName(nameRange(of: place), words) : nil)
    }

    /// The first name that is these words, else the first that has each of them in some way.
    private func bestName(_ names: Range<UInt32>, _ words: [[UInt8]]) -> PlaceName? {
        var found: NameRow?
        for number in names {
            let row = nameRows[Int(number)]
            let own = NameFolding.telling(NameFolding.words(texts[row.text])).words
            let isFitting = words.allSatisfy { word in
                own.contains {
                    $0.starts(with: word)
                        || (Spelling.mayHaveSlip(word, among: words) && Spelling.isOneSlip($0[...], word[...]))
                }
            }
            if own == words {
                found = row
                break
            }
            if found == nil, isFitting { found = row }
        }
        return found.flatMap(name)
    }
}
