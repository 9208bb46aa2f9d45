public import Aero
import Synchronization

/// What is kept from whom. It is asked for every answer and may change while the site runs.
public final class Discretion: Sendable {
    private struct State {
        var rules: SuppressionRules
        var edition = 0
    }

    private let state: Mutex<State>
    /// The part of the sky that strangers are shown.
    let shownSky: ShownSky

    public init(_ rules: SuppressionRules = .none, shownSky: ShownSky = ShownSky()) {
        state = Mutex(State(rules: rules))
        self.shownSky = shownSky
    }

    public var rules: SuppressionRules { state.withLock { $0.rules } }

    /// Another number each time the rules were replaced: what was made under others is made anew.
    var edition: Int { state.withLock { $0.edition } }

    /// The part of the sky that an audience is shown.
    func shownSky(to audience: Audience) -> ShownSky { audience == .strangers ? shownSky : ShownSky() }

    /// Whether anything is kept from an audience. Then counts of everything are too: they would count what is kept.
    func hidesAnything(from audience: Audience) -> Bool {
        rules.hidesAnything(from: audience) || !shownSky(to: audience).isWhole
    }

    public func replace(with rules: SuppressionRules) {
        state.withLock { state in
            state.rules = rules
            state.edition += 1
        }
    }
}
