extension CuePairs {
    /// "Is also cancelled", "has since been dropped": called off, with a small word between.
    static func calledOff(_ hit: CueHit, _ tokens: [Token]) -> CueHit? {
        guard hit.cue == .negation, called.contains(tokens[hit.words.lowerBound].word) else { return nil }
        var at = hit.words.lowerBound - 1
        var small = 0
        while at >= 0, small < 3, adverbs.contains(tokens[at].word) {
            at -= 1
            small += 1
        }
        guard at >= 0, small > 0, ["is", "are", "was", "were", "been", "be"].contains(tokens[at].word) else {
            return nil
        }
        return CueHit(words: at..<hit.words.upperBound, cue: .cancelled)
    }

    private static let called: Set<String> = [
        "cancelled", "canceled", "called", "scrapped", "dropped", "abandoned", "postponed", "shelved", "axed",
        "ditched",
        "nixed", "ruled", "put", "struck", "taken", "pulled",
    ]

    private static let adverbs: Set<String> = [
        "also", "now", "since", "been", "therefore", "later", "quietly", "abruptly", "suddenly", "formally",
        "officially",
        "likewise", "in", "turn", "already", "likely", "then", "subsequently", "too",
    ]

    /// "Pengamat penerbangan melihat C-17", "witnesses saw a jet": seen by somebody without a name.
    static func seen(_ hit: CueHit, among hits: [CueHit], _ tokens: [Token]) -> CueHit? {
        guard hit.cue == .say, looking.contains(tokens[hit.words.lowerBound].word) else { return nil }
        let isSomebody = hits.contains {
            ($0.cue == .anonymous || $0.cue == .voice) && $0.words.upperBound == hit.words.lowerBound
        }
        return isSomebody ? CueHit(words: hit.words, cue: .seen) : nil
    }

    private static let looking: Set<String> = ["melihat", "mencatat", "mengabarkan", "mengunggah"]

    /// "A scheduled Lufthansa flight", "an ordinary airline flight", "a commercial Qatar Airways service": a seat among others.
    static func airlineFlight(_ hit: CueHit, _ tokens: [Token]) -> CueHit? {
        guard hit.cue == .aircraft || hit.cue == .trip,
            ["flight", "service"].contains(tokens[hit.words.lowerBound].word)
        else { return nil }
        // "Qatar Airways flight operations": not a flight.
        let next = hit.words.upperBound
        guard
            next >= tokens.count || tokens[next].kind == .sign || tokens[next].isCapital
                || behindFlight.contains(tokens[next].word)
        else { return nil }
        var at = hit.words.lowerBound - 1
        while at >= 0, hit.words.lowerBound - at <= 3, tokens[at].kind == .word,
            tokens[at].isCapital || ["airline", "passenger"].contains(tokens[at].word)
        { at -= 1 }
        guard at >= 0, at < hit.words.lowerBound - 1 else { return nil }
        let last = tokens[hit.words.lowerBound - 1].word
        if airlines.contains(last), tokens[hit.words.lowerBound - 1].isCapital {
            return CueHit(words: at + 1..<hit.words.upperBound, cue: .charter)
        }
        guard ["scheduled", "commercial", "regular", "ordinary", "passenger"].contains(tokens[at].word) else {
            return nil
        }
        return CueHit(words: at..<hit.words.upperBound, cue: .charter)
    }

    private static let behindFlight: Set<String> = [
        "to", "from", "on", "at", "in", "into", "out", "via", "with", "for", "and", "or", "but", "that", "which",
        "home", "back", "after", "before", "over", "while", "when", "as", "rather", "instead", "by", "of", "because",
    ]

    /// "Tokyo welcomed the change": a remark, and nobody's arrival.
    static func welcoming(_ hit: CueHit, _ tokens: [Token]) -> CueHit? {
        let first = hit.words.lowerBound
        guard ["welcomed", "welcomes"].contains(tokens[first].word), hit.words.count == 1, first + 2 < tokens.count,
            ["the", "his", "her", "their", "its"].contains(tokens[first + 1].word),
            welcome.contains(tokens[first + 2].word)
        else { return nil }
        return CueHit(words: first..<first + 3, cue: .say)
    }

    private static let welcome: Set<String> = [
        "agreement", "announcement", "attendance", "cancellation", "change", "changes", "choice", "decision", "delay",
        "departure", "gesture", "idea", "initiative", "invitation", "journey", "meeting", "move", "news", "offer",
        "outcome", "plan", "plans", "postponement", "presence", "programme", "progress", "proposal", "prospect",
        "return", "signal", "statement", "step", "stop", "stopover", "summit", "talks", "tour", "transit", "transits",
        "trip", "visit",
    ]

    /// "Greek media report that", "witnesses claim": plural verbs of saying that are nouns elsewhere.
    static func reporting(_ hits: [CueHit], _ tokens: [Token]) -> [CueHit] {
        hits.compactMap { noun in
            let at = noun.words.upperBound
            guard noun.cue == .anonymous || noun.cue == .voice, at < tokens.count, plurals.contains(tokens[at].word),
                !hits.contains(where: { $0.cue == .say && $0.words.contains(at) })
            else { return nil }
            return CueHit(words: at..<at + 1, cue: .say)
        }
    }

    private static let plurals: Set<String> = ["report", "claim", "write", "suggest", "insist", "announce", "indicate"]

    /// "Tidak termasuk dalam rangkaian lawatan": no stop of the journey, while a list that leaves one out omits it.
    static func leftOut(_ hit: CueHit, _ tokens: [Token]) -> CueHit? {
        let words = hit.words.map { tokens[$0].word }
        guard hit.cue == .omission, ["tidak", "tak"].contains(words[0]), words.count > 1,
            ["termasuk", "masuk"].contains(words[1])
        else { return nil }
        let behind = hit.words.upperBound..<min(tokens.count, hit.words.upperBound + 2)
        guard behind.contains(where: { journeys.contains(tokens[$0].word) }) else { return nil }
        return CueHit(words: hit.words, cue: .cancelled)
    }

    /// "Is leading a congressional delegation to Singapore": who leads one travels; not "those who lead it" nor whoever led one.
    static func leading(_ hit: CueHit, _ tokens: [Token]) -> CueHit? {
        guard hit.cue == .delegation else { return nil }
        var at = hit.words.lowerBound
        while at > 0, hit.words.lowerBound - at < 5, tokens[at - 1].kind == .word {
            at -= 1
            if ["lead", "leads", "leading", "heads", "heading"].contains(tokens[at].word) {
                if at > 0, ["who", "that", "which", "those"].contains(tokens[at - 1].word) { return nil }
                return CueHit(words: at..<at + 1, cue: .travel)
            }
        }
        return nil
    }

    /// Last words of airlines' names.
    private static let airlines: Set<String> = [
        "airlines", "airways", "airline", "lufthansa", "emirates", "etihad", "qantas", "klm", "garuda", "finnair",
        "aeroflot",
        "iberia", "avianca", "ryanair", "easyjet", "cathay", "airasia", "flydubai", "indigo", "swiss", "sas", "tap",
        "latam",
        "saudia", "batik", "citilink", "scoot", "jetstar", "westjet", "norwegian", "wizz", "icelandair", "vietjet",
    ]

    /// "Is not known to have landed in Riyadh": denied rather than kept.
    static func notKnown(_ hit: CueHit, _ tokens: [Token]) -> CueHit? {
        guard hit.cue == .secrecy, isRumoured(hit, tokens), tokens[hit.words.upperBound].word == "to",
            let not = hit.words.first(where: { tokens[$0].word == "not" })
        else { return nil }
        return CueHit(words: not..<not + 1, cue: .negation)
    }

    private static func isRumoured(_ hit: CueHit, _ tokens: [Token]) -> Bool {
        hit.words.upperBound < tokens.count && tokens[hit.words.upperBound - 1].word == "known"
            && (tokens[hit.words.upperBound].word == "for"
                || tokens[hit.words.upperBound].word == "to" && hit.words.upperBound + 1 < tokens.count
                    && ["have", "be"].contains(tokens[hit.words.upperBound + 1].word))
    }

    /// Words that mean something else beside others.
    static func isOtherwiseMeant(_ hit: CueHit, _ tokens: [Token]) -> Bool {
        let first = hit.words.lowerBound
        let before = first > 0 ? tokens[first - 1].word : ""
        let next = hit.words.upperBound < tokens.count ? tokens[hit.words.upperBound].word : ""
        switch hit.cue {
        case .warns:
            // "Tugu peringatan", "upacara peringatan kemerdekaan": a memory, unless somebody gives one.
            guard tokens[first].word == "peringatan", hit.words.count == 1 else { return false }
            return !warning.contains(before)
                && !["keras", "dini", "kepada", "bahwa", "terhadap", "agar"].contains(next)
        case .overnight:
            // "An overnight train": how it goes, not where somebody stays.
            if tokens[first].word == "semalam" {
                return ["perjalanan", "kereta", "penerbangan", "bus", "feri"].contains(before)
            }
            let isNight = tokens[hit.words.upperBound - 1].word
            return ["overnight", "night"].contains(isNight)
                && ["train", "trains", "flight", "flights", "bus", "ferry", "sleeper", "journey", "service", "express"]
                    .contains(next)
        case .omission: return leftOut(hit, tokens) != nil || isOfName(hit, before, tokens)
        case .travel where tokens[first].word == "memimpin":
            // "Menteri yang memimpin delegasi ke Roma", "pernah memimpin": not what is told.
            return ["yang", "pernah", "telah", "sempat"].contains(before)
        case .travel:
            // "The debate moves to Rome": who moves there himself is named.
            guard tokens[first].word == "moves", tokens[hit.words.upperBound - 1].word == "to", first > 0 else {
                return false
            }
            // A name, where the capital is not that of the sentence.
            let isName = first > 1 && tokens[first - 1].isCapital && tokens[first - 2].kind == .word
            return !moving.contains(before) && !isName
        // "Sumber yang meminta namanya tidak disebutkan": who he is, not what is told.
        case .secrecy: return isRumoured(hit, tokens) || isOfName(hit, before, tokens)
        case .cancelled:
            // "Trade is not on the agenda of his visit to Riyadh": the subject of a talk, not the visit.
            return ["agenda", "programme"].contains(tokens[hit.words.upperBound - 1].word)
                && ["of", "for", "kunjungan", "kunjungannya", "lawatan", "lawatannya", "pertemuan", "pembicaraan"]
                    .contains(next)
        case .negation:
            // "Diminta menghindari jalan", "to avoid the airspace of": a way, not a stop.
            guard ["menghindari", "avoid", "avoids", "avoiding", "avoided"].contains(tokens[first].word) else {
                return false
            }
            let behind = hit.words.upperBound..<min(tokens.count, hit.words.upperBound + 3)
            return behind.contains { ways.contains(tokens[$0].word) }
        // "What his hosts want".
        case .welcome:
            return ["host", "hosts"].contains(tokens[first].word)
                && ["his", "her", "their", "the", "its", "two", "both"].contains(before)
        case .history:
            // "Landing first in Bamako": what comes first, not "the first in ten years".
            return tokens[first].word == "first" && hit.words.count == 2 && landing.contains(before)
        default: return false
        }
    }

    /// "Landing first in Bamako" and "is going to Rome": phrases of the lists whose words stand for themselves.
    static func apart(_ hit: CueHit, _ tokens: [Token]) -> [CueHit] {
        let last = hit.words.upperBound - 1
        guard hit.words.count == 2 else { return [] }
        if hit.cue == .history, isOtherwiseMeant(hit, tokens) {
            return [CueHit(words: last..<last + 1, cue: .at)]
        }
        // "Is going to Rome"; "is going to visit" is of what comes.
        let next = last + 1
        guard hit.cue == .future, ["going", "is"].contains(tokens[last - 1].word), tokens[last].word == "to",
            next < tokens.count,
            tokens[next].isCapital
                || tokens[next].word == "the" && next + 1 < tokens.count && tokens[next + 1].isCapital
        else { return [] }
        // "The one trip that is fixed is to Brussels".
        if tokens[last - 1].word == "is" { return [CueHit(words: last..<last + 1, cue: .to)] }
        return [
            CueHit(words: last - 1..<last, cue: .travel), CueHit(words: last..<last + 1, cue: .to),
        ]
    }

    private static let landing: Set<String> = [
        "landing", "stopping", "calling", "arriving", "stops", "lands", "calls", "arrives", "stop", "land", "call",
        "arrive", "go", "going", "goes", "flying", "travelling", "traveling", "down", "off", "touching",
    ]

    /// "Namanya tidak disebutkan"; not "namanya tidak tercantum".
    private static func isOfName(_ hit: CueHit, _ before: String, _ tokens: [Token]) -> Bool {
        names.contains(before)
            && hit.words.contains { at in
                tokens[at].word.hasPrefix("diseb") || tokens[at].word.hasPrefix("diung")
                    || ["disclosed", "given", "published", "released"].contains(tokens[at].word)
            }
    }

    private static let names: Set<String> = ["namanya", "nama", "identitasnya", "name", "names"]

    private static let journeys: Set<String> = [
        "rangkaian", "lawatan", "kunjungan", "perjalanan", "rute", "rencana", "safari", "tur", "lawatannya",
        "kunjungannya",
    ]

    private static let moving: Set<String> = [
        "he", "she", "they", "who", "then", "and", "president", "minister", "king", "queen", "pope", "pontiff",
        "chancellor",
        "emir", "sultan", "leader",
    ]

    private static let warning: Set<String> = [
        "mengeluarkan", "memberi", "memberikan", "melontarkan", "menyampaikan", "menerbitkan", "mengirim",
        "mengirimkan",
        "melayangkan", "sebuah", "ada", "dengan", "meski", "kendati", "mengabaikan",
    ]

    private static let ways: Set<String> = [
        "jalan", "ruas", "jalur", "kawasan", "wilayah", "ruang", "kemacetan", "macet", "kerumunan", "lalu", "area",
        "rute",
        "road", "roads", "street", "streets", "area", "airspace", "traffic", "route", "routes", "countries", "states",
        "crowds", "pertanyaan", "questions", "question",
    ]
}
