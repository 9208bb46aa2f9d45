public import Aero

/// Whose visit it is.
public struct VisitSubject: Hashable, Sendable {
    /// As written; `nil` where the text has the office alone.
    public var name: String?
    /// The office as written: "Presiden Rusia", "the president".
    public var role: String?
    public var state: StateCode?
    /// Where the words stand.
    public var span: TextSpan
    /// Where a journey is assumed to begin; never counted as announced.
    public var assumedHome: [StopAirport]

    public init(name: String?, role: String?, state: StateCode?, span: TextSpan, assumedHome: [StopAirport] = []) {
        self.name = name
        self.role = role
        self.state = state
        self.span = span
        self.assumedHome = assumedHome
    }
}
