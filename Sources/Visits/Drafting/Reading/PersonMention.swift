import Aero

/// Somebody a text names by name, by office, or by a word that stands for them.
struct PersonMention: Sendable {
    let words: Range<Int>
    let span: TextSpan
    let name: String?
    /// The name as written here.
    let written: String?
    /// As written.
    let role: String?
    let office: Office?
    let state: StateCode?
    /// "He", "the president": somebody named before.
    let isPronoun: Bool

    /// Whether both can be the same person.
    func isSame(as other: PersonMention) -> Bool {
        if let name, let theirs = other.name {
            return name == theirs || name.hasSuffix(" " + theirs) || theirs.hasSuffix(" " + name)
        }
        if let state, let theirs = other.state, state != theirs { return false }
        guard let office, let theirs = other.office else { return false }
        return Office.isSame(office, theirs)
    }
}
