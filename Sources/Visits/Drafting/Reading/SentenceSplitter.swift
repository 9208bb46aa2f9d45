/// Parts a sentence in which two speak: "A source said that …, but the spokesman denied it", "Ankara welcomed the meeting; Moscow said …".
struct SentenceSplitter {
    let reading: TextReading

    /// Borders of one sentence that are looked at: ours, so that the time grows with the text.
    private static let mostBorders = 6

    func parts(of sentence: SentenceReading) -> [SentenceReading] {
        guard let border = border(in: sentence) else { return [sentence] }
        let one = sentence.part(sentence.words.lowerBound..<border.end)
        return [one] + parts(of: sentence.part(border.next..<sentence.words.upperBound))
    }

    /// Where the first part ends and the second begins.
    private func border(in sentence: SentenceReading) -> (end: Int, next: Int)? {
        var tried = 0
        for at in sentence.words.dropFirst(3) {
            guard let next = start(behind: at, in: sentence), next < sentence.words.upperBound - 2 else { continue }
            tried += 1
            guard tried <= Self.mostBorders else { return nil }
            let one = sentence.part(sentence.words.lowerBound..<at)
            let other = sentence.part(next..<sentence.words.upperBound)
            // A quotation is not cut.
            guard one.words.filter({ reading.word($0) == "\"" }).count % 2 == 0,
                speaks(one) || tells(one, before: next), begins(other)
            else { continue }
            return (at, next)
        }
        return nil
    }

    /// The first word behind a semicolon, or behind a comma and a word at which another thought begins.
    private func start(behind at: Int, in sentence: SentenceReading) -> Int? {
        if reading.word(at) == ";" { return at + 1 }
        guard reading.word(at) == "," else { return nil }
        return sentence.cues(.turn).first { $0.words.lowerBound == at + 1 }?.words.upperBound
    }

    /// "He goes to Helsinki, although an official warned …": the first part is the text's own.
    private func tells(_ part: SentenceReading, before next: Int) -> Bool {
        part.words.count >= 5 && part.cues.contains { $0.cue.isMove && $0.cue != .trip }
            && !["however", "meanwhile", "namun", "itu", ";"].contains(reading.word(next - 1))
    }

    private func speaks(_ part: SentenceReading) -> Bool {
        AttributionFinder(reading: reading, sentence: part).attribution() != nil
    }

    /// Somebody who is no pronoun stands at the head of the part and speaks.
    private func begins(_ part: SentenceReading) -> Bool {
        guard let found = AttributionFinder(reading: reading, sentence: part).attribution(),
            found.words.lowerBound - part.words.lowerBound <= 2
        else { return false }
        return !AttributionFinder.pronouns.contains(reading.word(found.words.lowerBound))
            && !(part.person(at: found.words.lowerBound)?.isPronoun ?? false)
    }
}
