/// What the site asks about the program it runs in.
public protocol Machinery: Sendable {
    /// The outputs, in the order of the configuration.
    func sinks() async -> [SinkStatus]
    /// What keeps the program from being ready; empty when it is.
    func problems() async -> [ReadinessProblem]
    /// How the history fares; `nil` where none is kept.
    func history() async -> HistoryFigures?
}
