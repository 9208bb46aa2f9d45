public import Aero
import Synchronization

/// What is kept from whom. It is asked for every answer and may change while the site runs.
public final class Discretion: Sendable {
    private struct State {
        var rules: SuppressionRules
        var limitedDisplay = SuppressionMode.public
        var edition = 0
        var decisions: [DecisionCount] = []
        var consideredOn: String?
    }

    private let state: Mutex<State>
    /// The part of the sky that strangers are shown.
    let shownSky: ShownSky
    /// How much later strangers are shown everything, in seconds of the sky.
    let publicDelay: Double
    /// Where others may ask for something to be set right or taken off; `nil`: the site says nowhere.
    let contact: String?

    /// - Parameter publicDelay: seconds, 0 or more.
    public init(
        _ rules: SuppressionRules = .none,
        shownSky: ShownSky = ShownSky(),
        publicDelay: Double = 0,
        contact: String? = nil
    ) {
        self.contact = contact
        state = Mutex(State(rules: rules))
        self.shownSky = shownSky
        self.publicDelay = publicDelay
    }

    public var rules: SuppressionRules { state.withLock { $0.rules } }

    /// What was decided about requests and lists so far; each reason once.
    public var decisions: [DecisionCount] { state.withLock { $0.decisions } }

    /// Another number each time the rules were replaced: what was made under others is made anew.
    var edition: Int { state.withLock { $0.edition } }

    /// The part of the sky that an audience is shown.
    func shownSky(to audience: Audience) -> ShownSky { audience == .strangers ? shownSky : ShownSky() }

    /// How much later an audience is shown everything; 0: at once.
    func delay(for audience: Audience) -> Double { audience == .strangers ? publicDelay : 0 }

    /// Whether anything is kept from an audience. Then counts of everything are too: they would count what is kept.
    public func hidesAnything(from audience: Audience) -> Bool {
        rules.hidesAnything(from: audience) || !isWholeAndPrompt(for: audience)
    }

    /// Whether an audience is shown the whole sky, as soon as the operator is.
    public func isWholeAndPrompt(for audience: Audience) -> Bool {
        shownSky(to: audience).isWhole && delay(for: audience) == 0
    }

    /// The day on which the operator last answered what is asked before publishing, `2026-11-26`; `nil`: he never did.
    public var consideredOn: String? { state.withLock { $0.consideredOn } }

    public func note(_ decisions: [DecisionCount], consideredOn: String? = nil) {
        state.withLock { ($0.decisions, $0.consideredOn) = (decisions, consideredOn) }
    }

    /// What is done about aircraft that lists of who is who call limited (LADD).
    var limitedDisplay: SuppressionMode { state.withLock { $0.limitedDisplay } }

    /// - Parameter limitedDisplay: what `rules` do about aircraft that lists of who is who call limited.
    public func replace(with rules: SuppressionRules, limitedDisplay: SuppressionMode = .public) {
        state.withLock { state in
            state.rules = rules
            state.limitedDisplay = limitedDisplay
            state.edition += 1
        }
    }
}
