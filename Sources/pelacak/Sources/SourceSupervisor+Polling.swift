import Polling
import Site

extension SourceSupervisor {
    /// A polled source as the page describes it.
    static func polled(_ draft: PollDraft) throws(SourceDeskError) -> PolledSource {
        guard let format = PollFormat(rawValue: draft.format.rawValue) else {
            throw .invalid(field: "format", message: "this format is not polled")
        }
        var options: [String: String] = [:]
        if let query = draft.query { options[query] = draft.value ?? "" }
        options["every"] = draft.every.map { "\($0)" }
        options["terms"] = draft.terms
        options["purpose"] = draft.purpose
        options["terms-link"] = draft.termsLink
        options["key"] = draft.key
        options["client-id"] = draft.clientID
        options["client-secret"] = draft.clientSecret
        let place = try address(draft, format)
        do {
            let source = try PolledSource(
                format: format,
                isSecure: place.isSecure,
                host: place.endpoint.host,
                port: place.endpoint.port,
                path: place.path,
                taking: &options
            )
            _ = try source.target.requestPath(source.profile(.standard))
            if let left = options.keys.min() {
                throw SourceDeskError.invalid(field: "poll", message: "\(format.rawValue) takes no \"\(left)\"")
            }
            return source
        } catch let error as PollSourceError {
            throw .invalid(field: error.field, message: error.description)
        } catch let error as SourceDeskError {
            throw error
        } catch {
            throw .invalid(field: "poll", message: "\(error)")
        }
    }

    private static func address(
        _ draft: PollDraft,
        _ format: PollFormat
    ) throws(SourceDeskError) -> (isSecure: Bool, endpoint: Endpoint, path: String) {
        var text = draft.address ?? ""
        if let id = draft.provider {
            guard let profile = ProviderDirectory.standard.profiles.first(where: { $0.id == id }),
                let host = profile.hosts.first,
                profile.formats.contains(format)
            else { throw .invalid(field: "provider", message: "there is no provider \"\(id)\" for this format") }
            text = "https://\(host)"
        }
        var isSecure = format != .readsb
        if text.hasPrefix("https://") {
            (text, isSecure) = (String(text.dropFirst(8)), true)
        } else if text.hasPrefix("http://") {
            (text, isSecure) = (String(text.dropFirst(7)), false)
        }
        let slash = text.firstIndex(of: "/") ?? text.endIndex
        do {
            let endpoint = try Endpoint(text[..<slash], defaultPort: isSecure ? 443 : 80)
            return (isSecure, endpoint, String(text[slash...]))
        } catch {
            throw .invalid(field: "address", message: error.description)
        }
    }
}

extension SourceSpecification {
    /// With the operator's word that he has read the terms.
    func confirmed(terms: String, purpose: String, termsLink: String?) throws(SourceDeskError) -> SourceSpecification {
        guard var source = polled, source.target.format.needsConfirmation else {
            throw .invalid(field: "confirm", message: "this source needs no confirmation")
        }
        var options = ["terms": terms, "purpose": purpose]
        if let termsLink, !termsLink.isEmpty { options["terms-link"] = termsLink }
        do { try source.confirm(taking: &options) } catch {
            throw .invalid(field: error.field, message: error.description)
        }
        var copy = self
        copy.kind = .poll(source)
        return copy
    }
}

extension PolledSource {
    /// Whether a key is fetched from a file or the environment.
    var namesSecretsOfThisMachine: Bool {
        [key, clientSecret].contains { reference in
            switch reference {
            case .file, .environment: true
            case .literal, nil: false
            }
        }
    }
}
