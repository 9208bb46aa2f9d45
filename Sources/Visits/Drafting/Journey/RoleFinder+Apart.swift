/// Places that a sentence names beside the journey: under a condition, as where somebody speaks, as what is called off with others.
extension RoleFinder {
    private static let conditions: Set<String> = [
        "if", "unless", "jika", "kalau", "apabila", "jikalau", "seandainya", "andaikan", "andai", "kecuali", "asalkan",
        "bilamana", "sekiranya", "seumpama",
    ]

    /// "Would not sit by if she went to Taipei", "kalau ia mampir ke Taipei": nobody says that it will be.
    func isConditional(_ place: PlaceMention) -> Bool {
        let from = max(clauseStart(place.words.lowerBound), place.words.lowerBound - 12)
        let range = from..<max(from, place.words.lowerBound)
        guard
            let opens = range.last(where: { Self.conditions.contains(reading.word($0)) || isInverted($0) })
        else { return false }
        return !(opens..<place.words.lowerBound).contains { at in
            // "If all goes to plan he will fly to Rome": the condition is over where the plan begins.
            [",", ";", "–"].contains(reading.word(at)) || reading.word(at) == "will"
        }
    }

    /// "Should she go to Taipei", "were he to visit Cairo", at the head of a clause.
    private func isInverted(_ at: Int) -> Bool {
        guard ["should", "were"].contains(reading.word(at)), sentence.cues(at: at + 1).contains(.pronoun) else {
            return false
        }
        let before = reading.word(at - 1)
        return at == words.lowerBound || [",", "that", "consequences", ";"].contains(before)
    }

    /// "The president is in Tokyo", without a day: where he is already. "He is in Tokyo on Tuesday" is a plan.
    func isPresent(_ place: PlaceMention, _ hit: CueHit) -> Bool {
        guard ["is", "sudah", "telah"].contains(reading.word(hit.words.lowerBound)), hit.cue == .arrive,
            ["in", "di", "berada"].contains(reading.word(hit.words.upperBound - 1)),
            !sentence.has(
                .future,
                .scheduled,
                .planned,
                .expected,
                .then,
                .after,
                .afterFirst,
                in: clauseStart(place.words.lowerBound)..<place.words.lowerBound
            )
        else { return false }
        // "Is in Beijing for a state visit": that is the visit itself.
        let behind = place.words.upperBound..<min(words.upperBound, place.words.upperBound + 6)
        let isVisit =
            ["for", "on", "untuk", "dalam"].contains(reading.word(place.words.upperBound))
            && behind.contains { sentence.cues(at: $0).contains(.trip) }
        if isVisit { return false }
        let end =
            (place.words.upperBound..<max(place.words.upperBound, words.upperBound)).first { at in
                [",", ";"].contains(reading.word(at)) || sentence.placeMention(at: at) != nil
                    || sentence.cues(at: at).contains { $0.isMove || $0 == .say }
            } ?? words.upperBound
        let times = sentence.times.filter { time in
            time.words.upperBound <= hit.words.lowerBound && time.words.lowerBound >= clauseStart(hit.words.lowerBound)
                || time.words.lowerBound >= place.words.upperBound && time.words.lowerBound < end
        }
        return !times.contains { time in
            !time.isLatest && !time.isEarliest && (time.day != nil || time.weekday != nil)
                && !["since", "sejak", "until", "till", "hingga", "sampai"].contains(
                    reading.word(time.words.lowerBound - 1)
                )
        }
    }

    private static let ways: Set<String> = [
        "jalan", "akses", "tol", "jalur", "arah", "pintu", "gerbang", "ruas", "tiket", "rel", "bus", "angkutan", "rute",
    ]
    private static let anybody: Set<String> = [
        "commercial", "scheduled", "all", "regular", "some", "many", "direct", "passenger", "domestic", "international",
        "charter", "daily", "weekly", "airline", "komersial", "reguler", "seluruh", "semua", "domestik", "sipil",
        "beberapa", "sejumlah",
    ]

    /// "Jalan menuju Roma ditutup", "commercial flights to Tokyo will be delayed": a way that anybody goes.
    func isWayOfAnybody(_ verb: CueHit) -> Bool {
        let (first, last) = (verb.words.lowerBound, verb.words.upperBound - 1)
        // "The president takes commercial flights": somebody goes that way, unless he says so.
        let clause = clauseStart(first)..<first
        let goer = clause.last { sentence.person(at: $0) != nil || sentence.cues(at: $0).contains(.pronoun) }
        if let goer, !(goer..<first).contains(where: { sentence.cues(at: $0).contains(.say) }) { return false }
        switch reading.word(last) {
        case "menuju", "ke": return Self.ways.contains(reading.word(first - 1)) && verb.words.count == 1
        case "flights": return Self.anybody.contains(reading.word(first - 1))
        case "penerbangan":
            return Self.anybody.contains(reading.word(first - 1)) || Self.anybody.contains(reading.word(last + 1))
        default: return false
        }
    }

    /// "The jet was seen in Nairobi", "terlihat di Halim": where somebody saw it.
    func isSeen(_ preposition: Int) -> Bool { sentence.cues(at: preposition - 1).contains(.seen) }

    /// "A route through Hungary and Romania", "rute lewat Rumania": what is flown over.
    func isFlownOver(_ place: PlaceMention, via: Int) -> Bool {
        guard place.kind == .country || place.kind == .wide else { return false }
        return (max(words.lowerBound, via - 3)..<via).contains {
            ["route", "routes", "corridor", "path", "airspace", "detour", "rute", "jalur", "koridor", "udara"].contains(
                reading.word($0)
            )
        }
    }

    private static let talks: Set<String> = [
        "briefing", "briefings", "conference", "interview", "reporters", "journalists", "correspondents", "statement",
        "newspaper", "pers", "wawancara", "wartawan", "jurnalis", "taklimat", "pernyataan", "keterangan", "podcast",
    ]
    private static let pressing: Set<String> = ["news", "press", "media"]
    private static let giving: Set<String> = [
        "hold", "holds", "give", "gives", "address", "addresses", "menggelar", "memberi", "memberikan", "mengadakan",
        "brief", "briefs", "make", "makes", "meet", "meets", "menyampaikan", "bertemu", "menemui",
    ]

    /// "Told a briefing in New Delhi", "dalam jumpa pers di Beijing", "kata juru bicara kepada wartawan di Tokyo": where it is said.
    /// "He will hold a news conference in Rome" is a programme.
    func isPlaceOfTalk(_ preposition: Int) -> Bool {
        let noun = preposition - 1
        guard noun > words.lowerBound, Self.talks.contains(reading.word(noun)) else { return false }
        if reading.word(noun) == "conference" {
            guard Self.pressing.contains(reading.word(noun - 1)) else { return false }
        }
        let from = max(clauseStart(noun), noun - 5)
        return !(from..<max(from, noun)).contains { Self.giving.contains(reading.word($0)) }
    }

    /// "The embassy moves to Jerusalem", "kantor itu pindah ke Roma": only somebody who moves travels.
    func isMoveOfOthers(_ hit: CueHit) -> Bool {
        guard ["moves", "move", "moving", "pindah", "berpindah"].contains(reading.word(hit.words.lowerBound)),
            hit.words.count == 2
        else { return false }
        let clause = clauseStart(hit.words.lowerBound)..<hit.words.lowerBound
        let mover = clause.last { at in
            // "The talks, he says, will move to Cairo".
            (sentence.cues(at: at).contains(.pronoun) || sentence.person(at: at) != nil)
                && !sentence.cues(at: at + 1).contains(.say)
        }
        let thing = clause.last { at in
            sentence.cues(at: at).contains { [.meeting, .event, .institution, .ceremony, .venue].contains($0) }
        }
        guard let mover else { return true }
        return thing.map { $0 > mover } ?? false
    }

    private static let lightly: Set<String> = [
        "juga", "langsung", "kemudian", "lalu", "lantas", "baru", "sendiri", "kembali", "lagi", "segera", "hanya",
        "tidak", "tak", "bukan",
    ]
    private static let opening: Set<String> = [
        "dan", "lalu", "kemudian", "bahwa", "sebelum", "setelah", "sesudah", "usai", "–", ",", ";", ":", ")", "lantas",
        "barulah", "selanjutnya", "\"",
    ]

    /// "Kamis (10/10) ia ke London", "lalu Macron langsung ke Roma": in Indonesian who stands before "ke" goes, where a clause begins with
    /// him. "Surat Macron ke Roma" is a letter.
    func isBehindTraveller(_ start: Int) -> Bool {
        guard reading.language == .indonesian, reading.word(start) == "ke" else { return false }
        var at = start - 1
        while at > words.lowerBound, start - at < 4, Self.lightly.contains(reading.word(at)) { at -= 1 }
        guard at >= words.lowerBound, sentence.time(at: at) == nil else { return false }
        // "Tidak hanya ke Hanoi, tetapi juga ke Tokyo".
        if reading.word(start - 1) == "juga", at == start - 2, sentence.cues(at: at).contains(.turn) { return true }
        let first: Int
        if let person = sentence.person(at: at) {
            first = person.words.lowerBound
        } else if let hit = sentence.cues.first(where: { $0.words.contains(at) && $0.cue == .pronoun }) {
            first = hit.words.lowerBound
        } else {
            return false
        }
        let before = first - 1
        if before < words.lowerBound || sentence.time(at: before) != nil { return true }
        // "Sebelum ia ke Kairo, Moskwa pernah keberatan": no journey that is told.
        if before == words.lowerBound, ["sebelum", "setelah", "sesudah", "usai"].contains(reading.word(before)) {
            return false
        }
        // "Kata Macron, ia ke Roma" begins a clause; "menurut Macron ke Roma" does not.
        return Self.opening.contains(reading.word(before))
            || sentence.cues(at: before).contains { $0 == .turn || $0 == .then }
    }

    private static let calledOff: Set<String> = [
        "cancelled", "canceled", "dropped", "scrapped", "shelved", "postponed", "abandoned", "axed", "nixed", "ditched",
        "binned", "vetoed", "deferred", "suspended", "struck",
    ]
    private static let auxiliaries: Set<String> = ["is", "was", "are", "were", "been", "be", "being", "now"]

    /// "Is also cancelled", "has since been quietly dropped": a passive with a word between.
    func isCalledOffLater(_ hit: CueHit) -> Bool {
        let verb = hit.words.lowerBound
        guard hit.cue == .negation,
            Self.calledOff.contains(reading.word(verb)) || isParticle(hit)
        else { return false }
        return (max(words.lowerBound, verb - 3)..<verb).contains { Self.auxiliaries.contains(reading.word($0)) }
    }

    private static let refused: Set<String> = [
        "ditolak", "ditolaknya", "diterima", "dipenuhi", "disetujui", "dikabulkan", "diabaikan", "disanggupi",
        "declined", "refused", "turned", "accepted", "unanswered", "approved", "rejected",
    ]
    private static let unneeded: Set<String> = [
        "ditinggalkan", "removed", "needed", "necessary", "unnecessary", "crossed", "sebatas",
    ]
    private static let opensAnother: Set<String> = [
        "after", "where", "when", "because", "setelah", "sesudah", "tempat", "karena", "that", "yang",
    ]

    /// "An invitation to Tokyo was declined", not "flies to Tokyo a day after his offer was declined": what is refused or put off is
    /// said right behind the place, or at least of nothing that begins behind it.
    ///
    /// - Parameter end: where the place ends, with what is told of it between commas.
    func isOfPlace(_ hit: CueHit, behind end: Int) -> Bool {
        let between = end..<max(end, hit.words.lowerBound)
        if between.contains(where: { reading.word($0) == "where" }) { return false }
        if hit.words.contains(where: { Self.refused.contains(reading.word($0)) }) {
            let others = between.filter { sentence.time(at: $0) == nil }
            return others.count <= 2
                && !others.contains { reading.tokens[$0].kind == .sign || Self.opensAnother.contains(reading.word($0)) }
        }
        // "Flies to Cairo on Tuesday, days after the army chief was removed".
        if hit.words.contains(where: { Self.unneeded.contains(reading.word($0)) }) {
            return !between.contains { Self.opensAnother.contains(reading.word($0)) }
        }
        guard isCalledOffLater(hit) else { return true }
        // "A visit to Tokyo that was to follow has been dropped".
        return !between.contains { at in
            Self.opensAnother.contains(reading.word(at)) && !["that", "yang"].contains(reading.word(at))
                || sentence.cues(at: at).contains(.purpose)
        }
    }

    /// "Called off", "put off", "ruled out".
    private func isParticle(_ hit: CueHit) -> Bool {
        ["called", "put", "ruled", "taken", "struck"].contains(reading.word(hit.words.lowerBound))
            && hit.words.count > 1
    }

    /// What is called off behind the last place of a row is called off for all: "persinggahan di Tokyo dan Seoul dibatalkan".
    func spread(_ found: inout [Finding?]) {
        for index in found.indices.reversed().dropLast() {
            guard let one = found[index], one.isNegated, isOffBehind(sentence.places[index]),
                let first = found[index - 1], !first.isNegated, one.isListed || isSubject(first)
            else { continue }
            let gap = sentence.places[index - 1].words.upperBound..<sentence.places[index].words.lowerBound
            guard gap.count <= 2, gap.allSatisfy({ Self.rowing.contains(reading.word($0)) }) else { continue }
            found[index - 1]?.isNegated = true
        }
    }

    /// "Persinggahan di Tokyo …": a noun that begins its clause, of which the verb behind is told.
    private func isSubject(_ finding: Finding) -> Bool {
        guard let verb = finding.verb else { return false }
        return verb.words.lowerBound - clauseStart(verb.words.lowerBound) <= 2
    }

    private static let rowing: Set<String> = [",", "and", "dan", "serta", "or", "atau", "maupun", "nor"]
}
