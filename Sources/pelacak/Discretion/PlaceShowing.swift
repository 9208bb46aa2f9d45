/// How strangers are shown where the receiver stands. The operator always sees the true place.
enum PlaceShowing: String, Hashable, Sendable, CaseIterable {
    /// Not at all.
    case hidden
    /// Moved by an offset that was drawn once.
    case blurred
    /// As it is, and with it who heard what how loud: the operator's own word.
    case exact
}
