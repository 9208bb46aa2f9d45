/// How sure a claim is, in the words of whoever makes it; never how sure we are.
public enum Certainty: String, CaseIterable, Sendable {
    case asserted
    case announced
    case scheduled
    case planned
    case expected
    case reported
    case understood
    case possible
    case suspected
    case alleged
    case quoted
    case evasive
    case declined
}
