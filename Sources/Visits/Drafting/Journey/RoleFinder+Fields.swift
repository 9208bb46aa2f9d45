/// A field that makes ready for somebody.
extension RoleFinder {
    /// "Kotoka airport in Accra will close its apron on Sunday for the arrival of the president", "landasan Bandara Ngurah Rai ditutup untuk
    /// kedatangan Presiden": the sentence's first place, where it is a field or stands beside one.
    func awaited(at place: PlaceMention) -> CueHit? {
        guard sentence.places.first?.words == place.words, isField(place) else { return nil }
        return sentence.cues(.arrive).first { hit in
            guard hit.words.lowerBound > place.words.upperBound,
                ["arrival", "kedatangan"].contains(reading.word(hit.words.lowerBound)),
                isMadeReady(before: hit.words.lowerBound)
            else { return false }
            return awaitedPerson(behind: hit) != nil
        }
    }

    /// "For the arrival of the Chinese president": who it is.
    func awaitedPerson(behind arrival: CueHit) -> PersonMention? {
        let behind = arrival.words.upperBound..<min(words.upperBound, arrival.words.upperBound + 5)
        return behind.lazy.compactMap { sentence.person(at: $0) }.first
    }

    private func isMadeReady(before arrival: Int) -> Bool {
        let word = reading.word(arrival - 1)
        if ["untuk", "menjelang", "jelang", "menyambut"].contains(word) { return true }
        return word == "the" && ["for", "of", "before"].contains(reading.word(arrival - 2))
    }

    private func isField(_ place: PlaceMention) -> Bool {
        if place.kind == .airport { return true }
        let near =
            max(words.lowerBound, place.words.lowerBound - 3)..<min(words.upperBound, place.words.upperBound + 2)
        return near.contains { sentence.cues(at: $0).contains(.airport) }
    }
}
