/// Meetings that are told to end.
extension RoleFinder {
    /// "Pertemuan para menteri di Brasil sendiri baru berakhir Kamis", "the summit in Cairo ends on Friday": where it is, not who goes there.
    func isEnding(_ place: PlaceMention, _ verb: CueHit) -> Bool {
        guard [.meeting, .event, .ceremony].contains(verb.cue) else { return false }
        let behind = place.words.upperBound..<min(words.upperBound, place.words.upperBound + 5)
        for at in behind {
            if Self.ending.contains(reading.word(at)) { return true }
            // "The summit in Cairo that ends on Friday" is gone to.
            if ["yang", "which", "that", "before", "sebelum", "and", "dan"].contains(reading.word(at))
                || reading.tokens[at].kind == .sign || sentence.cues(at: at).contains(where: { $0.isMove })
            {
                return false
            }
        }
        return false
    }

    private static let ending: Set<String> = [
        "berakhir", "usai", "selesai", "rampung", "ditutup", "ends", "ended", "concludes", "concluded", "closes",
        "closed",
    ]
}
