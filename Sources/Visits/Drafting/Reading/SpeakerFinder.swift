/// Reads who can speak at a place of a sentence: "a senior Kremlin aide", "two people briefed on the trip", "juru bicara Kementerian Luar
/// Negeri", a person, an outlet, a place that stands for a government.
struct SpeakerFinder {
    let reading: TextReading
    let sentence: SentenceReading

    func phrase(at place: Int, before end: Int) -> SpeakerPhrase? {
        guard place < end else { return nil }
        // "Istana Buckingham" is a name, of which "istana" is a part.
        if reading.language == .indonesian, let seat = sentence.seats.first(where: { $0.words.lowerBound == place }) {
            return SpeakerPhrase(words: seat.words, name: reading.string(seat.words), isProper: false)
        }
        if let described = described(at: place, before: end) { return described }
        if let person = sentence.person(at: place), person.words.lowerBound == place {
            let name = fullName(of: person)
            return SpeakerPhrase(
                words: person.words,
                name: name ?? article(reading.string(person.words)),
                isProper: name != nil
            )
        }
        let named =
            sentence.outlets.first { $0.lowerBound == place }
            ?? sentence.seats.first { $0.words.lowerBound == place }?.words
        if let named { return SpeakerPhrase(words: named, name: unowning(named), isProper: false) }
        if let index = sentence.placeMention(at: place), sentence.places[index].words.lowerBound == place {
            let mention = sentence.places[index]
            if let body = bodyNamed(by: mention.words, before: end) { return body }
            return SpeakerPhrase(words: mention.words, name: mention.name, isProper: false)
        }
        return name(at: place, before: end)
    }

    /// Words with capitals from a place on, up to a time.
    func capitals(from first: Int) -> Range<Int> {
        var end = first
        while end < sentence.words.upperBound, reading.tokens[end].kind == .word, sentence.time(at: end) == nil,
            reading.tokens[end].isCapital || (end > first && reading.tokens[end].isJoined)
        {
            end += 1
        }
        return first..<end
    }

    // MARK: By what they are

    private func described(at place: Int, before end: Int) -> SpeakerPhrase? {
        var first = place
        if ["a", "an", "the"].contains(reading.word(first)) { first += 1 }
        if first > place, let body = noun(place) {
            // "The prime minister's office" is one word of the list.
            let last = min(end, reading.language == .english ? complement(from: body.upperBound) : body.upperBound)
            return SpeakerPhrase(words: first..<last, name: unowning(first..<last), isProper: false)
        }
        guard let head = head(from: first, before: end, isOpen: first > place || beginsClause(place)) else {
            return nil
        }
        return reading.language == .english
            ? english(first, head.upperBound, before: end) : indonesian(first, head.upperBound, before: end)
    }

    private func beginsClause(_ place: Int) -> Bool {
        guard place > sentence.words.lowerBound else { return true }
        let before = reading.word(place - 1)
        return [",", "\"", ";", ":", "and", "dan", "but", "–", ")"].contains(before)
            || sentence.cues(at: place - 1).contains { [.accordingTo, .say, .turn].contains($0) }
    }

    /// The noun that speaks, with what stands before it: "two", "senior", "South Korean", "his", "White House".
    private func head(from first: Int, before end: Int, isOpen: Bool) -> Range<Int>? {
        var (at, free, isOpen) = (first, 0, isOpen)
        while at < end, at - first <= 8 {
            if let noun = noun(at) {
                // "Foreign ministry spokesman", "government source".
                let next = noun.upperBound
                if reading.language == .english, next < end {
                    if self.noun(next) != nil {
                        at = next
                        continue
                    }
                    // "The presidency's communications director".
                    let isPlain = reading.tokens[next - 1].isPossessive && sentence.cues(at: next).isEmpty
                    if Self.qualities.contains(reading.word(next)) || isPlain, self.noun(next + 1) != nil {
                        at = next + 1
                        continue
                    }
                }
                return noun.upperBound <= end ? first..<noun.upperBound : nil
            }
            guard let next = modifier(at, before: end, isOpen: isOpen, &free) else { return nil }
            isOpen = true
            at = next
        }
        return nil
    }

    private func noun(_ place: Int) -> Range<Int>? {
        let hits = sentence.cues.filter {
            $0.words.lowerBound == place && [.anonymous, .institution, .voice].contains($0.cue)
        }
        return hits.max { $0.words.count < $1.words.count }?.words
    }

    /// Where a word or name that may stand before the noun ends.
    private func modifier(_ at: Int, before end: Int, isOpen: Bool, _ free: inout Int) -> Int? {
        let token = reading.tokens[at]
        guard token.kind == .word || token.kind == .number, sentence.time(at: at) == nil else { return nil }
        if Self.numbers.contains(token.word) || Self.qualities.contains(token.word) || token.kind == .number {
            return at + 1
        }
        guard reading.language == .english else { return nil }
        if ["his", "her", "their", "its"].contains(token.word) { return at + 1 }
        if let index = sentence.placeMention(at: at) { return sentence.places[index].words.upperBound }
        if let seat = sentence.seats.first(where: { $0.words.contains(at) }) { return seat.words.upperBound }
        // "The Israeli prime minister's office": the list has its last words as one.
        if let person = sentence.person(at: at),
            let inner = person.words.dropFirst(max(0, at - person.words.lowerBound + 1)).first(where: {
                noun($0) != nil
            })
        {
            return inner
        }
        if let person = sentence.person(at: at), !person.isPronoun || token.isPossessive {
            return reading.tokens[person.words.upperBound - 1].isPossessive ? person.words.upperBound : nil
        }
        if token.isCapital || token.isJoined { return at + 1 }
        let plain: Set<Cue> = [.cityWord, .venue, .airport, .block, .event, .aircraft, .surface, .fighter, .ceremony]
        guard isOpen, free < 2, !token.word.hasSuffix("ed"), sentence.cues(at: at).allSatisfy(plain.contains),
            !Self.small.contains(token.word)
        else {
            return nil
        }
        free += 1
        return at + 1
    }

    private static let small: Set<String> = [
        "that", "who", "which", "this", "these", "those", "there", "of", "as", "if", "and", "or", "but",
    ]

    private static let numbers: Set<String> = [
        "one", "two", "three", "four", "five", "six", "several", "some", "many", "dua", "tiga", "empat", "lima",
        "sejumlah", "beberapa", "sebagian", "seorang", "sebuah", "para", "sang", "salah", "satu", "pihak",
    ]

    private static let qualities: Set<String> = [
        "unnamed", "senior", "presidential", "government", "other", "palace", "his", "her", "their", "its", "local",
        "foreign", "western", "defence", "defense", "aviation", "security", "top", "former", "chief", "deputy",
        "military", "opposition", "diplomatic", "official", "state", "national", "independent", "private", "close",
        "retired",
    ]

    // MARK: English

    private func english(_ first: Int, _ head: Int, before end: Int) -> SpeakerPhrase {
        let behind = capitals(from: head)
        if !behind.isEmpty, behind.upperBound <= end, sentence.placeMention(at: behind.lowerBound) == nil {
            return SpeakerPhrase(
                words: first..<behind.upperBound,
                name: reading.string(proper(in: behind)),
                isProper: true
            )
        }
        if reading.word(head - 1) == "agency", head < end,
            let outlet = Outlets.names.hits(reading.tokens, at: head, before: end)
        {
            // "The news agency dpa", which writes itself small.
            let words = head..<head + outlet.count
            return SpeakerPhrase(words: first..<words.upperBound, name: reading.string(words), isProper: true)
        }
        let last = min(end, complement(from: head))
        return SpeakerPhrase(words: first..<last, name: unowning(first..<last), isProper: false)
    }

    /// "For the chancellor", "in Hanoi", "of the royal household", "close to the pontiff", "briefed on the trip".
    private func complement(from head: Int) -> Int {
        let loose = [
            ["close", "to"], ["familiar", "with"], ["briefed", "on"], ["with", "knowledge"], ["involved", "in"],
        ]
        if loose.contains(where: { reading.word(head) == $0[0] && reading.word(head + 1) == $0[1] }) {
            var last = head + 2
            while last < min(sentence.words.upperBound, head + 8), reading.tokens[last].kind == .word,
                sentence.time(at: last) == nil, !Self.ends.contains(reading.word(last)),
                !sentence.cues(at: last).contains(where: { Self.isSaying($0) })
            { last += 1 }
            return last
        }
        guard ["of", "for", "from", "to", "at", "in"].contains(reading.word(head)), !isAtHome(before: head),
            !isToldWithoutTown(before: head)
        else {
            return head
        }
        var last = head + 1
        if ["the", "his", "her", "their"].contains(reading.word(last)) { last += 1 }
        let content = last
        while last < sentence.words.upperBound, reading.tokens[last].kind == .word, sentence.time(at: last) == nil {
            if let index = sentence.placeMention(at: last) {
                last = sentence.places[index].words.upperBound
            } else if reading.word(head) != "in", reading.tokens[last].isCapital || reading.tokens[last].isJoined {
                last += 1
            } else if reading.word(head) != "in", let noun = noun(last) {
                last = noun.upperBound
            } else if reading.word(head) != "in", let person = sentence.person(at: last) {
                last = person.words.upperBound
            } else if last > content, sentence.cues(at: last).contains(.airport) {
                // "A source at José Martí airport".
                last += 1
            } else {
                break
            }
            // "Officials in Warsaw and Berlin" are two; "an official in Paris" ends there.
            if reading.word(head) == "in" { break }
        }
        return last > content ? last : head
    }

    private static let ends: Set<String> = ["who", "that", "which", "and", "but", "on", "said", "say", "says"]

    static func isSaying(_ cue: Cue) -> Bool {
        [.say, .denies, .noComment, .evades, .accuses, .warns, .accordingTo, .refuse].contains(cue)
    }

    // MARK: Indonesian

    /// What the noun belongs to follows it, and a name follows that: "juru bicara Kementerian Luar Negeri Rolliansyah Soemirat".
    private func indonesian(_ first: Int, _ head: Int, before end: Int) -> SpeakerPhrase {
        // "Pengelola Bandara Ngurah Rai": the field is part of the noun.
        var last = fieldEnd(head - 1, before: end) ?? head
        var known = last
        while last < end, reading.tokens[last].kind == .word, sentence.time(at: last) == nil {
            let cues = sentence.cues(at: last)
            let token = reading.tokens[last]
            if token.isAllCaps, ["berita", "resmi", "pemerintah"].contains(reading.word(last - 1)),
                (max(first, last - 2)..<last).contains(where: { reading.word($0) == "berita" })
            {
                // "Kantor berita SANA": the agency's name, whatever place is called so too.
                last += 1
                continue
            } else if token.isAllCaps, token.word.utf8.count <= 5 {
                // "Kepala Dinas Penerangan TNI AU": a body's short name.
                last += 1
            } else if let noun = noun(last), noun.upperBound <= end {
                last = noun.upperBound
            } else if let person = sentence.person(at: last), let name = nameStart(of: person), name > head {
                // "Ajudan presiden Rusia Yuri Ushakov": the name is the aide's; of a leader it is not.
                last = person.words.upperBound
                known = isLeader(person) ? last : name
                continue
            } else if let seat = sentence.seats.first(where: { $0.words.lowerBound == last }) {
                last = seat.words.upperBound
            } else if let index = sentence.placeMention(at: last) {
                last = sentence.places[index].words.upperBound
            } else if Self.behind.contains(token.word)
                || Office.table.hits(reading.tokens, at: last, before: end) != nil
            {
                last += 1
            } else if token.isCapital, let hit = Demonyms.states.hits(reading.tokens, at: last, before: end) {
                last += hit.count
            } else if token.isCapital, let name = fieldEnd(last, before: end) {
                last = name
            } else if token.isCapital, cues.contains(.venue) || Titles.words.contains(token.word) {
                last += 1
            } else if token.isCapital || token.isJoined, !cues.contains(where: { Self.isSaying($0) }) {
                last += 1
                continue
            } else {
                break
            }
            known = last
        }
        last = min(last, end)
        known = min(known, last)
        // "Badan Rumah Tangga Kekaisaran": of a body every word is its name, and nobody's follows it.
        if isBody(first..<head) { known = last }
        // A long row of capitals without a known body: the name is its end.
        if last - known >= 4 { known = last - 2 }
        if last > known {
            return SpeakerPhrase(words: first..<last, name: reading.string(known..<last), isProper: true)
        }
        if ["di", "untuk"].contains(reading.word(last)), !isAtHome(first..<last), !isToldWithoutTown(first..<last) {
            last = seatEnd(last + 1) ?? last
        }
        return SpeakerPhrase(words: first..<last, name: unowning(first..<last), isProper: false)
    }

    /// "Sumber di Istana", "sumber di kedutaan Yunani", "duta besar untuk Belarus": where it speaks from.
    private func seatEnd(_ place: Int) -> Int? {
        if let seat = sentence.seats.first(where: { $0.words.lowerBound == place }) { return seat.words.upperBound }
        if let index = sentence.placeMention(at: place) { return sentence.places[index].words.upperBound }
        guard let noun = noun(place) else {
            // "Sumber di Uni Afrika".
            let name = capitals(from: place)
            return name.count > 1 || name.count == 1 && reading.tokens[place].isAllCaps ? name.upperBound : nil
        }
        return sentence.placeMention(at: noun.upperBound).map { sentence.places[$0].words.upperBound }
            ?? capitals(from: noun.upperBound).upperBound
    }

    private func nameStart(of person: PersonMention) -> Int? {
        guard let written = person.written else { return nil }
        return person.words.first { reading.string($0..<person.words.upperBound) == written }
    }

    private func isLeader(_ person: PersonMention) -> Bool {
        guard let start = nameStart(of: person) else { return false }
        return Leader.table.hits(reading.tokens, at: start, before: person.words.upperBound) != nil
    }

    private static let behind: Set<String> = [
        "resmi", "setempat", "pemerintah", "senior", "negara", "lokal", "kepresidenan", "kerajaan", "istana", "asing",
        "presiden", "menteri", "keamanan", "pertahanan", "intelijen", "diplomatik", "militer", "utama", "urusan",
        "protokol", "bandara",
        "imigrasi", "penerbangan", "tinggi", "partai", "komunikasi", "informasi", "penerangan", "pers", "media",
        "publik",
        "perdagangan", "ekonomi", "perhubungan", "kabinet", "luar", "negeri", "umum",
        "dinas", "badan", "biro", "bagian", "divisi", "bidang", "pariwisata", "kesehatan", "pendidikan", "perikanan",
        "kelautan", "kebudayaan", "sosial", "kependudukan", "lingkungan", "hidup", "kehutanan", "pertanian",
        "pertambangan", "energi", "ketenagakerjaan", "hukum", "kehakiman", "keuangan", "perindustrian", "olahraga",
        "agama", "bencana", "penanggulangan", "kebersihan", "pengamanan", "rumah", "tangga", "hubungan",
        "internasional",
        "masyarakat", "kerja", "sama", "daerah", "swasta", "nasional", "rombongan", "regional", "olahraga", "politik",
        "eksekutif", "istimewa", "peliput", "kawakan", "veteran",
    ]

    // MARK: By name

    /// Two or more words with capitals. "The Department of Foreign Affairs" has small words in it.
    private func name(at place: Int, before end: Int) -> SpeakerPhrase? {
        guard reading.tokens[place].isCapital, reading.word(place) != "the" else { return nil }
        var words = capitals(from: place)
        var isOrganisation = false
        while words.upperBound + 1 < end, ["of", "for"].contains(reading.word(words.upperBound)) {
            let more = capitals(from: words.upperBound + 1)
            guard !more.isEmpty else { break }
            words = words.lowerBound..<more.upperBound
            isOrganisation = true
        }
        // "Buletin Kementerian Luar Negeri Brasil": what follows the paper is whose it is.
        if words.count > 2, AttributionFinder.isPaper(reading.word(words.lowerBound)) { return nil }
        let isFirst = place == sentence.words.lowerBound
        guard words.upperBound <= end, words.count >= 2, !isFirst || sentence.cues(at: place).isEmpty else {
            return nil
        }
        let proper = isOrganisation ? words : proper(in: words)
        return SpeakerPhrase(words: words, name: reading.string(proper), isProper: !isOrganisation)
    }

    /// "Peskov said": one word with a capital right beside a word of saying, that the text has with a capital elsewhere as well or not at
    /// a sentence's head; as the longest form of the name that the text has.
    func surname(at place: Int) -> SpeakerPhrase? {
        guard sentence.words.contains(place), reading.tokens[place].kind == .word, reading.tokens[place].isCapital,
            !reading.tokens[place].isPossessive, reading.tokens[place].word.utf8.count > 2,
            sentence.cues(at: place).isEmpty, sentence.time(at: place) == nil,
            !Titles.words.contains(reading.word(place))
        else { return nil }
        let word = reading.word(place)
        let others = reading.sentences.prefix(30).flatMap { one in
            one.words.filter { $0 != place && $0 > one.words.lowerBound && reading.word($0) == word }
        }
        // "NATO said": a short name of a body, wherever it stands.
        let isShort = reading.tokens[place].isAllCaps && word.utf8.count <= 7
        guard place > sentence.words.lowerBound || !others.isEmpty || isShort else { return nil }
        let full = others.lazy.filter { reading.tokens[$0].isCapital }.map { last -> Range<Int> in
            var first = last
            while reading.sentences.contains(where: { $0.words.contains(first - 1) }),
                reading.tokens[first - 1].isCapital,
                reading.tokens[first - 1].kind == .word, last - first < 3, !isOfBody(first - 1),
                !reading.tokens[first - 1].isAllCaps
            { first -= 1 }
            return proper(in: first..<last + 1)
        }
        .max { $0.count < $1.count }
        return SpeakerPhrase(words: place..<place + 1, name: reading.string(full ?? place..<place + 1), isProper: true)
    }

    /// A row of capitals without the titles at its beginning.
    private func proper(in words: Range<Int>) -> Range<Int> {
        let title = words.dropLast().last { Titles.words.contains(reading.word($0)) }
        return title.map { $0 + 1..<words.upperBound } ?? words
    }

    /// The longest form of a name that the text has.
    private func fullName(of person: PersonMention) -> String? {
        guard let name = person.name else { return nil }
        let forms = reading.sentences.flatMap(\.persons).filter { $0.name == name }.compactMap(\.written)
        return forms.max { $0.utf8.count < $1.utf8.count } ?? person.written ?? name
    }

    /// "The State Department's schedule shows": the body itself.
    private func unowning(_ words: Range<Int>) -> String {
        let name = reading.string(words)
        guard reading.tokens[words.upperBound - 1].isPossessive, name.hasSuffix("s"), !name.hasSuffix("s'") else {
            return name
        }
        return String(name.dropLast(2))
    }
}
