import Aero

/// When a text was written: given, written at its head, or inferred from a date beside a day of the week.
struct DatelineFinder {
    let reading: TextReading
    let context: DraftContext

    func dateline() -> Dateline {
        if let published = context.published {
            return Dateline(time: published, basis: .given, offsetSeconds: context.outletOffsetSeconds)
        }
        let offset = context.outletOffsetSeconds ?? (reading.language == .indonesian ? 25_200 : 0)
        if let date = written() { return made(date, .written, offset) }
        if let date = dated(cited: true) { return made(date, .cited, offset) }
        if let date = dated(cited: false) { return made(date, .weekday, offset) }
        return Dateline(time: context.enteredAt, basis: .entered, offsetSeconds: context.outletOffsetSeconds)
    }

    private func made(_ date: CivilDate, _ basis: Dateline.Basis, _ offset: Int) -> Dateline {
        // Noon of that day where it was written.
        Dateline(
            time: Timestamp(seconds: Double(date.days * 86_400 + 43_200 - offset)),
            basis: basis,
            offsetSeconds: context.outletOffsetSeconds
        )
    }

    /// A date with its year before a dash, in one of the first sentences.
    private func written() -> CivilDate? {
        for sentence in reading.sentences.prefix(4) {
            for phrase in sentence.times {
                guard case .date(let day, let month, let year?) = phrase.day else { continue }
                let behind = phrase.words.upperBound..<min(phrase.words.upperBound + 6, sentence.words.upperBound)
                let isHead = sentence.words.count <= 12
                guard isHead || behind.contains(where: { ["–", "-", "—"].contains(reading.word($0)) }) else { continue }
                if let date = CivilDate(year: year, month: month, day: day) { return date }
            }
        }
        return nil
    }

    /// A date without a year: of the years about the time of entry the one in which the day of the week fits.
    private func dated(cited: Bool) -> CivilDate? {
        let entered = CivilDate(utcSeconds: Int(context.enteredAt.seconds), offsetSeconds: 0)
        for sentence in reading.sentences {
            for phrase in sentence.times {
                guard case .date(let day, let month, let written) = phrase.day else { continue }
                if cited, !isCited(phrase, in: sentence) { continue }
                if let written {
                    if let date = CivilDate(year: written, month: month, day: day) { return date }
                    continue
                }
                guard let weekday = phrase.weekday else { continue }
                // Ours: up to four months ahead, up to twelve years back; the last that fits.
                let years = stride(from: entered.year + 1, through: entered.year - 12, by: -1)
                let fitting = years.compactMap { CivilDate(year: $0, month: month, day: day) }
                    .first { $0.weekday == weekday && $0.days <= entered.days + 120 }
                if let fitting { return fitting }
            }
        }
        return nil
    }

    private func isCited(_ phrase: TimePhrase, in sentence: SentenceReading) -> Bool {
        TimeUse.isCitation(phrase, in: sentence, reading)
    }
}
