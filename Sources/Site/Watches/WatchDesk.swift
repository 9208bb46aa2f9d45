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

    /// What a rule would have told in the last days, out of the archive. Ends when the task is cancelled.
    func preview(_ text: WatchText, days: Int, in realm: ArchiveRealm) async throws(WatchDeskError) -> WatchPreview

    /// Rules that come with the program.
    func examples() -> [WatchExample]

    /// How we watched since a time; since the start of the program for `nil`.
    func watching(since: Timestamp?) async -> WatchingReport
}
