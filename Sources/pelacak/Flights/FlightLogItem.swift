import Aero

/// A leg, a stop or a silence as lines of text: the first says what it is, the others what belongs to it.
struct FlightLogItem {
    enum Kind: String { case leg, stop, silence, doubt }

    let kind: Kind
    /// When it began, at the earliest.
    let time: Timestamp
    let lines: [String]

    init(_ kind: Kind, _ time: Timestamp, _ lines: [String]) {
        self.kind = kind
        self.time = time
        self.lines = lines
    }
}
