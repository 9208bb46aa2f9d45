public import Aero

/// What is known of one who lets his data be asked for: how often, how far, under which terms.
public struct ProviderProfile: Hashable, Sendable {
    /// How the v2 interface is written down by this provider.
    public enum Dialect: Hashable, Sendable {
        /// `/v2/point/LAT/LON/NM`, `/v2/hex/…`, `/v2/reg/…`, `/v2/type/…`, `/v2/mil`.
        case point
        /// `/v2/lat/LAT/lon/LON/dist/NM`, `/v2/hex/…`, `/v2/registration/…`, `/v2/mil`; no question by type.
        case distance
        /// As `distance`, `/v2/icao/…` for one address at a time, each path with a slash at its end.
        case gateway
    }

    /// A daily allowance, counted in credits.
    public struct Credits: Hashable, Sendable {
        /// Without an account; 0 where nothing is to be had without one.
        public var anonymousPerDay: Int
        public var withAccountPerDay: Int
        /// A request costs more the larger its box is (OpenSky); else each costs one.
        public var isByArea: Bool
    }

    /// One word, as documents carry it.
    public var id: String
    /// As pages and `claimed by …` name it.
    public var name: String
    public var hosts: [String]
    public var formats: [PollFormat]
    /// What stands before `/v2` or `/api`.
    public var basePath = ""
    public var dialect = Dialect.point
    /// Seconds between the beginnings of two requests, at least, of all sources together.
    public var minimumInterval: Double
    /// Seconds between two polls of a source that says nothing.
    public var usualInterval: Double
    public var largestRadius = NauticalMiles(250)
    /// Names in one request, at most.
    public var mostNames = 200
    public var credits: Credits?
    /// The header that carries a key; `Authorization: Bearer` where it is that one.
    public var keyHeader = "Authorization"
    /// Headers that go with each request.
    public var headers: [String: String] = [:]
    public var needsKey = false
    /// Where OAuth2 client credentials are changed for a token.
    public var tokenAddress: String?
    public var licence: LicenceTag
    /// What the terms want to be said wherever the data are shown.
    public var credit: String
    public var home: String?
    public var terms: String?
    /// The day somebody of ours read the terms, `YYYY-MM-DD`; `nil` where nobody could.
    public var termsRead: String?
    /// What the facts above were read in.
    public var source: String
    /// Whether all of them were read at the provider's own place; what was not counts as not allowed.
    public var isVerified: Bool
    public var fits: [Purpose: Purpose.Fit]
    /// What else an operator should know, one line.
    public var note: String?
    /// Seconds a back-off lasts at most.
    public var longestBackoff = 900.0
    /// The machine is the operator's own or a friend's: nothing is to be confirmed.
    public var isOwn = false

    /// Words of the questions it answers.
    public var queryWords: [String] {
        if formats.contains(.openSky) { return ["box", "icao24"] }
        return dialect == .point ? ["circle", "hex", "reg", "type", "mil"] : ["circle", "hex", "reg", "mil"]
    }

    /// Whether the terms allow a purpose; what is not written down is not allowed.
    public func fit(for purpose: Purpose) -> Purpose.Fit { fits[purpose] ?? .no }

    /// Credits a day; `nil` where none are counted.
    public func creditsPerDay(hasAccount: Bool) -> Int? {
        credits.map { hasAccount ? $0.withAccountPerDay : $0.anonymousPerDay }
    }
}
