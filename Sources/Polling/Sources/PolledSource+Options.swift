import Aero

extension PolledSource {
    /// The words a polled source takes besides its question, for "did you mean".
    public static let words = [
        "every", "terms", "purpose", "terms-link", "key", "key-file", "key-env", "client-id", "client-secret",
        "client-secret-file", "client-secret-env", "keep-bodies", "circle", "hex", "reg", "type", "mil", "box",
        "icao24",
    ]

    /// Reads a source from what stands behind its scheme.
    ///
    /// - Parameters:
    ///   - options: those it knows are taken out.
    /// - Throws: `PollSourceError` that says what to write.
    public init(
        format: PollFormat,
        isSecure: Bool,
        host: String,
        port: Int,
        path: String,
        taking options: inout [String: String]
    ) throws(PollSourceError) {
        let query = try PollQuery(taking: &options, format: format)
        let target = try PollTarget(
            format: format,
            isSecure: isSecure,
            host: host,
            port: port,
            path: path,
            query: query
        )
        self.init(target: target)
        if let text = options.removeValue(forKey: "every") {
            guard let seconds = Double(text), (0.5...86_400).contains(seconds) else {
                throw PollSourceError(field: "every", "every=\(text.prefix(20)): write 0.5 to 86400 seconds")
            }
            interval = seconds
        }
        key = try SecretReference.take("key", &options)
        if format.needsConfirmation { try confirm(taking: &options) }
        if format == .openSky { try takeClient(&options) }
        switch options.removeValue(forKey: "keep-bodies") {
        case nil, "0": break
        case "1": keepsBodies = true
        case let other?: throw PollSourceError(field: "keep-bodies", "keep-bodies=\(other.prefix(20)): write 1 or 0")
        }
    }

    /// Takes `terms=`, `purpose=` and `terms-link=`, the operator's word that he has read the terms.
    ///
    /// - Throws: `PollSourceError` that says what to write.
    public mutating func confirm(taking options: inout [String: String]) throws(PollSourceError) {
        if let link = options.removeValue(forKey: "terms-link") {
            let isLink = link.wholeMatch(of: /https?:\/\/[\x21-\x7E]{1,400}/) != nil
            guard isLink, !link.utf8.contains(where: { "\"<>\\^`{|}".utf8.contains($0) }) else {
                throw PollSourceError(field: "terms-link", "terms-link= needs the address of the terms, as https://…")
            }
            ownTerms = link
        }
        let (terms, purpose) = (options.removeValue(forKey: "terms"), options.removeValue(forKey: "purpose"))
        guard terms != nil || purpose != nil else { return }
        guard let terms, let purpose else {
            throw PollSourceError(
                field: terms == nil ? "terms" : "purpose",
                "terms= and purpose= stand together, as terms=2026-11-25&purpose=private"
            )
        }
        guard let known = Purpose(rawValue: purpose) else {
            throw PollSourceError(
                field: "purpose",
                "purpose=\(purpose.prefix(20)): write private, research or newsroom"
            )
        }
        confirmation = try Confirmation(termsRead: terms, purpose: known)
    }

    private mutating func takeClient(_ options: inout [String: String]) throws(PollSourceError) {
        clientID = options.removeValue(forKey: "client-id")
        clientSecret = try SecretReference.take("client-secret", &options)
        guard (clientID == nil) == (clientSecret == nil) else {
            throw PollSourceError(field: "client-id", "client-id= and client-secret-file= (or -env=) stand together")
        }
        if let clientID, Secret(clientID)?.value != clientID {
            throw PollSourceError(field: "client-id", "client-id= is none")
        }
    }

    /// The options it was written with, in a fixed order.
    ///
    /// - Parameter isPublic: leaves out keys and where they are, and the place that is looked at: most look around themselves.
    public func options(isPublic: Bool) -> [(String, String)] {
        var list: [(String, String)] = []
        if let word = target.queryWord, let option = target.query.option, !(isPublic && target.query.tellsPlace) {
            list.append((word, option.value ?? "1"))
        }
        if let interval { list.append(("every", PollQuery.text(interval))) }
        if let confirmation {
            list.append(("terms", confirmation.termsRead))
            list.append(("purpose", confirmation.purpose.rawValue))
        }
        if let ownTerms { list.append(("terms-link", ownTerms)) }
        if keepsBodies { list.append(("keep-bodies", "1")) }
        guard !isPublic else { return list }
        if let key { list.append(key.option("key")) }
        if let clientID { list.append(("client-id", clientID)) }
        if let clientSecret { list.append(clientSecret.option("client-secret")) }
        return list
    }
}
