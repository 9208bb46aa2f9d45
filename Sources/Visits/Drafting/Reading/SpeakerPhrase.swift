/// Words that name somebody who can speak.
struct SpeakerPhrase: Sendable {
    let words: Range<Int>
    /// As shown: without an English article; of an office with a name the name alone.
    let name: String
    /// Somebody's own name, not an office.
    let isProper: Bool
}
