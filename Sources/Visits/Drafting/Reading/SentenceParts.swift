/// The parts of a sentence that are said by different speakers: "He goes on to Ankara, though the Turkish presidency declined to comment".
///
/// Who is named before his own word of saying, in a part that begins behind "though", "while", "but" or a semicolon, says that part alone.
/// Who stands at a sentence's end, or says the first part, says all of it.
struct SentenceParts {
    let reading: TextReading
    let sentence: SentenceReading

    private var words: Range<Int> { sentence.words }

    /// One, or two in the order of the words.
    var parts: [SentenceReading] {
        guard
            sentence.cues.contains(where: {
                SpeakerFinder.isSaying($0.cue) || [.disclose, .secrecy, .omission].contains($0.cue)
            })
        else {
            return [sentence]
        }
        for border in words.dropFirst(3) where words.upperBound - border > 3 {
            guard let start = partStart(at: border), start < words.upperBound - 2 else { continue }
            let second = sentence.part(start..<words.upperBound)
            guard let found = AttributionFinder(reading: reading, sentence: second).attribution(),
                isOwn(found, in: second)
            else { continue }
            let first = sentence.part(words.lowerBound..<border)
            return tells(first) ? [first, second] : [sentence]
        }
        return [sentence]
    }

    /// Where the part begins whose border this is.
    private func partStart(at border: Int) -> Int? {
        let sign = reading.word(border)
        if sign == ";" { return border + 1 }
        // "…, though the presidency declined", "…, sedangkan Kremlin menolak".
        if sign == ",", sentence.cues(at: border + 1).contains(.turn) { return border + 2 }
        // "… and, according to the White House, meets soldiers".
        if ["and", "dan", "serta"].contains(sign), reading.word(border + 1) == ",",
            sentence.cues(at: border + 2).contains(.accordingTo)
        {
            return border + 2
        }
        return nil
    }

    /// Whoever speaks is named at the head of the part and before his word of saying, and by more than a pronoun.
    private func isOwn(_ found: Attribution, in part: SentenceReading) -> Bool {
        let isHead = found.words.lowerBound - part.words.lowerBound <= 2
        let isPronoun =
            AttributionFinder.pronouns.contains(reading.word(found.words.lowerBound))
            || part.person(at: found.words.lowerBound)?.isPronoun ?? false
        if found.cue.cue == .accordingTo { return found.cue.words.lowerBound == part.words.lowerBound }
        return isHead && !isPronoun && found.words.upperBound <= found.cue.words.lowerBound
    }

    /// Whether a part says something by itself: a verb of going, meeting or saying, or an aircraft.
    private func tells(_ part: SentenceReading) -> Bool {
        part.cues.contains { hit in
            hit.cue.isMove || SpeakerFinder.isSaying(hit.cue)
                || [.meeting, .event, .aircraft, .stateAircraft, .seen, .programme, .cancelled, .negation].contains(
                    hit.cue
                )
        }
    }
}
