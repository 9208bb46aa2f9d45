import Aero

/// Finds those who travel and speak for a state in a sentence.
struct PersonFinder {
    let places: Gazetteer
    let text: String
    let tokens: [Token]
    let known: KnownNames

    /// Which names before an office are places: asked once a text, and of so many.
    final class KnownNames {
        // Ours: 500 take under 2 s; a name beyond is none of a person.
        private static let most = 500
        private var isPlace: [String: Bool] = [:]

        func isPlace(_ name: String, _ asked: () -> Bool) -> Bool {
            if let known = isPlace[name] { return known }
            guard isPlace.count < Self.most else { return true }
            let answer = asked()
            isPlace[name] = answer
            return answer
        }
    }

    /// - Parameter lastState: the state that was named last, for "its president".
    func mentions(in words: Range<Int>, lastState: inout StateCode?) -> [PersonMention] {
        var found: [PersonMention] = []
        var place = words.lowerBound
        while place < words.upperBound {
            if let mention = mention(at: place, in: words, lastState: lastState) {
                found.append(mention)
                lastState = mention.state ?? lastState
                place = mention.words.upperBound
            } else {
                if let (state, count) = state(at: place, before: words.upperBound) {
                    lastState = state
                    place += count
                } else {
                    place += 1
                }
            }
        }
        return found
    }

    private func mention(at place: Int, in words: Range<Int>, lastState: StateCode?) -> PersonMention? {
        guard tokens[place].kind == .word, !isNameOfPlace(place, in: words) else { return nil }
        if let leader = leader(at: place, before: words.upperBound) { return byName(leader, at: place) }
        var start = place
        var state: StateCode?
        // "Russian President", "Iran's president", "the US president", "its president".
        if let (before, count) = self.state(at: place, before: words.upperBound) {
            state = before
            start = place + count
        } else if let (before, count) = capital(at: place, before: words.upperBound) {
            state = before
            start = place + count
        } else if ["its", "the"].contains(tokens[place].word) {
            if tokens[place].word == "its" { state = lastState }
            start = place + 1
            if let (before, count) = self.state(at: start, before: words.upperBound) {
                state = before
                start += count
            }
        }
        guard start < words.upperBound, let hit = Office.table.hits(tokens, at: start, before: words.upperBound),
            let office = hit.values.first
        else { return nil }
        return byOffice(office, state, from: place, start..<start + hit.count, in: words)
    }

    /// "Bandara Soekarno-Hatta", "Jalan Jenderal Sudirman": called after somebody.
    private func isNameOfPlace(_ place: Int, in words: Range<Int>) -> Bool {
        guard place > words.lowerBound else { return false }
        return ["bandara", "udara", "lanud", "jalan", "stadion", "masjid", "istana", "taman", "museum", "universitas"]
            .contains(tokens[place - 1].word)
    }

    private func byName(_ leader: (Leader, Int), at place: Int) -> PersonMention {
        let words = place..<place + leader.1
        return made(words, leader.0.name, nil, leader.0.office, StateCode(leader.0.state), written: words)
    }

    private func byOffice(
        _ office: Office,
        _ before: StateCode?,
        from first: Int,
        _ role: Range<Int>,
        in words: Range<Int>
    ) -> PersonMention? {
        var state = before
        var end = role.upperBound
        // "Presiden Rusia", "president of Russia", "Presiden RI".
        if state == nil {
            var next = end
            let isWhole = self.state(at: next, before: words.upperBound) != nil
            if next < words.upperBound, !isWhole, ["of", "dari", "negara", "republik"].contains(tokens[next].word) {
                next += 1
            }
            if next < words.upperBound, tokens[next].word == "the" { next += 1 }
            if next < words.upperBound, tokens[next].isCapital,
                let (after, count) = self.state(at: next, before: words.upperBound)
            {
                state = after
                end = next + count
            }
        }
        let roleEnd = end
        if end < words.upperBound, tokens[end].word == ",", let leader = leader(at: end + 1, before: words.upperBound),
            state == nil || StateCode(leader.0.state) == state || leader.0.office.kind == .organisation
        {
            return made(
                first..<end + 1 + leader.1,
                leader.0.name,
                first..<roleEnd,
                office,
                StateCode(leader.0.state),
                written: end + 1..<end + 1 + leader.1
            )
        }
        if let leader = leader(at: end, before: words.upperBound) {
            return made(
                first..<end + leader.1,
                leader.0.name,
                first..<roleEnd,
                office,
                StateCode(leader.0.state) ?? state,
                written: end..<end + leader.1
            )
        }
        // "NATO said its secretary general, Jens Stoltenberg, will begin": of a body that no list of states has.
        let isOfBody = office.kind == .organisation || tokens[first].word == "its"
        if state != nil || isOfBody, let named = nameBehind(end, in: words) {
            // "Taiwan's president, Lai Ching-te, sets off".
            return made(first..<named.upperBound, text(named), first..<roleEnd, office, state, written: named)
        }
        if state != nil || office.kind == .organisation, end < words.upperBound, tokens[end].kind == .sign,
            let named = nameBefore(first, in: words), isNameOf(named, state, before: end, in: words)
        {
            // "António Guterres, the United Nations secretary general,".
            return made(named.lowerBound..<end, text(named), first..<end, office, state, written: named)
        }
        let isCapital = tokens[role.lowerBound].isCapital
        let nameEnd = isCapital || state != nil ? self.nameEnd(from: end, in: words) : end
        let name = nameEnd > end ? text(end..<nameEnd) : nil
        // An office alone, without state and name, is a word for somebody named before.
        // One of a body that is named, "the NATO secretary general", is somebody.
        let namesBody = office.kind == .organisation && !Self.bare.contains(text(role).lowercased())
        if state == nil, name == nil, office.kind != .pope, !namesBody {
            return made(first..<end, nil, first..<end, office, nil, isPronoun: true)
        }
        let theirs = state ?? (office.kind == .pope ? StateCode("VA") : nil)
        return made(
            first..<nameEnd,
            name,
            first..<roleEnd,
            office,
            theirs,
            written: nameEnd > end ? end..<nameEnd : nil
        )
    }

    /// "Emmanuel Macron, the German chancellor, and the Italian prime minister": three, of whom none is the office behind.
    private func isNameOf(_ name: Range<Int>, _ state: StateCode?, before end: Int, in words: Range<Int>) -> Bool {
        let leader = name.lazy.compactMap { self.leader(at: $0, before: name.upperBound)?.0 }.first
        if let leader { return StateCode(leader.state) == state }
        return
            !(end + 1 < words.upperBound && tokens[end].word == ","
            && ["and", "dan", "serta"].contains(tokens[end + 1].word))
    }

    /// Offices of bodies that do not say of which.
    private static let bare: Set<String> = [
        "secretary general", "secretary-general", "sekretaris jenderal", "sekjen", "managing director",
        "direktur pelaksana", "grand imam", "imam besar", "grand mufti", "mufti agung", "chief rabbi", "kepala rabi",
        "governor of the central bank", "central bank chief", "commission president", "commission chief",
    ]

    /// Two to four words with capitals between two commas.
    private func nameBehind(_ comma: Int, in words: Range<Int>) -> Range<Int>? {
        guard comma + 2 < words.upperBound, tokens[comma].word == "," else { return nil }
        let first = comma + 1
        var end = first
        while end < words.upperBound, end - first < 5, tokens[end].kind == .word,
            tokens[end].isCapital || tokens[end].isJoined
                || ["al", "bin", "de", "da", "van", "von"].contains(
                    tokens[end].word
                ), !tokens[end].isPossessive
        { end += 1 }
        let name = first..<end
        // "For the arrival of the American vice president, Kamala Harris.": or up to the end of the sentence.
        let isClosed = end == words.upperBound || tokens[end].word == "," || tokens[end].word == "."
        guard (2...4).contains(name.count), isClosed, leader(at: first, before: end) == nil,
            Outlets.names.hits(tokens, at: first, before: end) == nil,
            Office.table.hits(tokens, at: first, before: end) == nil,
            !name.contains(where: {
                TimeWords.weekdays[tokens[$0].word] != nil
                    || TimeWords.months[tokens[$0].word] != nil && tokens[$0].word.utf8.count > 3
            }),
            !known.isPlace(
                text(name),
                { country(name) != nil || !places.places(named: text(name), limit: 1).isEmpty }
            )
        else { return nil }
        return name
    }

    /// Two to four words with capitals right before a comma and an office, at the beginning of a thought.
    private func nameBefore(_ place: Int, in words: Range<Int>) -> Range<Int>? {
        var comma = place - 1
        while comma > words.lowerBound, ["the", "a"].contains(tokens[comma].word) { comma -= 1 }
        guard comma > words.lowerBound, tokens[comma].word == "," else { return nil }
        var first = comma
        while first > words.lowerBound, comma - first < 5, tokens[first - 1].kind == .word,
            tokens[first - 1].isCapital || tokens[first - 1].isJoined, !tokens[first - 1].isPossessive
        { first -= 1 }
        let name = first..<comma
        guard (2...4).contains(name.count), first == words.lowerBound || tokens[first - 1].kind == .sign,
            !name.contains(where: {
                TimeWords.weekdays[tokens[$0].word] != nil || TimeWords.months[tokens[$0].word] != nil
            }),
            !known.isPlace(
                text(name),
                { country(name) != nil || !places.places(named: text(name), limit: 1).isEmpty }
            )
        else { return nil }
        return name
    }

    private func leader(at place: Int, before end: Int) -> (Leader, Int)? {
        guard place < end, tokens[place].isCapital,
            let hit = Leader.table.hits(tokens, at: place, before: end), let leader = hit.values.first
        else { return nil }
        return (leader, hit.count)
    }

    /// A name behind an office: words with capitals that are neither times nor places to go to.
    private func nameEnd(from first: Int, in words: Range<Int>) -> Int {
        var end = first
        var most = first + 4
        while end < min(words.upperBound, most), tokens[end].kind == .word,
            tokens[end].isCapital || tokens[end].isJoined || isJoining(end, behind: first, in: words)
        {
            if !tokens[end].isCapital { most = max(most, end + 4) }
            let word = tokens[end].word
            guard TimeWords.weekdays[word] == nil, TimeWords.months[word] == nil || end > first else { break }
            end += 1
            if tokens[end - 1].isPossessive { break }
        }
        return end
    }

    /// "Sheikh Mohamed bin Zayed Al Nahyan": a small word within a name.
    private func isJoining(_ at: Int, behind first: Int, in words: Range<Int>) -> Bool {
        at > first && at + 1 < words.upperBound && tokens[at + 1].isCapital
            && ["bin", "binti", "ibn", "al", "el", "de", "da", "dos", "van", "von", "der"].contains(tokens[at].word)
    }

    /// A state's name, the word for its people, or a seat of its government, with how many words it has.
    private func state(at place: Int, before end: Int) -> (StateCode, Int)? {
        guard place < end, tokens[place].isCapital else { return nil }
        if let hit = Demonyms.states.hits(tokens, at: place, before: end),
            let code = hit.values.first.flatMap({ StateCode($0) })
        {
            // "Saudi Arabia's": the state's whole name.
            let isLonger = place + hit.count < end && country(place..<place + hit.count + 1)?.code == code
            return (code, hit.count + (isLonger ? 1 : 0))
        }
        for count in stride(from: min(3, end - place), through: 1, by: -1) {
            if let country = country(place..<place + count) { return (meant(country.code), count) }
        }
        return nil
    }

    /// "Kyiv's foreign minister": a capital that stands for its state, where an office follows.
    private func capital(at place: Int, before end: Int) -> (StateCode, Int)? {
        guard place + 1 < end, tokens[place].isCapital, tokens[place].isPossessive,
            Office.table.hits(tokens, at: place + 1, before: end) != nil
        else { return nil }
        let city = places.places(named: bare(place..<place + 1), limit: 1).first?.city
        return city.flatMap { $0.isCapital ? ($0.country, 1) : nil }
    }

    private func country(_ words: Range<Int>) -> Country? {
        let last = tokens[words.upperBound - 1]
        guard last.kind == .word, last.isCapital || words.count > 1 && last.isJoined,
            tokens[words].dropLast().allSatisfy({ !$0.isPossessive })
        else { return nil }
        var name = text(words)
        if last.isPossessive { name = String(name.dropLast(name.hasSuffix("s") ? 2 : 1)) }
        guard name.utf8.count > 2 || tokens[words.lowerBound].isAllCaps else { return nil }
        return places.places(named: name, kinds: .countries, limit: 1).first?.country
    }

    /// "Kongo" is the larger of the two where the text names its whole name or its capital.
    private func meant(_ code: StateCode) -> StateCode {
        guard code == StateCode("CG"), let other = StateCode("CD") else { return code }
        let isOther = tokens.contains { ["demokratik", "democratic", "drc", "rdk", "kinshasa"].contains($0.word) }
        return isOther ? other : code
    }

    /// Without "'s".
    private func bare(_ words: Range<Int>) -> String {
        let name = text(words)
        guard tokens[words.upperBound - 1].isPossessive else { return name }
        return String(name.dropLast(name.hasSuffix("s") && !name.hasSuffix("s'") ? 2 : 1))
    }

    private func text(_ words: Range<Int>) -> String {
        TextSpan(tokens[words.lowerBound].span.start, tokens[words.upperBound - 1].span.end).words(of: text) ?? ""
    }

    private func made(
        _ words: Range<Int>,
        _ name: String?,
        _ role: Range<Int>?,
        _ office: Office?,
        _ state: StateCode?,
        isPronoun: Bool = false,
        written: Range<Int>? = nil
    ) -> PersonMention {
        PersonMention(
            words: words,
            span: TextSpan(tokens[words.lowerBound].span.start, tokens[words.upperBound - 1].span.end),
            name: name,
            written: written.map { bare($0) },
            role: role.map { text($0) },
            office: office,
            state: state,
            isPronoun: isPronoun
        )
    }
}
