/// Finds what a sentence says of times.
struct TimeReader {
    let tokens: [Token]
    let sentence: Range<Int>
    let language: Draft.Language

    /// The phrases in the order of the words; parts that belong together are one.
    func phrases() -> [TimePhrase] {
        var found: [TimePhrase] = []
        var place = sentence.lowerBound
        while place < sentence.upperBound {
            guard let part = part(at: place), !part.isEmpty else {
                place += 1
                continue
            }
            if let last = found.last, let joined = join(last, part) {
                found[found.count - 1] = joined
            } else {
                found.append(part)
            }
            place = part.words.upperBound
        }
        // A zone alone says no time.
        return found.filter { $0.day != nil || $0.hours != nil || $0.weekday != nil }.map(marked)
    }

    private func word(_ place: Int) -> String { sentence.contains(place) ? tokens[place].word : "" }

    private func number(_ place: Int) -> Int? { sentence.contains(place) ? tokens[place].number : nil }

    private func has(_ words: [String], at place: Int) -> Bool {
        guard place >= sentence.lowerBound, place + words.count <= sentence.upperBound else { return false }
        return zip(words, tokens[place...]).allSatisfy { $0 == $1.word }
    }

    private func part(at place: Int) -> TimePhrase? {
        slashDate(at: place) ?? isoDate(at: place) ?? monthDate(at: place) ?? clock(at: place) ?? fixed(at: place)
            ?? weekday(at: place) ?? month(at: place) ?? dayOfMonth(at: place)
    }

    /// Days, parts of days, zones that have words of their own; the longest that fits.
    private func fixed(at place: Int) -> TimePhrase? {
        var best: TimePhrase?
        func take(_ words: [String], _ fill: (inout TimePhrase) -> Void) {
            guard has(words, at: place), words.count > best?.words.count ?? 0 else { return }
            var phrase = TimePhrase(words: place..<place + words.count)
            fill(&phrase)
            best = phrase
        }
        // "Two nights", "makan malam": no time.
        let isCounted =
            ["dua", "tiga", "empat", "lima", "satu", "makan", "one", "two", "three", "selamat", "good", "a"].contains(
                word(place - 1)
            )
            || number(place - 1) != nil
            // "He will overnight in Rome": a verb.
            || word(place) == "overnight"
                && ["will", "to", "would", "may", "must", "he", "she"].contains(word(place - 1))
        for (words, zone) in TimeWords.zones { take(words) { $0.zone = zone } }
        if !isCounted {
            for (words, hours) in TimeWords.dayParts { take(words) { $0.hours = hours } }
        }
        for (words, day) in TimeWords.days where !(words == ["semalam"] && isNightLong(place)) {
            take(words) { phrase in
                phrase.day = day
                // "Malam ini" is a part of a day as well.
                phrase.hours = TimeWords.hours(in: words)
            }
        }
        // "Minggu" is Sunday and a week; "two weeks" is no day.
        return best
    }

    /// "Kereta semalam", "menginap semalam": a night long, not last night.
    private func isNightLong(_ place: Int) -> Bool {
        [
            "kereta", "perjalanan", "penerbangan", "menginap", "bermalam", "tinggal", "singgah", "kapal", "feri",
            "selama",
        ]
        .contains(word(place - 1))
    }

    /// "The 26th", "tanggal 26": a day whose month is that of the day named before.
    private func dayOfMonth(at place: Int) -> TimePhrase? {
        guard let day = number(place), (1...31).contains(day) else { return nil }
        var end = place + 1
        if word(place - 1) == "the" {
            guard ["st", "nd", "rd", "th"].contains(word(end)), !tokens[end].isSpaced else { return nil }
            end += 1
            // "The 26th summit" counts something else.
            guard end >= sentence.upperBound || tokens[end].kind == .sign || Self.behindDay.contains(word(end)) else {
                return nil
            }
        } else if word(place - 1) != "tanggal" || word(end) == "/" {
            return nil
        }
        var phrase = TimePhrase(words: place..<end)
        phrase.day = .dayOfMonth(day)
        return phrase
    }

    private static let behindDay: Set<String> = [
        "and", "but", "to", "for", "before", "after", "at", "in", "with", "then", "from", "where", "he", "she", "they",
        "the", "when", "on", "by", "as", "while",
    ]

    private func weekday(at place: Int) -> TimePhrase? {
        guard let day = TimeWords.weekdays[word(place)], tokens[place].isCapital else { return nil }
        var phrase = TimePhrase(words: place..<place + 1)
        phrase.weekday = day
        var next = place + 1
        if ["and", "dan", "to", "until", "hingga", "sampai", "–", "through", "or", "atau"].contains(word(next)) {
            next += 1
        }
        if next < sentence.upperBound, next > place + 1 || tokens[next].isJoined,
            let last = TimeWords.weekdays[word(next)], tokens[next].isCapital
        {
            phrase.lastWeekday = last
            phrase.words = place..<next + 1
            return phrase
        }
        if word(place - 1) == "next" || word(place + 1) == "depan"
            || (word(place + 1) == "pekan" && word(place + 2) == "depan")
        {
            phrase.isNextWeek = true
            let behind = word(place + 1) == "depan" ? 1 : word(place + 1) == "pekan" ? 2 : 0
            phrase.words = (word(place - 1) == "next" ? place - 1 : place)..<place + 1 + behind
        }
        return phrase
    }

    /// "18/6", "18/6/2024", in brackets or not: the day first.
    private func slashDate(at place: Int) -> TimePhrase? {
        guard let day = number(place), word(place + 1) == "/", let month = number(place + 2), (1...31).contains(day),
            (1...12).contains(month)
        else { return nil }
        var phrase = TimePhrase(words: place..<place + 3)
        var year: Int?
        if word(place + 3) == "/", let written = number(place + 4) {
            year = written < 100 ? 2_000 + written : written
            phrase.words = place..<place + 5
        }
        phrase.day = .date(day: day, month: month, year: year)
        if word(place - 1) == "(", word(phrase.words.upperBound) == ")" {
            phrase.words = place - 1..<phrase.words.upperBound + 1
        }
        return phrase
    }

    /// "2024-06-18".
    private func isoDate(at place: Int) -> TimePhrase? {
        guard let year = number(place), (1900...2200).contains(year), let month = number(place + 1),
            let day = number(place + 2),
            tokens[place + 1].isJoined, tokens[place + 2].isJoined, (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        var phrase = TimePhrase(words: place..<place + 3)
        phrase.day = .date(day: day, month: month, year: year)
        return phrase
    }

    private func month(at place: Int) -> TimePhrase? {
        guard let month = TimeWords.months[word(place)], tokens[place].isCapital, word(place).utf8.count > 2 else {
            return nil
        }
        let part: Int? =
            switch word(place - 1) {
            case "awal", "early": 1
            case "pertengahan", "mid": 2
            case "akhir", "late": 3
            case "bulan", "in", "pada": 0
            default: nil
            }
        guard let part else { return nil }
        var phrase = TimePhrase(words: place..<place + 1)
        let year = number(place + 1).flatMap { (1900...2200).contains($0) ? $0 : nil }
        if year != nil { phrase.words = place..<place + 2 }
        phrase.day = .month(month, part: part, year: year)
        return phrase
    }

    /// Hands on what stands before a phrase: "about", "by", "after".
    private func marked(_ phrase: TimePhrase) -> TimePhrase {
        var phrase = phrase
        for place in phrase.words where TimeWords.about.contains(tokens[place].word) { phrase.isAbout = true }
        for back in 1...3 where TimeWords.about.contains(word(phrase.words.lowerBound - back)) && phrase.isExact {
            phrase.isAbout = true
        }
        let first = phrase.words.lowerBound
        if TimeWords.latest.contains(where: { has($0, at: first - $0.count) && first - $0.count >= sentence.lowerBound }
        ) {
            phrase.isLatest = true
        }
        return phrase
    }

    /// Two parts as one time, if only words of filling stand between and they do not say the same thing twice.
    private func join(_ one: TimePhrase, _ other: TimePhrase) -> TimePhrase? {
        let between = one.words.upperBound..<other.words.lowerBound
        guard between.count <= 4, between.allSatisfy({ TimeWords.fillers.contains(tokens[$0].word) }) else {
            return nil
        }
        guard one.day == nil || other.day == nil, one.hours == nil || other.hours == nil,
            one.zone == nil || other.zone == nil,
            one.weekday == nil || other.weekday == nil
        else { return nil }
        // "On Friday, next week": a day of the week beside a week is that of the week.
        var joined = one
        joined.words = one.words.lowerBound..<other.words.upperBound
        joined.day = one.day ?? other.day
        joined.hours = one.hours ?? other.hours
        joined.zone = one.zone ?? other.zone
        joined.weekday = one.weekday ?? other.weekday
        joined.lastWeekday = one.lastWeekday ?? other.lastWeekday
        joined.isExact = one.isExact || other.isExact
        joined.isAbout = one.isAbout || other.isAbout
        joined.isNextWeek = one.isNextWeek || other.isNextWeek
        if joined.weekday != nil, joined.day == .nextWeek {
            joined.day = nil
            joined.isNextWeek = true
        }
        return joined
    }
}
