import Testing

@testable import Polling

@Suite struct AdmissionTests {
    private func admission(_ host: String, _ options: String, _ format: PollFormat = .v2) throws -> Admission {
        var taken: [String: String] = [:]
        for part in options.split(separator: "&") {
            let pieces = part.split(separator: "=", maxSplits: 1).map(String.init)
            taken[pieces[0]] = pieces[1]
        }
        let source = try PolledSource(format: format, isSecure: true, host: host, port: 443, path: "", taking: &taken)
        return Admission(source, ProviderDirectory.standard.profile(for: source.target, ownTerms: source.ownTerms))
    }

    private func refusal(_ admission: Admission) -> String {
        if case .refused(let reason) = admission { reason } else { "" }
    }

    @Test func aProviderIsOffUntilItsTermsAreConfirmed() throws {
        let reason = refusal(try admission("api.adsb.lol", "mil=1"))
        #expect(reason.contains("https://api.adsb.lol/docs"))
        #expect(reason.contains("terms=YYYY-MM-DD"))
        #expect(reason.contains("purpose=private|research|newsroom"))
        #expect(!reason.contains("\n"))
        #expect(try admission("api.adsb.lol", "mil=1&terms=2026-11-25&purpose=newsroom") == .allowed(warning: nil))
    }

    @Test func aPurposeTheTermsDoNotAllowStaysOff() throws {
        #expect(
            refusal(try admission("opendata.adsb.fi", "mil=1&terms=2026-11-25&purpose=newsroom")).contains(
                "do not allow"
            )
        )
        #expect(try admission("opendata.adsb.fi", "mil=1&terms=2026-11-25&purpose=private") == .allowed(warning: nil))
    }

    @Test func anUnclearPurposeIsOnWithAWarning() throws {
        guard case .allowed(let warning?) = try admission("opendata.adsb.fi", "mil=1&terms=2026-11-25&purpose=research")
        else {
            Issue.record("no warning")
            return
        }
        #expect(warning.contains("unclear"))
    }

    @Test func anUnknownServerNeedsTheOperatorsOwnTerms() throws {
        #expect(
            refusal(try admission("somebody.example", "mil=1&terms=2026-11-25&purpose=private")).contains("terms-link=")
        )
        let own = try admission(
            "somebody.example",
            "mil=1&terms=2026-11-25&purpose=private&terms-link=https://somebody.example/terms"
        )
        guard case .allowed(.some) = own else {
            Issue.record("\(own)")
            return
        }
    }

    @Test func anAgreementOfOnesOwnOpensWhatThePublicTermsDoNot() throws {
        let own = try admission(
            "opendata.adsb.fi",
            "mil=1&terms=2026-11-25&purpose=newsroom&terms-link=https://example.org/agreement"
        )
        guard case .allowed(.some) = own else {
            Issue.record("\(own)")
            return
        }
    }

    @Test func aProviderThatNeedsAKeySaysSo() throws {
        let host = "adsbexchange-com1.p.rapidapi.com"
        #expect(refusal(try admission(host, "mil=1&terms=2026-11-25&purpose=private")).contains("key-file="))
        let keyed = try admission(host, "mil=1&terms=2026-11-25&purpose=private&key-env=K")
        guard case .allowed(.some) = keyed else {
            Issue.record("\(keyed)")
            return
        }
    }

    @Test func anOwnMachineNeedsNoConfirmation() throws {
        #expect(try admission("192.168.1.9", "", .readsb) == .allowed(warning: nil))
    }
}
