/// Why the program is not ready. Shown to everybody: neither paths nor addresses.
public struct ReadinessProblem: Hashable, Sendable {
    /// For programs: `data`, `sources`.
    public var code: String
    /// One line for people.
    public var message: String

    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}
