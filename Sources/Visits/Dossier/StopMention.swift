/// Where another report names a stop, and when it has it.
public struct StopMention: Hashable, Sendable {
    public let report: Int
    public let spans: [TextSpan]
    public let announced: ArrivalWindow

    public init(report: Int, spans: [TextSpan], announced: ArrivalWindow) {
        self.report = report
        self.spans = spans
        self.announced = announced
    }
}
