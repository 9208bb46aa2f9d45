/// The data or the environment was at fault: one line that says what, where, and what to do.
struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
