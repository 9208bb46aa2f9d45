import Polling

extension SourceSpecification {
    static let pollSchemes = [
        "readsb+http", "readsb+https", "v2+https", "v2+http", "opensky+https", "opensky+http",
    ]

    /// Reads a polled source: `HOST[:PORT][/PATH]` and its options.
    static func polled(
        _ scheme: String,
        _ head: String,
        _ options: inout [String: String]
    ) throws(UsageError) -> PolledSource {
        let parts = scheme.split(separator: "+")
        guard parts.count == 2, let format = PollFormat(rawValue: String(parts[0])) else {
            throw UsageError("unknown kind of source \"\(scheme)\"")
        }
        let isSecure = parts[1] == "https"
        let slash = head.firstIndex(of: "/") ?? head.endIndex
        let endpoint = try Endpoint(head[..<slash], defaultPort: isSecure ? 443 : 80)
        do {
            return try PolledSource(
                format: format,
                isSecure: isSecure,
                host: endpoint.host,
                port: endpoint.port,
                path: String(head[slash...]),
                taking: &options
            )
        } catch { throw UsageError(error.description) }
    }

    /// The polled source, if it is one.
    var polled: PolledSource? {
        if case .poll(let source) = kind { source } else { nil }
    }

    /// What stands behind "claimed by": the provider, whatever its operator calls the source.
    func feedName(_ directory: ProviderDirectory) -> String {
        guard let source = polled, source.target.format.needsConfirmation else { return shownName }
        return source.profile(directory).name
    }

    /// Whose data they are and under which terms.
    func origin(_ directory: ProviderDirectory) -> FeedOrigin {
        guard let source = polled else { return .own }
        let profile = source.profile(directory)
        return FeedOrigin(
            isPolled: true,
            licence: profile.licence,
            credit: profile.credit.isEmpty ? nil : profile.credit,
            home: profile.home
        )
    }
}

extension PolledSource {
    func profile(_ directory: ProviderDirectory) -> ProviderProfile {
        directory.profile(for: target, ownTerms: ownTerms)
    }

    /// What people see where nobody gave a name; without the host of an own machine, because names are shown to everybody.
    var shownName: String {
        target.format.needsConfirmation ? profile(.standard).name : "\(target.format.rawValue) port \(target.port)"
    }
}
