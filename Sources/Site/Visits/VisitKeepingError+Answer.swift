import Hummingbird
import Visits

extension APIError {
    init(_ error: VisitKeepingError) {
        switch error {
        case .unknownVisit: self = .noVisit
        case .changedMeanwhile(let changes):
            self.init(
                status: .conflict,
                code: "changed-meanwhile",
                message: "somebody changed this visit meanwhile; it has \(changes) changes by now"
            )
        case .refused(let reason):
            self.init(
                status: .unprocessableContent,
                code: "refused",
                message: Self.words(reason),
                field: Self.subject(of: reason)
            )
        case .tooMany: self = .invalid("text", "no more is kept")
        case .full:
            self.init(
                status: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"),
                code: "full",
                message: "no room is left on the disk; nothing was kept"
            )
        case .unreadable, .newerSchema, .failed:
            self.init(
                status: .serviceUnavailable,
                code: "visits",
                message: "visits cannot be read or kept now; the log says why"
            )
        }
    }

    static let noVisit = APIError(status: .notFound, code: "not-found", message: "there is no visit of this name")
    static let noVisits = APIError(status: .notFound, code: "no-visits", message: "visits are not kept here")

    static let noPlaces = APIError(
        status: .serviceUnavailable,
        code: "no-places",
        message: "no places are known here yet; a text is drafted with the list that set-up makes"
    )
    static let noStop = APIError.invalid("stop", "there is no stop of this number")

    /// What a refusal is about, so that pages have words of their own for it.
    private static func subject(of error: VisitChangeError) -> String {
        switch error {
        case .noSuchStop: "stop"
        case .noSuchClaim, .notAbout: "claim"
        case .noSuchReport, .reportTaken, .alreadyBegun: "report"
        case .noSuchChange, .notTheLast: "change"
        case .nothingConfirmed: "stops"
        case .narrowsNothing: "time"
        case .badSpan: "span"
        case .tooMany: "acts"
        }
    }

    private static func words(_ error: VisitChangeError) -> String {
        switch error {
        case .noSuchStop(let id): "there is no stop \(id)"
        case .noSuchClaim(let id): "there is no claim \(id)"
        case .noSuchReport(let id): "there is no report \(id)"
        case .noSuchChange(let number): "there is no change \(number)"
        case .reportTaken(let id): "there is a report \(id) already"
        case .alreadyBegun: "this visit has a report or a stop already"
        case .nothingConfirmed: "no stop is confirmed"
        case .notTheLast(let number): "change \(number) is not the last that stands: take back the later ones first"
        case .narrowsNothing(let id): "claim \(id) has no time that narrows this window"
        case .notAbout(let claim, let stop): "claim \(claim) says nothing of stop \(stop)"
        case .badSpan: "these words are not in the text"
        case .tooMany: "a visit has at most \(Visit.most) changes, stops and claims"
        }
    }
}
