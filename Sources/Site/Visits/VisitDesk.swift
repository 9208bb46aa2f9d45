public import Aero
public import Visits

/// Announced visits as the site asks for them: kept elsewhere, changed by nobody else.
///
/// What is given is all there is, private texts too: the site hands out what each visitor may have.
public protocol VisitDesk: Sendable {
    /// The one changed last first.
    func visits() async throws(VisitKeepingError) -> [KeptVisit]

    /// - Returns: `nil` where there is none of that name.
    func visit(_ id: String) async throws(VisitKeepingError) -> KeptVisit?

    /// Begins a visit; what it returns is kept.
    func begin(
        _ acts: [VisitChange.Act],
        copies: [ReportCopy],
        by person: String,
        at time: Timestamp
    ) async throws(VisitKeepingError) -> KeptVisit

    /// Makes changes, all or none.
    ///
    /// - Parameter after: how many changes the visit had when these were thought of; `nil`: whatever it has.
    func apply(
        _ acts: [VisitChange.Act],
        copies: [ReportCopy],
        to id: String,
        after: Int?,
        by person: String,
        at time: Timestamp
    ) async throws(VisitKeepingError) -> KeptVisit

    /// - Returns: whether there was one.
    func remove(_ id: String, by person: String, at time: Timestamp) async throws(VisitKeepingError) -> Bool

    /// A report whole; `nil` where there is none, or it came without.
    func copy(ofReport number: Int, of id: String) async throws(VisitKeepingError) -> ReportCopy?

    /// SHA-256, small hexadecimal letters.
    func sha256(of bytes: [UInt8]) -> String

    /// What could be asked of the providers that are configured, within their limits.
    func plan(for visit: Visit) async -> VisitPlan
}
