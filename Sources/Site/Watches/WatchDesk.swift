public import Aero
public import Tracking

/// Rules of watches and what became of them, as the site asks for them.
public protocol WatchDesk: Sendable {
    /// All rules, in the order in which they are at work.
    func watches() async -> [KeptWatch]

    /// - Parameter who: the name of the token, or of this machine.
    /// - Returns: the rule as it is kept.
    func add(_ text: WatchText, by who: String) async throws(WatchDeskError) -> KeptWatch

    /// Makes a new version of a rule.
    func replace(_ id: String, with text: WatchText, by who: String) async throws(WatchDeskError) -> KeptWatch

    /// Puts a rule to work, or to rest; one that was stopped begins anew.
    func setEnabled(_ isEnabled: Bool, _ id: String, by who: String) async throws(WatchDeskError) -> KeptWatch

    /// Its alerts stay.
    func remove(_ id: String, by who: String) async throws(WatchDeskError)

    /// Makes the watches of a visit these and no others: those that are as they were stay, others become a new version, are made or are
    /// taken away.
    ///
    /// - Parameter rules: JSON, each with the visit's id.
    /// - Returns: the watches in the order of the rules.
    func keep(_ rules: [WatchText], ofVisit id: String, by who: String) async throws(WatchDeskError) -> [KeptWatch]

    /// What a rule would have told in the last days, out of the archive. Ends when the task is cancelled.
    func preview(_ text: WatchText, days: Int, in realm: ArchiveRealm) async throws(WatchDeskError) -> WatchPreview

    /// Areas that rules may ask for by name, in the order of their names.
    func areas() async -> [NamedArea]

    /// Keeps an area, new or instead of the one of that name; rules that ask for it take it up.
    ///
    /// - Parameter area: JSON, as rules write areas out.
    func setArea(_ name: String, _ area: [UInt8], by who: String) async throws(WatchDeskError) -> NamedArea

    /// - Throws: `areaInUse` while a rule asks for it.
    func removeArea(_ name: String, by who: String) async throws(WatchDeskError)

    /// Rules that come with the program.
    func examples() -> [WatchExample]

    /// How we watched since a time; since the start of the program for `nil`.
    ///
    /// - Parameter made: alerts, late findings and events that became known since then by the wall's clock are told of; `nil`: by event time.
    func watching(since: Timestamp?, made: Timestamp?) async -> WatchingReport
}
