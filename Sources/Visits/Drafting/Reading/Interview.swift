/// Questions and answers in lines of their own: "Q: When does he leave? / A: On Monday".
struct Interview {
    let reading: TextReading
    /// Lines that ask, and lines that answer.
    private let asking: Set<Int>
    private let replying: Set<Int>

    init(reading: TextReading) {
        self.reading = reading
        func lines(_ labels: Set<String>) -> Set<Int> {
            var (found, last): (Set<Int>, Int?) = ([], nil)
            for sentence in reading.sentences where sentence.sentence.paragraph != last {
                last = sentence.sentence.paragraph
                let first = sentence.words.lowerBound
                guard labels.contains(reading.word(first)), reading.word(first + 1) == ":" else { continue }
                found.insert(sentence.sentence.paragraph)
            }
            return found
        }
        asking = lines(["q", "t", "question", "tanya", "pertanyaan"])
        replying = lines(["a", "j", "answer", "jawab", "jawaban"])
    }

    func isQuestion(_ sentence: SentenceReading) -> Bool { asking.contains(sentence.sentence.paragraph) }

    func isAnswer(_ sentence: SentenceReading) -> Bool {
        !asking.isEmpty && replying.contains(sentence.sentence.paragraph)
    }

    /// Who answers: "excerpts from the briefing by the presidency spokesperson", "wawancara dengan juru bicara".
    var answering: Speaker? {
        guard let first = reading.sentences.firstIndex(where: isQuestion) else { return nil }
        for sentence in reading.sentences[..<first] {
            let finder = SpeakerFinder(reading: reading, sentence: sentence)
            guard let occasion = sentence.words.first(where: { Self.occasions.contains(reading.word($0)) }) else {
                continue
            }
            for at in occasion..<sentence.words.upperBound where Self.by.contains(reading.word(at)) {
                if let found = finder.phrase(at: at + 1, before: sentence.words.upperBound) {
                    return Speaker(name: found.name, span: reading.span(found.words))
                }
            }
        }
        return nil
    }

    private static let occasions: Set<String> = [
        "briefing", "interview", "conference", "session", "wawancara", "tanya", "konferensi", "jumpa", "taklimat",
    ]
    private static let by: Set<String> = ["by", "with", "of", "dengan", "oleh", "bersama"]
}
