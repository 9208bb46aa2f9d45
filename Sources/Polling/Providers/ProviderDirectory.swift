import Aero

/// Which profile holds for a server.
public struct ProviderDirectory: Sendable {
    /// The profiles, in the order people see them.
    public let profiles: [ProviderProfile]

    /// A directory; tests give profiles of their own.
    public init(_ profiles: [ProviderProfile]) { self.profiles = profiles }

    /// What the program knows.
    public static let standard = ProviderDirectory(known)

    /// The profile of a source's server: the known one, that of an own machine, or the strictest there is.
    ///
    /// Where the operator names terms of his own (an agreement with the provider), those count instead of the ones we read: no
    /// purpose is known to fit, and nothing may be handed on.
    public func profile(for target: PollTarget, ownTerms: String? = nil) -> ProviderProfile {
        guard target.format != .readsb else { return .own(target) }
        let host = target.host.lowercased()
        guard var known = profiles.first(where: { $0.hosts.contains(host) && $0.formats.contains(target.format) })
        else {
            return .unknown(target, terms: ownTerms)
        }
        if let ownTerms {
            known.terms = ownTerms
            known.termsRead = nil
            known.fits = ProviderProfile.allUnclear
            if known.licence.isRedistributable == false { known.licence = .noRedistribution }
        }
        return known
    }
}

extension ProviderProfile {
    static let allUnclear = Dictionary(uniqueKeysWithValues: Purpose.allCases.map { ($0, Purpose.Fit.unclear) })

    /// A server nobody wrote a profile for.
    static func unknown(_ target: PollTarget, terms: String?) -> ProviderProfile {
        ProviderProfile(
            id: "unknown",
            name: target.host,
            hosts: [target.host],
            formats: [target.format],
            minimumInterval: 10,
            usualInterval: 10,
            licence: .noRedistribution,
            credit: "Data from \(target.host)",
            terms: terms,
            termsRead: nil,
            source: "nothing is known of this server",
            isVerified: false,
            fits: terms == nil ? [:] : allUnclear
        )
    }

    /// A tracker of the operator's own or of a friend: what it says are claims, and whose they are nobody knows.
    static func own(_ target: PollTarget) -> ProviderProfile {
        ProviderProfile(
            id: "own",
            name: target.host,
            hosts: [target.host],
            formats: [.readsb],
            minimumInterval: 0.5,
            usualInterval: 1,
            licence: .unknown,
            credit: "",
            source: "a machine of the operator's own",
            isVerified: false,
            fits: Dictionary(uniqueKeysWithValues: Purpose.allCases.map { ($0, Purpose.Fit.yes) }),
            longestBackoff: 60,
            isOwn: true
        )
    }
}
