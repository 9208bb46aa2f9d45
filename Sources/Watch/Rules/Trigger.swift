public import Flights

/// Something that happens to the aircraft of a variable, and so makes a condition true at one event.
public struct Trigger: Hashable, Sendable {
    public enum What: Hashable, Sendable {
        /// Any sample, callsign or code: it was heard.
        case heard
        case firstEver
        /// Heard again after at least so long.
        case reappeared(after: RuleDuration)
        /// Airports by their codes, any where empty; how it must be known.
        case takeoff(at: [String], kinds: [Knowing])
        case landing(at: [String], kinds: [Knowing])
        case enters(AreaReference)
        case leaves(AreaReference)
        /// Told once in a silence, as soon as it is so long and judged so.
        case silent(atLeast: RuleDuration, classes: [GapClass])
        /// A code that was not sent before: one of these, or any where empty. 7500, 7600 and 7700 need two messages a second apart.
        case squawk([UInt16])
        /// The callsign became another one; the pattern is of the new one.
        case callsignChanged(to: TextPattern?)
        case sourceLost
        /// What it says of how sure its own place is fell far and stayed there, as under interference with satellite navigation.
        case interference
        case level(LevelTest)
    }

    public let variable: Int
    public let what: What

    public init(of variable: Int, _ what: What) {
        self.variable = variable
        self.what = what
    }
}
