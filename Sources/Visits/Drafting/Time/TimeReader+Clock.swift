extension TimeReader {
    /// "18 Juni 2024", "June 18", "20-22 March", "March 20 to 22", "20 to 22 March", "the 18th of June".
    func monthDate(at place: Int) -> TimePhrase? {
        if let month = monthName(place) { return americanDate(month, at: place) }
        guard let day = dayNumber(place) else { return nil }
        var next = afterOrdinal(place)
        var last: Int?
        if let end = rangeEnd(next), dayNumber(end) != nil {
            last = dayNumber(end)
            next = afterOrdinal(end)
        }
        if last == nil, let month = monthName(next), let end = rangeEnd(next + 1), let lastDay = dayNumber(end),
            let lastMonth = monthName(afterOrdinal(end))
        {
            return dated(place, afterOrdinal(end) + 1) {
                .range(day: day, month: month, lastDay: lastDay, lastMonth: lastMonth, year: $0)
            }
        }
        if wordAt(next) == "of" || wordAt(next) == "bulan" { next += 1 }
        guard let month = monthName(next) else { return nil }
        return dated(place, next + 1) { year in
            guard let last else { return .date(day: day, month: month, year: year) }
            return .range(day: day, month: month, lastDay: last, lastMonth: month, year: year)
        }
    }

    private func americanDate(_ month: Int, at place: Int) -> TimePhrase? {
        let first = behindMonth(place)
        guard let day = dayNumber(first) else { return nil }
        let next = afterOrdinal(first)
        guard let end = rangeEnd(next) else { return dated(place, next) { .date(day: day, month: month, year: $0) } }
        if let lastMonth = monthName(end), let last = dayNumber(behindMonth(end)) {
            return dated(place, afterOrdinal(behindMonth(end))) {
                .range(day: day, month: month, lastDay: last, lastMonth: lastMonth, year: $0)
            }
        }
        guard let last = dayNumber(end), monthName(afterOrdinal(end)) == nil else {
            return dated(place, next) { .date(day: day, month: month, year: $0) }
        }
        return dated(place, afterOrdinal(end)) {
            .range(day: day, month: month, lastDay: last, lastMonth: month, year: $0)
        }
    }

    private func dated(_ first: Int, _ end: Int, _ day: (Int?) -> TimePhrase.Day) -> TimePhrase {
        var end = end
        var year: Int?
        let behind = wordAt(end) == "," ? end + 1 : end
        if let written = numberAt(behind), (1900...2200).contains(written) {
            year = written
            end = behind + 1
        }
        var phrase = TimePhrase(words: first..<end)
        phrase.day = day(year)
        return phrase
    }

    private func wordAt(_ place: Int) -> String { sentence.contains(place) ? tokens[place].word : "" }

    private func numberAt(_ place: Int) -> Int? { sentence.contains(place) ? tokens[place].number : nil }

    private func monthName(_ place: Int) -> Int? {
        sentence.contains(place) && tokens[place].isCapital ? TimeWords.months[tokens[place].word] : nil
    }

    /// "Dec. 6": the place behind a month's name and the stop of a shortened one.
    private func behindMonth(_ place: Int) -> Int {
        wordAt(place + 1) == "." && !tokens[place + 1].isSpaced ? place + 2 : place + 1
    }

    private func dayNumber(_ place: Int) -> Int? { numberAt(place).flatMap { (1...31).contains($0) ? $0 : nil } }

    /// The place behind a day's number and its "th".
    private func afterOrdinal(_ place: Int) -> Int {
        ["st", "nd", "rd", "th"].contains(wordAt(place + 1)) && !tokens[place + 1].isSpaced ? place + 2 : place + 1
    }

    /// Where the last day of a range stands, if words of a range stand here.
    private func rangeEnd(_ place: Int) -> Int? {
        switch wordAt(place) {
        case "to", "–", "until", "hingga", "sampai", "through", "s":
            return place + (wordAt(place + 1) == "dengan" ? 2 : 1)
        case "sd": return place + 1
        case "dan", "and": return numberAt(place + 1) != nil ? place + 1 : nil
        default: return sentence.contains(place) && tokens[place].isJoined && numberAt(place) != nil ? place : nil
        }
    }

    /// "Pukul 12.30", "jam 9 pagi", "11:30", "10 a.m.", "at 1430 hours".
    func clock(at place: Int) -> TimePhrase? {
        let isAsked = ["pukul", "jam"].contains(wordAt(place))
        let first = isAsked ? place + 1 : place
        guard let hour = numberAt(first), hour <= 24 else { return nil }
        var end = first + 1
        var minutes: Int?
        if [".", ":"].contains(wordAt(end)), !tokens[end].isSpaced, let written = numberAt(end + 1), written < 60,
            tokens[end + 1].word.utf8.count == 2, !tokens[end + 1].isSpaced
        {
            minutes = written
            end += 2
        }
        let half = wordAt(end)
        var hourOfDay = Double(hour)
        let isHalf = ["am", "pm"].contains(half) && hour <= 12
        if isHalf {
            hourOfDay = Double(hour % 12 + (half == "pm" ? 12 : 0))
            end += 1
        } else if isAsked, minutes == nil, ["sore", "malam", "siang", "petang"].contains(half), (1...11).contains(hour)
        {
            hourOfDay = half == "siang" && hour >= 10 ? Double(hour) : Double(hour + 12)
            end += 1
        } else if isAsked, minutes == nil, ["pagi", "dini"].contains(half), hour < 12 {
            end += half == "dini" && wordAt(end + 1) == "hari" ? 2 : 1
        }
        guard isAsked || isHalf || (minutes != nil && (wordAt(end - 2) == ":" || isZone(end))) else { return nil }
        var phrase = TimePhrase(words: place..<end)
        let moment = hourOfDay + Double(minutes ?? 0) / 60
        phrase.hours = moment...moment
        phrase.isExact = true
        return until(phrase)
    }

    /// "Antara pukul 14.00 dan 15.00", "between 2 p.m. and 3 p.m.", "pukul 14.00-15.00": one time from one moment to another.
    private func until(_ phrase: TimePhrase) -> TimePhrase {
        guard let first = phrase.hours?.lowerBound else { return phrase }
        var at = phrase.words.upperBound
        let isJoined = sentence.contains(at) && tokens[at].isJoined
        if !isJoined {
            let isBetween = ["between", "antara"].contains(wordAt(phrase.words.lowerBound - 1))
            guard
                isBetween && ["and", "dan"].contains(wordAt(at))
                    || ["to", "hingga", "sampai", "–"].contains(wordAt(at))
            else { return phrase }
            at += 1
        }
        if ["pukul", "jam"].contains(wordAt(at)) { at += 1 }
        guard let hour = numberAt(at), hour <= 24 else { return phrase }
        var last = Double(hour)
        var end = at + 1
        if [".", ":"].contains(wordAt(end)), !tokens[end].isSpaced, let minutes = numberAt(end + 1), minutes < 60,
            tokens[end + 1].word.utf8.count == 2, !tokens[end + 1].isSpaced
        {
            last += Double(minutes) / 60
            end += 2
        } else if !["am", "pm"].contains(wordAt(end)) {
            return phrase
        }
        if ["am", "pm"].contains(wordAt(end)), hour <= 12 {
            last += wordAt(end) == "pm" && hour < 12 ? 12 : 0
            end += 1
        }
        guard last > first, last <= 28 else { return phrase }
        var whole = phrase
        whole.words = phrase.words.lowerBound..<end
        whole.hours = first...last
        return whole
    }

    private func isZone(_ place: Int) -> Bool {
        TimeWords.zones.contains { entry in
            place + entry.words.count <= sentence.upperBound
                && zip(entry.words, tokens[place...]).allSatisfy { $0 == $1.word }
        }
    }
}
