import Aero
import Flights
import Site
import Tracking

/// The flights of one aircraft as lines of text, in the order of time.
struct FlightLogText {
    let account: FlightAccount
    let verdicts: [Timestamp: GapVerdict]
    let first: FirstHeard
    let book: any AddressBook
    private var silence: SilenceText

    /// - Parameter unjudged: why silences are not judged; `nil` where they are.
    init(
        _ told: (account: FlightAccount, verdicts: [Timestamp: GapVerdict]),
        first: FirstHeard,
        book: any AddressBook,
        gazetteer: Gazetteer,
        language: NameLanguage,
        unjudged: SilenceText.Unjudged?
    ) {
        account = told.account
        verdicts = told.verdicts
        self.first = first
        self.book = book
        silence = SilenceText(text: FlightText(gazetteer, language), unjudged: unjudged)
    }

    private var language: NameLanguage { silence.text.language }

    /// Whose log it is, of when, and when it was first heard here.
    func head() -> [String] {
        let address = account.aircraft.address
        let names = [address.hex, book.registration(of: address), book.typeDesignator(of: address)]
        let asked = SpanText.text(account.asked.lowerBound, account.asked.upperBound)
        let heard = account.heard.map(SpanText.text) ?? silence.text.say(.neverHeard)
        var lines = [
            names.compactMap(\.self).joined(separator: " "),
            FlightPhrase.asked.text(language, asked, heard, silence.text.say(FlightPhrase(account.state))),
        ]
        if book.flags(of: address).contains(.limitedDisplay) { lines.append(FlightPhrase.limited.text(language)) }
        if let heard = first.heard, let since = first.since {
            lines.append(
                FlightPhrase.first.text(
                    language,
                    TimeText.iso(SpanText.floor(heard)),
                    String(TimeText.iso(since).prefix(10)),
                    String(first.complete),
                    String(first.days)
                )
            )
        }
        return lines
    }

    /// Legs, stops and silences.
    mutating func log() -> [String] { items().flatMap(\.lines) }

    /// Legs, stops and silences one by one, in the order of time; what is doubtful comes last.
    mutating func items() -> [FlightLogItem] {
        var items: [FlightLogItem] = []
        for (index, leg) in account.legs.enumerated() {
            items.append(FlightLogItem(.leg, leg.span.earliest, lines(leg, index + 1)))
        }
        for stop in account.stops { items.append(FlightLogItem(.stop, stop.arrival.earliest, [line(stop)])) }
        for (index, gap) in account.gaps.enumerated() {
            items.append(FlightLogItem(.silence, gap.from.sighting.time, lines(gap, index + 1)))
        }
        if let open = openSilence { items.append(FlightLogItem(.silence, open.sighting.time, openLines(open))) }
        // What begins at the same moment stays in this order.
        let sorted = items.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
        return sorted.map(\.element)
            + account.doubtful.map { FlightLogItem(.doubt, $0.span.earliest, [line($0)]) }
    }

    /// Silences alone, with what they mean.
    ///
    /// - Parameter withEvidence: cell by cell.
    mutating func silences(withEvidence: Bool) -> [String] {
        let lines = silenceItems(withEvidence: withEvidence).flatMap(\.lines)
        return lines.isEmpty ? [silence.text.say(.noSilence)] : lines
    }

    /// Likewise, one by one.
    ///
    /// - Parameter whenJudged: whether each says when its meaning was judged. What is published says when that was, and is no other for it
    ///   that the clock went on.
    mutating func silenceItems(withEvidence: Bool, whenJudged: Bool = true) -> [FlightLogItem] {
        func ground(_ from: GapEnd) -> [String] {
            var lines = ["  " + silence.meaning(verdicts[from.sighting.time], from: from)]
            guard let verdict = verdicts[from.sighting.time] else { return lines }
            lines += silence.grounds(verdict, whenJudged: whenJudged).map { "  " + $0 }
            if withEvidence { lines += silence.evidence(verdict).map { "    " + $0 } }
            return lines
        }
        var items: [FlightLogItem] = []
        for (index, gap) in account.gaps.enumerated() {
            let lines =
                [silence.head(index + 1, gap)] + ground(gap.from) + ["  " + silence.stories(gap.hypotheses)]
                + revisions(of: gap)
            items.append(FlightLogItem(.silence, gap.from.sighting.time, lines))
        }
        if let open = openSilence {
            let head = silence.head(account.gaps.count + 1, since: open, at: account.toldUntil)
            items.append(FlightLogItem(.silence, open.sighting.time, [head] + ground(open)))
        }
        return items
    }

    /// The one that goes on at the end of what was read.
    private var openSilence: GapEnd? {
        account.silentSince.flatMap { $0.sighting.time < account.asked.upperBound ? $0 : nil }
    }

    /// What is told of the airports that were named.
    func legend() -> [String] { silence.text.legend() }

    private mutating func lines(_ leg: Leg, _ number: Int) -> [String] {
        var words = [FlightPhrase.tookOff.text(language, silence.text.end(leg.takeoff))]
        if let landing = leg.landing {
            let phrase: FlightPhrase = leg.isLost ? .lost : .landed
            words.append(phrase.text(language, silence.text.end(landing)))
        } else {
            words.append(silence.text.say(.notLanded))
        }
        let callsigns = account.callsigns(of: leg)
        if !callsigns.isEmpty {
            words.append(FlightPhrase.callsigns.text(language, callsigns.joined(separator: ", ")))
        }
        if let highest = account.profile.highest(in: leg.heardSpan ?? leg.span) {
            words.append(FlightPhrase.highest.text(language, String(Int(highest.rawValue))))
        }
        let head = FlightPhrase.leg.text(language, String(number)) + "  " + words.joined(separator: "; ")
        return [head] + leg.notes.map { "  " + line($0) } + (leg.diversion.map { ["  " + line($0)] } ?? [])
    }

    private mutating func line(_ diversion: Diversion) -> String {
        let place = silence.text.name(diversion.field)
        return FlightPhrase.diverted.text(language, place, silence.text.say(FlightPhrase(diversion.knowing)))
    }

    private mutating func line(_ note: LegNote) -> String {
        let (phrase, field, runway): (FlightPhrase, String?, String?) =
            switch note {
            case .touchAndGo(let field, _): (.touchAndGo, field, nil)
            case .goAround(let field, let runway, _): (.goAround, field, runway)
            }
        let place = field.map { silence.text.name($0) } ?? silence.text.say(.nowhere)
        let end = runway.map { " " + FlightPhrase.runway.text(language, $0) } ?? ""
        return phrase.text(language, "\(SpanText.text(note.span)) \(place)\(end)")
    }

    private mutating func line(_ stop: Stop) -> String {
        let place = silence.text.places(account.fields(of: stop))
        let words = [
            FlightPhrase.arrived.text(language, SpanText.text(stop.arrival)),
            FlightPhrase.left.text(language, SpanText.text(stop.departure)),
            silence.text.say(FlightPhrase(stop.knowing)),
        ]
        return "\(silence.text.say(FlightPhrase(stop.kind)))  \(place), \(words.joined(separator: ", "))"
    }

    private mutating func lines(_ gap: Gap, _ number: Int) -> [String] {
        let head = silence.head(number, gap)
        let meaning = verdicts[gap.from.sighting.time].map { silence.meaning($0, from: gap.from) }
        return [head, "  " + silence.stories(gap.hypotheses)] + [meaning].compactMap { $0.map { "  " + $0 } }
            + revisions(of: gap)
    }

    private func openLines(_ open: GapEnd) -> [String] {
        let meaning = verdicts[open.sighting.time].map { silence.meaning($0, from: open) }
        return [silence.head(account.gaps.count + 1, since: open, at: account.toldUntil)]
            + [meaning].compactMap { $0.map { "  " + $0 } }
    }

    private mutating func revisions(of gap: Gap) -> [String] {
        account.revisions.filter { $0.gap == gap.from.sighting.time }.map { revision in
            let since = TimeText.iso(SpanText.floor(revision.time))
            let reason = silence.text.say(FlightPhrase(revision.reason))
            return "  " + FlightPhrase.changed.text(language, since, reason) + "; "
                + FlightPhrase.before.text(language, silence.stories(revision.before))
        }
    }

    private func line(_ stretch: DoubtfulStretch) -> String {
        FlightPhrase.doubtful.text(
            language,
            String(stretch.count),
            silence.text.say(FlightPhrase(stretch.reason)),
            SpanText.text(stretch.span)
        )
    }
}
