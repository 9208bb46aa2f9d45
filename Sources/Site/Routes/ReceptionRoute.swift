import Hummingbird

/// `/api/v1/sources/{id}/reception`: what a source received in the last hour or day. How far it hears in which direction, how loud and how
/// much tells where it stands: all of it is for operators, and for others only where the site tells reception and hides nobody.
struct ReceptionRoute: Sendable {
    let desk: (any ReceptionDesk)?
    let sky: any Sky
    let isForOperators: Bool
    /// Whether this audience may know who hears what.
    let tellsReception: @Sendable () -> Bool
    /// Whether anything is hidden from the one who asks.
    let hidesAnything: @Sendable () -> Bool

    func answer(_ id: String, _ target: RequestTarget) async throws -> Response {
        guard tellsReception() else {
            throw APIError(
                status: .forbidden,
                code: "withheld",
                message: "what a receiver hears tells where it stands, and is shown to the operator alone"
            )
        }
        let question = try HistoryQuestion(target, allows: ["span"])
        let word = question.word("span") ?? ReceptionSpan.hour.rawValue
        guard let span = ReceptionSpan(rawValue: word) else { throw HistoryQuestion.bad("span is hour or day") }
        guard let report = await desk?.reception(of: id, over: span) else {
            throw APIError(status: .notFound, code: "not-found", message: "there is no such source that hears")
        }
        let document = ReceptionDocument(
            report: report,
            tellsCounts: !hidesAnything(),
            // That the site's place may be known says nothing of a source that stands elsewhere.
            tellsRanges: isForOperators || report.place == .site
        )
        return .json(document.json(await sky.status().provenance))
    }
}
