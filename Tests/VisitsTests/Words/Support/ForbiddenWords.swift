/// What no sentence of a dossier may say: that somebody is in an aircraft, or that an aircraft is somebody's.
enum ForbiddenWords {
    static let english = [
        "aboard", "on board", "onboard", "'s plane", "’s plane", " plane", "'s jet", "’s jet", " landed",
        "carrying the", "is carrying",
        "travelling on", "traveling on", "is flying on", "boarded", "passenger",
    ]
    static let indonesian = [
        "di dalam pesawat", "di atas pesawat", "naik pesawat", "menumpang", "berada di pesawat", "pesawat presiden",
        "pesawat kepresidenan", "telah mendarat", "sudah mendarat", "membawa presiden", "ditumpangi", "menaiki",
    ]

    static func found(in text: String, _ words: [String]) -> [String] {
        let small = text.lowercased()
        return words.filter { small.contains($0) }
    }
}
