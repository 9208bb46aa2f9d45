public import Aero

/// One change of a visit: who, when, what. What was there before follows from the changes before it.
public struct VisitChange: Hashable, Sendable {
    /// What somebody does to a visit.
    public enum Act: Hashable, Sendable {
        /// The first report of a visit that has nothing yet.
        case begin(Report, Draft)
        case confirmStop(Int)
        /// All stops as they stand.
        case confirmAll
        case confirmClaim(Int)
        /// Another wording of a stop by hand: place, airports, window, stay.
        case editStop(Int, ItineraryStop)
        case removeStop(Int)
        /// A stop by hand, put in at a place of the order; with its words where it has any.
        case addStop(ItineraryStop, at: Int, span: TextSpan?, report: Int)
        case addClaim(Claim)
        /// Another reading of a claim by hand: kind, speaker, certainty, polarity, time, stops, aircraft; the rest stays as it was.
        case editClaim(Int, Claim)
        case removeClaim(Int)
        case moveStop(Int, to: Int)
        case setSubject(VisitSubject)
        /// `nil`: named by whose visit it is and where it goes.
        case setTitle(String?)
        case answer(OpenPoint)
        /// A second draft, of another report.
        case addReport(Report, Draft)
        /// When a report was written, and what its text reads as from then on: times follow, unless somebody wrote them by hand.
        case setDateline(report: Int, Dateline, Draft)
        /// Whether a claim of arrival or departure narrows the window of a stop.
        case narrow(stop: Int, claim: Int)
        case widen(stop: Int)
        case setStatus(Visit.Status)
        case setPublic(Bool)
        /// The rules of watching that were made of it.
        case setRules([VisitRule])
        /// Takes back the change of that number.
        case takeBack(Int)
    }

    public let number: Int
    public let act: Act
    /// A name of the installation's own.
    public let by: String
    public let at: Timestamp
}

/// Why a change is not made.
public enum VisitChangeError: Error, Hashable, Sendable {
    case noSuchStop(Int)
    case noSuchClaim(Int)
    case noSuchReport(Int)
    case noSuchChange(Int)
    /// A report of that number is there already.
    case reportTaken(Int)
    /// There is a report or a stop already.
    case alreadyBegun
    /// A confirmed visit has at least one confirmed stop.
    case nothingConfirmed
    /// Only the last change that still stands can be taken back.
    case notTheLast(Int)
    /// A claim without a time narrows nothing; nor does one whose time lies outside the window, or takes nothing off it.
    case narrowsNothing(claim: Int)
    /// The claim says nothing of that stop, or denies it.
    case notAbout(claim: Int, stop: Int)
    /// The words lie outside the text, or are none.
    case badSpan(TextSpan)
    case tooMany
}
