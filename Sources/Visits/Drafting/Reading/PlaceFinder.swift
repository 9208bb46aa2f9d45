import Aero

/// Finds the places that a sentence names. Names are looked up once a text.
struct PlaceFinder {
    let places: Gazetteer
    let text: String
    let tokens: [Token]
    private var known: [String: Found?] = [:]

    /// Words of the longest name.
    private static let longest = 5
    /// Different phrases of one text that are looked up.
    private static let mostLookups = 4_000
    /// Names of a text that are asked for as an airport's town: a search of some words, dearer than a name. 200 take 0.3 s.
    private static let mostTowns = 200
    private var towns = 0

    private enum Found {
        case country(Country)
        case city(City)
        case airport(Airport)
        case region(Region)
    }

    init(places: Gazetteer, text: String, tokens: [Token]) {
        self.places = places
        self.text = text
        self.tokens = tokens
    }

    /// - Parameters:
    ///   - words: of the sentence.
    ///   - isTaken: words that are something else: times, persons, outlets.
    ///   - isAirport: words that say that an airport's name stands beside them.
    ///   - isCommon: words that are no name of a place when they stand alone.
    mutating func mentions(
        in words: Range<Int>,
        isTaken: (Int) -> Bool,
        isAirport: (Int) -> Bool,
        isCommon: (Int) -> Bool
    ) -> [PlaceMention] {
        var found: [PlaceMention] = []
        var place = words.lowerBound
        while place < words.upperBound {
            guard tokens[place].kind == .word, tokens[place].isCapital || isArticle(place), !isTaken(place) else {
                place += 1
                continue
            }
            if let capital = capital(at: place, in: words) {
                found.append(capital)
                place = capital.words.upperBound
                continue
            }
            let asked = isAirport(place - 1) || isAirport(place - 2)
            if let mention = longest(at: place, in: words, isTaken: isTaken, isAirport: isAirport, asked: asked),
                !mention.words.allSatisfy(isCommon)
            {
                found.append(mention)
                place = mention.words.upperBound
            } else {
                place += 1
            }
        }
        return found
    }

    /// "The Belgian capital": a city without its name.
    private func capital(at place: Int, in words: Range<Int>) -> PlaceMention? {
        guard let hit = Demonyms.states.hits(tokens, at: place, before: words.upperBound),
            place + hit.count < words.upperBound, tokens[place + hit.count].word == "capital",
            let code = hit.values.first.flatMap({ StateCode($0) }),
            let city = places.country(code)?.capital.flatMap({ places.city($0) })
        else { return nil }
        return mention(.city(city), place..<place + hit.count + 1)
    }

    /// "The Hague", "the Gulf".
    private func isArticle(_ place: Int) -> Bool {
        tokens[place].word == "the" && place + 1 < tokens.count && tokens[place + 1].isCapital
    }

    private mutating func longest(
        at place: Int,
        in words: Range<Int>,
        isTaken: (Int) -> Bool,
        isAirport: (Int) -> Bool,
        asked: Bool
    ) -> PlaceMention? {
        var end = place
        var ends: [Int] = []
        while end < min(words.upperBound, place + Self.longest), tokens[end].kind == .word, !isTaken(end) {
            guard end == place || isPartOfName(end) else { break }
            end += 1
            if tokens[end - 1].isCapital || tokens[end - 1].isJoined { ends.append(end) }
            if tokens[end - 1].isPossessive { break }
        }
        // "Istanbul Airport": a name before the word is asked for as an airport's as well.
        for end in ends.reversed() {
            let asked = asked || isAirport(end)
            let range = place..<end
            guard let found = found(range, asked: asked) else { continue }
            return mention(found, range)
        }
        return asked && !ends.isEmpty ? nearlyAirport(place..<(ends.last ?? place)) : nil
    }

    private static let small: Set<String> = [
        "of", "de", "la", "el", "al", "del", "da", "do", "dan", "and", "the", "upon", "sur", "es",
    ]

    private func isPartOfName(_ place: Int) -> Bool {
        if tokens[place].isCapital || tokens[place].isJoined { return true }
        guard Self.small.contains(tokens[place].word), place + 1 < tokens.count else { return false }
        // "Santa Cruz de la Sierra".
        return tokens[place + 1].isCapital
            || Self.small.contains(tokens[place + 1].word) && place + 2 < tokens.count && tokens[place + 2].isCapital
    }

    private func span(_ words: Range<Int>) -> TextSpan {
        TextSpan(tokens[words.lowerBound].span.start, tokens[words.upperBound - 1].span.end)
    }

    private func name(_ words: Range<Int>) -> String {
        var name = span(words).words(of: text) ?? ""
        if tokens[words.upperBound - 1].isPossessive { name = String(name.dropLast(name.hasSuffix("s") ? 2 : 1)) }
        return name
    }

    private mutating func found(_ words: Range<Int>, asked: Bool) -> Found? {
        let name = self.name(words)
        let key = (asked ? "@" : "") + name
        if let known = known[key] { return known }
        guard known.count < Self.mostLookups else { return nil }
        let found = lookUp(name, words, asked: asked)
        known[key] = .some(found)
        return found
    }

    private mutating func lookUp(_ name: String, _ words: Range<Int>, asked: Bool) -> Found? {
        if let hit = RegionTable.regions.hits(tokens, at: words.lowerBound, before: words.upperBound),
            hit.count == words.count,
            let region = hit.values.first, words.count > 0, !asked, !isWater(words)
        {
            return .region(region)
        }
        // Two or three letters are a code or a short form, and then capitals.
        let isShort = name.utf8.count <= 3
        if isShort, !tokens[words.lowerBound].isAllCaps, name.utf8.count < 3 { return nil }
        let matches = places.places(named: name, limit: 6)
        if asked, let first = matches.first(where: { $0.airport != nil }), let airport = first.airport {
            // "Bandara Changi": of several fields of that name the one with flights.
            let busier = airport.hasScheduledService ? nil : matches.first { $0.airport?.hasScheduledService ?? false }
            return .airport(busier?.airport ?? airport)
        }
        for match in matches {
            switch match.place {
            case .country(let country): return .country(country)
            case .city(let city):
                // Ours: a spelling of an unsaid language is believed of a city that many mean by it.
                if match.quality == .exact || city.isCapital || city.population >= 300_000 { return .city(city) }
            case .airport(let airport):
                if airport.hasScheduledService || airport.size <= .medium { return .airport(airport) }
            }
        }
        guard matches.isEmpty, words.count <= 2, towns < Self.mostTowns else { return nil }
        towns += 1
        return town(name).map { .airport($0) }
    }

    /// "The Gulf of Aqaba", "Teluk Aqaba": a water of its own, not the region.
    private func isWater(_ words: Range<Int>) -> Bool {
        let next = words.upperBound
        guard ["gulf", "teluk"].contains(tokens[next - 1].word), next + 1 < tokens.count else { return false }
        return tokens[next].word == "of" && tokens[next + 1].isCapital
            || tokens[next - 1].word == "teluk" && tokens[next].kind == .word && tokens[next].isCapital
    }

    /// A town that no list of towns has, by an airport with flights that is called after it and lies there: "Paro", "Neom".
    private func town(_ name: String) -> Airport? {
        guard name.utf8.count >= 4 else { return nil }
        return places.search(name, kinds: .airports, limit: 3).lazy.compactMap(\.airport).first { airport in
            airport.municipality == name && airport.hasScheduledService && airport.size <= .medium
        }
    }

    /// An airport by some of its words, where the text says that it is one.
    private func nearlyAirport(_ words: Range<Int>) -> PlaceMention? {
        var end = words.upperBound
        while end > words.lowerBound {
            let name = self.name(words.lowerBound..<end)
            let matches = places.search(name, kinds: .airports, limit: 3).filter {
                $0.quality <= .words && name.utf8.count > 3
            }
            if let airport = (matches.first { $0.airport?.hasScheduledService ?? false } ?? matches.first)?.airport,
                airport.size <= .medium || airport.size == .unclassified
            {
                return mention(.airport(airport), words)
            }
            end -= 1
        }
        return nil
    }

    private func mention(_ found: Found, _ words: Range<Int>) -> PlaceMention {
        let choice = AirportChoice(places: places)
        func made(
            _ kind: PlaceMention.Kind,
            _ state: StateCode?,
            _ airports: [StopAirport],
            _ centre: Position?,
            _ zone: String?,
            box: (south: Double, north: Double, west: Double, east: Double)? = nil,
            isCapital: Bool = false
        ) -> PlaceMention {
            PlaceMention(
                words: words,
                span: span(words),
                name: name(words),
                kind: kind,
                state: state,
                airports: airports,
                centre: centre,
                zone: zone,
                box: box,
                isCapital: isCapital
            )
        }
        switch found {
        case .country(let country):
            let capital = country.capital.flatMap { places.city($0) }
            return made(.country, country.code, choice.airports(of: country), capital?.position, capital?.timeZone)
        case .city(let city):
            return made(
                .city,
                city.country,
                choice.airports(of: city),
                city.position,
                city.timeZone,
                isCapital: city.isCapital
            )
        case .airport(let airport):
            let zone = airport.timeZone ?? airport.city.flatMap { places.city($0) }?.timeZone
            return made(.airport, airport.country, choice.airport(airport), airport.position, zone)
        case .region(let region):
            let airports = choice.airports(codes: region.airports)
            let first = airports.first.flatMap { places.airport(code: $0.code) }
            let state = region.state.flatMap { StateCode($0) }
            let zone = first?.timeZone ?? first?.city.flatMap { places.city($0) }?.timeZone
            return made(region.box == nil ? .region : .wide, state, airports, first?.position, zone, box: region.box)
        }
    }
}
