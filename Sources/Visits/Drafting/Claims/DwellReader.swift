/// How long somebody stays, in hours.
enum DwellReader {
    private static let numbers: [String: Double] = [
        "satu": 1, "sejam": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
        "one": 1, "an": 1, "two": 2,
        "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "sembilan": 9,
        "sepuluh": 10, "sebelas": 11, "eleven": 11, "twelve": 12, "belasan": 15,
    ]

    static func hours(in sentence: SentenceReading, _ reading: TextReading) -> ClosedRange<Double>? {
        for place in sentence.words {
            let word = reading.word(place)
            let before = reading.word(place - 1)
            if ["jam", "hours", "hour"].contains(word), !isOfFlight(place, in: sentence, reading) {
                if ["beberapa", "several", "some"].contains(before) || (before == "few") { return 2...9 }
                if let count = numbers[before] ?? reading.tokens[max(0, place - 1)].number.map(Double.init), count <= 72
                {
                    return max(0.25, count * 0.75)...count * 1.5
                }
            }
            if sentence.cues(at: place).contains(.overnight) { return 6...18 }
        }
        return nil
    }

    private static let flights: Set<String> = ["flight", "flights", "penerbangan", "penerbangannya"]

    /// "The flight takes 14 hours with a stop in", "penerbangan selama 14 jam", "a 14-hour flight": how long it is under way.
    private static func isOfFlight(_ hours: Int, in sentence: SentenceReading, _ reading: TextReading) -> Bool {
        if flights.contains(reading.word(hours + 1)) { return true }
        for at in stride(from: hours - 1, through: max(sentence.words.lowerBound, hours - 10), by: -1) {
            if flights.contains(reading.word(at)) { return true }
            if [",", ";", "for", "in", "di"].contains(reading.word(at))
                || sentence.cues(at: at).contains(where: {
                    [.stopover, .spend, .turn, .there, .after, .pronoun].contains($0)
                })
            {
                return false
            }
        }
        return false
    }
}
