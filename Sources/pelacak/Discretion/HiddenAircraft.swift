import Aero
import Logging
import Site
import Store
import Synchronization

/// Who is hidden from whom: what the operator's list says, and aircraft that lists of who is who call limited (LADD). Each is read anew by
/// itself, while the other stays as it was.
///
/// Where either cannot be read, strangers are shown nobody: whom it would hide nobody can know.
final class HiddenAircraft: Sendable {
    private struct State {
        var own: [SuppressionRule] = []
        var isOwnUnreadable = false
        /// Rules that mark only; `nil`: the lists were not read yet.
        var limited: [SuppressionRule]?
        var mode: SuppressionMode

        func rules(at now: Timestamp) -> SuppressionRules {
            let listed = (limited ?? []).map { rule in
                var rule = rule
                rule.mode = mode
                return rule
            }
            let rules = SuppressionRules(own, listed: listed, at: now)
            return isOwnUnreadable || mode != .flag && limited == nil ? rules.closed : rules
        }
    }

    private let discretion: Discretion
    private let now: @Sendable () -> Timestamp
    private let state: Mutex<State>

    /// - Parameters:
    ///   - discretion: is told of every change.
    ///   - limitedDisplay: what is done about aircraft that lists call limited.
    ///   - awaitsLists: there are lists of who is who that were not read yet.
    init(
        for discretion: Discretion,
        limitedDisplay: SuppressionMode,
        awaitsLists: Bool,
        now: @escaping @Sendable () -> Timestamp = { TimeText.now }
    ) {
        self.discretion = discretion
        self.now = now
        state = Mutex(State(limited: awaitsLists ? nil : [], mode: limitedDisplay))
    }

    /// As it is when the server starts, with the operator's list read.
    static func started(
        by settings: ServeSettings,
        for discretion: Discretion,
        _ logger: Logger
    ) -> HiddenAircraft {
        let mode = settings.operation.limitedDisplay
        let hidden = HiddenAircraft(for: discretion, limitedDisplay: mode, awaitsLists: settings.hasIdentities)
        if let problem = hidden.take(settings.suppressions, limitedDisplay: mode) {
            logger.error("strangers are shown no aircraft until the list of hidden ones can be read: \(problem)")
        }
        return hidden
    }

    /// Whether strangers are shown nobody because lists of who is who were not read yet.
    var awaitsLists: Bool { state.withLock { $0.mode != .flag && $0.limited == nil } }

    /// Takes up the operator's list, and what he wants done about limited aircraft.
    ///
    /// - Returns: why it cannot be read; then whoever it hid before stays hidden.
    func take(_ list: SuppressionList, limitedDisplay: SuppressionMode) -> SuppressionListError? {
        let read = Result { () throws(SuppressionListError) in try list.read() }
        change { state in
            state.mode = limitedDisplay
            switch read {
            case .success(let rules): (state.own, state.isOwnUnreadable) = (rules, false)
            case .failure: state.isOwnUnreadable = true
            }
        }
        if case .failure(let error) = read { return error }
        return nil
    }

    /// Takes up what lists of who is who say.
    ///
    /// - Parameter limited: as rules that mark only.
    func take(limited: [SuppressionRule]) {
        guard state.withLock({ $0.limited != limited }) else { return }
        change { $0.limited = limited }
    }

    /// One after the other, so that what is told last is what holds.
    private func change(_ body: (inout State) -> Void) {
        state.withLock { state in
            body(&state)
            discretion.replace(with: state.rules(at: now()), limitedDisplay: state.mode)
        }
    }
}
