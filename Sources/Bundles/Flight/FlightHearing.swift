public import Flights

/// What a bundle of a flight or silence holds of who hears what.
public enum FlightHearing: Sendable {
    /// What the silences in it are judged by, and how likely nothing would have been heard of a landing, by airport: 1 where none is named.
    case told(SilenceBasis, unheard: [String: Double])
    /// Nothing, and why.
    case untold(Untold)

    /// Why nothing of it is there.
    public enum Untold: String, Hashable, Sendable, CaseIterable {
        /// Whom the bundle was made for is not told who hears what.
        case notTold = "not-told"
        /// Nothing was learned yet.
        case nothingLearned = "nothing-learned"
        /// Nobody listens in this world.
        case noListeners = "no-listeners"
        /// More than a bundle is given.
        case tooMuch = "too-much"
    }

    /// - Parameters:
    ///   - basis: restricted to what the silences of the account need (`SilenceBasis.part`); of more than is read nothing is taken.
    ///   - account: whose silences it judges.
    public init(_ basis: SilenceBasis, unheard: [String: Double], for account: FlightAccount) {
        let fits =
            FlightHearingLimits.fits(basis) && FlightHearingLimits.fits(basis, account)
            && unheard.count <= FlightHearingLimits.airports
        self = fits ? .told(basis, unheard: unheard) : .untold(.tooMuch)
    }

    public var basis: SilenceBasis? {
        if case .told(let basis, _) = self { basis } else { nil }
    }

    public var unheard: [String: Double] {
        if case .told(_, let unheard) = self { unheard } else { [:] }
    }
}
