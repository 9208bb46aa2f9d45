import Aero
import Testing

@testable import Polling

@Suite struct ProviderDirectoryTests {
    @Test(arguments: ProviderDirectory.standard.profiles)
    func everyProfileIsWhole(profile: ProviderProfile) {
        #expect(profile.minimumInterval >= 1)
        #expect(profile.usualInterval >= profile.minimumInterval)
        #expect(profile.largestRadius <= 250)
        #expect(!profile.credit.isEmpty)
        #expect(!profile.source.isEmpty)
        #expect(profile.terms?.hasPrefix("https://") == true)
        #expect(profile.home?.hasPrefix("https://") == true)
        #expect(Set(profile.fits.keys) == Set(Purpose.allCases))
        // What nobody could read at its place may not be handed on.
        if !profile.isVerified { #expect(!profile.licence.isRedistributable) }
        if profile.isVerified { #expect(profile.termsRead != nil) }
        // Nor do we know of any purpose that its terms allow it.
        if !profile.isVerified { #expect(!profile.fits.values.contains(.yes)) }
    }

    @Test func hostsAreNamedOnce() {
        let hosts = ProviderDirectory.standard.profiles.flatMap(\.hosts)
        #expect(Set(hosts).count == hosts.count)
        #expect(Set(ProviderDirectory.standard.profiles.map(\.id)).count == ProviderDirectory.standard.profiles.count)
    }

    @Test func anUnknownServerGetsTheStrictestRules() throws {
        let target = try PollTarget(
            format: .v2,
            isSecure: true,
            host: "somebody.example",
            port: 443,
            path: "",
            query: .military
        )
        let profile = ProviderDirectory.standard.profile(for: target)
        #expect(profile.minimumInterval == 10)
        #expect(profile.licence == .noRedistribution)
        #expect(Purpose.allCases.allSatisfy { profile.fit(for: $0) == .no })
        #expect(profile.terms == nil)
    }

    @Test func ownTermsNeverMakeDataMoreFree() throws {
        for known in ProviderDirectory.standard.profiles {
            let target = try PollTarget(
                format: known.formats[0],
                isSecure: true,
                host: known.hosts[0],
                port: 443,
                path: "",
                query: .military
            )
            let own = ProviderDirectory.standard.profile(for: target, ownTerms: "https://example.org")
            #expect(known.licence.isRedistributable || !own.licence.isRedistributable)
            #expect(own.minimumInterval == known.minimumInterval)
        }
    }

    @Test func upperCaseDoesNotMakeAKnownServerUnknown() throws {
        let target = try PollTarget(
            format: .v2,
            isSecure: true,
            host: "API.adsb.LOL",
            port: 443,
            path: "",
            query: .military
        )
        #expect(ProviderDirectory.standard.profile(for: target).id == "adsb-lol")
    }
}
