import Aero

/// Gives each stop its window of arrival: readings by zone, and bounds from meetings and from the order of stops.
struct WindowMaker {
    let reading: TextReading
    let context: DraftContext
    let dateline: Dateline
    /// Zone of the capital of the subject's state.
    let subjectZone: String?
    private var resolver: TimeResolver
    /// The day that the stop told just before has by a day of the week alone, in the order of the text.
    private var floor: CivilDate?
    /// Whether the journey has been told into another week: what is told behind goes on there.
    private var isWeekOn = false

    /// What a stop's words come to.
    struct Timed: Sendable {
        var window = ArrivalWindow()
        var stayUntil: Timestamp?
        /// The first day it names, for the order of stops.
        var day: CivilDate?
        var isZoneOpen = false
        /// Where nothing of the text bounds that side.
        var likelyEarliest: Timestamp?
        var likelyLatest: Timestamp?
    }

    init(reading: TextReading, context: DraftContext, dateline: Dateline, subjectZone: String?) {
        self.reading = reading
        self.context = context
        self.dateline = dateline
        self.subjectZone = subjectZone
        let base =
            dateline.basis == .entered
            ? nil
            : CivilDate(
                utcSeconds: Int(dateline.time.seconds),
                offsetSeconds: dateline.offsetSeconds ?? 0
            )
        resolver = TimeResolver(base: base)
    }

    mutating func timed(_ stop: PlannedStop) -> Timed {
        var timed = Timed()
        var readings: [ArrivalReading] = []
        var (earliest, latest): (Timestamp?, Timestamp?) = (nil, nil)
        if let (phrase, sentence) = stop.departure, let span = onward(span(phrase, sentence), phrase, stop) {
            timed.day = span.day
            if phrase.day == nil, phrase.weekday != nil { floor = span.day }
            let bounds = self.readings(span, phrase, zone: stop.place.zone)
            earliest = bounds.compactMap(\.start).min()
            // Ours: a leg that begins then has landed half a day later, or a day where the day alone is said.
            let longest: Double = stop.arrival == nil ? 16 * 3_600 : 0
            if longest > 0, let end = bounds.compactMap(\.end).max() {
                timed.likelyLatest = end.advanced(bySeconds: longest)
            }
        }
        if let (phrase, sentence) = stop.arrival, let span = onward(span(phrase, sentence), phrase, stop) {
            timed.day = span.day
            if phrase.day == nil, phrase.weekday != nil { floor = span.day }
            readings = self.readings(span, phrase, zone: stop.place.zone)
            timed.isZoneOpen = phrase.zone == nil && readings.count > 1
            if phrase.isLatest {
                readings = readings.map { ArrivalReading(start: nil, end: $0.end, zone: $0.zone, weight: $0.weight) }
            }
            if let stay = span.stayEnd {
                let offset = offset(stop.place.zone, at: stay) ?? dateline.offsetSeconds ?? 0
                timed.stayUntil = Timestamp(seconds: Double(stay - offset))
                if stop.mentions.contains(where: { $0.isListed || $0.isShared }) {
                    readings = spread(readings, until: timed.stayUntil)
                }
            }
        }
        if let (phrase, sentence) = stop.bound, let span = span(phrase, sentence) {
            let last = self.readings(span, phrase, zone: stop.place.zone)
            let end = last.compactMap(\.end).max()
            if timed.day == nil { timed.day = span.day }
            latest = [
                latest,
                span.stayEnd.map { Timestamp(seconds: Double($0 - (offset(stop.place.zone, at: $0) ?? 0))) }
                    ?? exactEnd(span, phrase, end),
            ]
            .compactMap(\.self).min()
            if readings.isEmpty, earliest == nil, let start = last.compactMap(\.start).min() {
                // Ours: whoever meets somebody came within the day before.
                timed.likelyEarliest = start.advanced(bySeconds: -86_400)
            }
        }
        // "Flies on Sunday and inspects troops on Monday", where Monday is read as today: bounds nothing.
        if let bound = latest, let first = readings.compactMap(\.start).min(), bound <= first { latest = nil }
        timed.window = ArrivalWindow(readings: readings, earliest: earliest, latest: latest)
        return timed
    }

    /// "Lands on Sunday … back by Thursday" in a text of Monday: a day of the week of what comes behind another stop is the one after
    /// that stop's.
    private mutating func onward(
        _ span: TimeResolver.LocalSpan?,
        _ phrase: TimePhrase,
        _ stop: PlannedStop
    ) -> TimeResolver.LocalSpan? {
        guard var span, let floor, span.day < floor, phrase.day == nil, phrase.weekday != nil, !phrase.isNextWeek,
            dateline.basis != .entered, floor.days - span.day.days < 7,
            Double(span.end) > dateline.time.seconds + Double(dateline.offsetSeconds ?? 0),
            // "Before returning to Wellington on Friday" is behind, "after" is not.
            stop.mentions.allSatisfy({ $0.order == nil || isBeforeIt($0) }),
            isWeekOn || stop.kind == .return || stop.mentions.contains(where: isOnward)
        else { return span }
        span.start += 7 * 86_400
        span.end += 7 * 86_400
        span.stayEnd = span.stayEnd.map { $0 + 7 * 86_400 }
        span.day = span.day.advanced(by: 7)
        resolver.last = span.day
        isWeekOn = true
        return span
    }

    /// "Goes on to", "from there", "kemudian", "melanjutkan perjalanan": behind what was told.
    private func isOnward(_ move: Move) -> Bool {
        let sentence = reading.sentences[move.sentence]
        let before = sentence.words.lowerBound..<max(sentence.words.lowerBound, move.place.words.lowerBound)
        let isSaid =
            sentence.has(.then, .goBack, in: before)
            || move.verb?.words.contains { Self.onward.contains(reading.word($0)) } ?? false
        // "Before he reaches Kuala Lumpur on Tuesday".
        if isSaid || isBeforeIt(move) { return true }
        let isReordered = sentence.cues(.first, .before, .after, .afterFirst, in: before).contains { !isSpan($0) }
        if isReordered { return false }
        // "To Rome on Sunday and with his host to Bari on Tuesday": told in one breath.
        return sentence.times.contains { time in
            time.weekday != nil && time.day == nil && before.contains(time.words.lowerBound)
                && time.words.upperBound + 1 < move.place.words.lowerBound
                && !TimeUse.isCitation(time, in: sentence, reading)
                && sentence.places.contains { $0.words.upperBound <= time.words.lowerBound }
        }
    }

    /// "Before returning to Wellington"; "before that he will be in Riyadh" is the other way round.
    private func isBeforeIt(_ move: Move) -> Bool {
        guard let order = move.order, order.cue == .before, let verb = move.verb else { return false }
        let between = order.words.upperBound..<max(order.words.upperBound, verb.words.lowerBound)
        return verb.words.lowerBound >= order.words.upperBound && between.count <= 1
            && !between.contains { ["that", "itu", "this", "then", "which"].contains(reading.word($0)) }
    }

    /// "After five days": how long it takes, no other place.
    private func isSpan(_ hit: CueHit) -> Bool {
        guard hit.cue == .after else { return false }
        let behind = hit.words.upperBound..<hit.words.upperBound + 3
        return behind.contains {
            ["days", "hours", "nights", "hari", "jam", "malam", "day", "night"].contains(reading.word($0))
        }
    }

    private static let onward: Set<String> = [
        "on", "onward", "onwards", "continue", "continues", "continuing", "proceed", "proceeds", "proceeding",
        "melanjutkan", "meneruskan", "dilanjutkan", "diteruskan", "lanjut", "berlanjut",
    ]

    /// A meeting's moment itself, without the slack of a landing.
    private func exactEnd(_ span: TimeResolver.LocalSpan, _ phrase: TimePhrase, _ end: Timestamp?) -> Timestamp? {
        phrase.isExact && !phrase.isAbout ? end?.advanced(bySeconds: -1_800) : end
    }

    private func spread(_ readings: [ArrivalReading], until end: Timestamp?) -> [ArrivalReading] {
        readings.map { ArrivalReading(start: $0.start, end: end, zone: $0.zone, weight: $0.weight) }
    }

    mutating func span(_ phrase: TimePhrase, _ sentence: Int) -> TimeResolver.LocalSpan? {
        resolver.span(of: phrase, isPast: isPast(reading.sentences[sentence], phrase))
    }

    private static let past: Set<String> = [
        "left", "landed", "arrived", "flew", "departed", "refuelled", "refueled", "travelled", "traveled", "visited",
        "went", "took", "stopped",
        "headed", "returned", "touched", "crossed", "tadi", "telah", "sudah",
    ]

    /// Whether the word of moving before a time, or else the sentence, speaks of what has been.
    private func isPast(_ sentence: SentenceReading, _ phrase: TimePhrase) -> Bool {
        let verb = TimeUse(reading: reading, sentence: sentence).verb(before: phrase)
        // "Sudah harus berada di Roma" is of what comes.
        if let verb,
            verb.words.contains(where: { ["harus", "akan", "mesti", "dijadwalkan"].contains(reading.word($0)) })
        {
            return false
        }
        if let verb, verb.words.contains(where: { Self.past.contains(reading.word($0)) }) { return true }
        if let verb, ["telah", "sudah", "had", "has", "have"].contains(reading.word(verb.words.lowerBound - 1)) {
            return true
        }
        if let verb, isHeld(verb.words.lowerBound, in: sentence) { return false }
        // "On Friday she flies on to Warsaw; a stay has been put off": the verb behind the time itself.
        if verb == nil, reading.language == .english,
            let next = sentence.cues.first(where: {
                [.travel, .depart, .leave, .arrive, .goBack].contains($0.cue)
                    && $0.words.lowerBound >= phrase.words.upperBound
            }), next.words.lowerBound - phrase.words.upperBound <= 4,
            reading.word(next.words.lowerBound).hasSuffix("s")
        {
            return false
        }
        guard !sentence.has(.future, .scheduled, .planned, .expected),
            !sentence.words.contains(where: { ["harus", "mesti"].contains(reading.word($0)) })
        else { return false }
        // "He proceeds to Singapore on Tuesday, said a spokesman who was …": the verb of the time itself is of what comes.
        if let verb, reading.language == .english, verb.cue.isMove, verb.cue != .trip,
            reading.word(verb.words.lowerBound).hasSuffix("s")
        {
            return false
        }
        if let verb, verb.cue.isMove, isJustBefore(phrase),
            sentence.times.allSatisfy({ $0.weekday == nil || isJustBefore($0) })
        {
            return true
        }
        return sentence.has(.past) || sentence.words.contains { Self.past.contains(reading.word($0)) }
    }

    /// "The agenda has the president flying to Cairo on Tuesday": what a paper holds is of what comes.
    private func isHeld(_ verb: Int, in sentence: SentenceReading) -> Bool {
        guard reading.language == .english, reading.word(verb).hasSuffix("ing"), verb > sentence.words.lowerBound else {
            return false
        }
        let somebody = verb - 1
        let first = sentence.person(at: somebody)?.words.lowerBound ?? somebody
        guard first < somebody || ["him", "her"].contains(reading.word(somebody)) else { return false }
        let holder = reading.word(first - 1) == "the" ? first - 2 : first - 1
        return ["has", "have", "shows", "lists"].contains(reading.word(holder))
    }

    /// "Tiba di Jakarta, Rabu malam" in a text of Thursday: in Indonesian, whose verbs have no times, a day of the week that was
    /// yesterday or the day before (ours) is that one, unless its sentence names another day as well.
    private func isJustBefore(_ phrase: TimePhrase) -> Bool {
        guard reading.language == .indonesian, phrase.day == nil, !phrase.isNextWeek, let weekday = phrase.weekday,
            dateline.basis != .entered
        else { return false }
        let days = Int((dateline.time.seconds + Double(dateline.offsetSeconds ?? 0)) / 86_400)
        // "Tiba pada Selasa … pulang pada Sabtu" in a text of Monday: what is told behind days to come comes as well.
        if let floor, floor.days > days { return false }
        // The first day of 1970 was a Thursday, the fourth of the week.
        let today = (days + 3) % 7 + 1
        return (1...2).contains((today - weekday + 7) % 7)
    }

    /// When what a claim speaks of is said to be.
    mutating func claimed(_ claim: ClaimDraft) -> ArrivalWindow? {
        guard let phrase = claim.time, let span = span(phrase, claim.sentence) else { return nil }
        let zone = (claim.about.first ?? claim.places.first)?.zone ?? subjectZone
        return ArrivalWindow(readings: readings(span, phrase, zone: zone))
    }

    // MARK: Zones

    /// - Source: the specification of visits, part 2: place 0.60, capital of the subject 0.25, outlet 0.15.
    func readings(_ span: TimeResolver.LocalSpan, _ phrase: TimePhrase, zone: String?) -> [ArrivalReading] {
        func reading(_ offset: Int, _ basis: ArrivalReading.ZoneBasis, _ weight: Double) -> ArrivalReading {
            ArrivalReading(
                start: Timestamp(seconds: Double(span.start - offset)),
                end: Timestamp(seconds: Double(span.end - offset)),
                zone: basis,
                weight: weight
            )
        }
        switch phrase.zone {
        case .offset(let seconds): return [reading(seconds, .stated, 1)]
        case .named(let name):
            if let offset = offset(name, at: span.start) { return [reading(offset, .stated, 1)] }
        case .place:
            if let offset = offset(zone, at: span.start) { return [reading(offset, .stated, 1)] }
        case nil: break
        }
        var all: [(offset: Int, basis: ArrivalReading.ZoneBasis, weight: Double)] = []
        func add(_ offset: Int?, _ basis: ArrivalReading.ZoneBasis, _ weight: Double) {
            guard let offset else { return }
            if let same = all.firstIndex(where: { $0.offset == offset }) {
                all[same].weight += weight
            } else {
                all.append((offset, basis, weight))
            }
        }
        add(offset(zone, at: span.start), .place, 0.60)
        add(offset(subjectZone, at: span.start), .subject, 0.25)
        add(dateline.offsetSeconds ?? (self.reading.language == .indonesian ? 25_200 : nil), .outlet, 0.15)
        if all.isEmpty { all = [(0, .outlet, 1)] }
        let sum = all.map(\.weight).reduce(0, +)
        return all.map { reading($0.offset, $0.basis, $0.weight / sum) }
    }

    private func offset(_ zone: String?, at localSeconds: Int) -> Int? {
        guard let zone else { return nil }
        let first = context.zoneOffset(zone, Timestamp(seconds: Double(localSeconds)))
        // Once more at the instant itself, for a day on which the clocks change.
        return first.flatMap { context.zoneOffset(zone, Timestamp(seconds: Double(localSeconds - $0))) }
    }
}
