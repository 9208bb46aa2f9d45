public import ModeS

/// Which register a Comm-B reply holds: the reply does not say, so it is inferred, or left open.
public enum RegisterChoice: Hashable, Sendable {
    /// All 56 bits are zero: the transponder had nothing to give.
    case empty
    /// One register fits clearly better than all others.
    case chosen(RegisterContent)
    /// Several fit, or one that needs a second reply to be believed: nothing of it reaches the track.
    case ambiguous(RegisterSet)
    /// None of the registers that are known fits.
    case unknown

    /// The content, if it is clear.
    public var content: RegisterContent? {
        if case .chosen(let content) = self { content } else { nil }
    }
}
