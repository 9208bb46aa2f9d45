import Aero
import Outlets
import Yams

/// What the configuration file says of where alerts go.
///
///     site-url: https://pelacak.example.org
///     outbound-allow: [ntfy.lan:8080]
///     heartbeat: https://hc.example.org/ping/…
///     heartbeat-every: 300
///     outlets:
///       desk: {kind: telegram, chat: "-1001234567890", token: "@/etc/pelacak/telegram"}
///       mail: {kind: email, to: [desk@example.org], from: pelacak@example.org}
struct OutletSettings: Hashable, Sendable {
    var definitions: [OutletDefinition] = []
    /// Hosts beside the public internet that may be sent to.
    var listed: [OutboundRules.Listed] = []
    /// Where it is told, again and again, that the watch is kept.
    var heartbeat: Secret?
    /// Seconds between two of those.
    var heartbeatSeconds = 300.0
    /// The site's own address, for links in messages.
    var site: WebAddress?
    /// Secrets stand in the file itself.
    var holdsSecrets = false

    static let keys = ["outlets", "outbound-allow", "heartbeat", "heartbeat-every", "site-url"]

    /// Reads one of the keys.
    ///
    /// - Parameter name: of the file, for what is said about it.
    /// - Throws: `UsageError` for what cannot be meant, `Failure` for a file named by `@FILE` that cannot be read.
    mutating func take(_ key: String, _ node: Node, in name: String) throws {
        switch key {
        case "outlets": try takeOutlets(node, name)
        case "outbound-allow":
            for text in try Self.texts(node, key, name) {
                do throws(OutboundFailure) { listed.append(try OutboundRules.Listed(text)) } catch {
                    throw UsageError("\(key) in \(name): \(error)")
                }
            }
        case "heartbeat":
            let text = try Self.text(node, key, name)
            holdsSecrets = holdsSecrets || !text.hasPrefix("@")
            let line = try SecretFile.line(text)
            guard (try? WebAddress(line)) != nil, let secret = Secret(line) else {
                throw UsageError("\(key) in \(name) must be an address, https://…")
            }
            heartbeat = secret
        case "heartbeat-every":
            guard let seconds = Double(try Self.text(node, key, name)), (10...86_400).contains(seconds) else {
                throw UsageError("\(key) in \(name) is 10 to 86400 seconds")
            }
            heartbeatSeconds = seconds
        default:
            do throws(OutboundFailure) { site = try WebAddress(try Self.plain(node)) } catch {
                throw UsageError("\(key) in \(name): \(error)")
            }
        }
    }

    private mutating func takeOutlets(_ node: Node, _ name: String) throws {
        if node.scalar?.string.isEmpty == true { return }
        guard let mapping = node.mapping else {
            throw UsageError("outlets in \(name) must be a list of `name: {kind: …}`")
        }
        for (nameNode, value) in mapping {
            let outlet = nameNode.string ?? ""
            guard let fields = value.mapping else { throw UsageError("outlet \(outlet) in \(name) must be {kind: …}") }
            let word = fields["kind"]?.string ?? ""
            guard let kind = OutletKind(rawValue: word) else {
                let kinds = OutletKind.allCases.map(\.rawValue)
                throw UsageError(
                    "outlet \(outlet) in \(name): \"\(word)\" is no kind\(NearestName.hint(word, among: kinds)); there are \(kinds.joined(separator: ", "))"
                )
            }
            let secrets = OutletField.all(of: kind).filter(\.isSecret).map(\.key)
            var values: [String: [String]] = [:]
            for (keyNode, value) in fields where keyNode.string != "kind" {
                let key = keyNode.string ?? ""
                var texts = try Self.texts(value, "\(outlet).\(key)", name)
                if secrets.contains(key) {
                    holdsSecrets = holdsSecrets || texts.contains { !$0.hasPrefix("@") }
                    texts = try texts.map { try SecretFile.line($0) }
                }
                values[key] = texts
            }
            do throws(OutletError) {
                let definition = try OutletDefinition(name: outlet, kind: kind, values: values, isFromFile: true)
                definitions.append(definition)
            } catch { throw UsageError("outlet \(outlet) in \(name): \(error)") }
        }
    }

    private static func plain(_ node: Node) throws(OutboundFailure) -> String {
        guard let text = node.scalar?.string else { throw .badAddress(.notOne) }
        return text
    }

    private static func text(_ node: Node, _ key: String, _ name: String) throws(UsageError) -> String {
        guard let text = node.scalar?.string else { throw UsageError("\(key) in \(name) must be one value") }
        return text
    }

    private static func texts(_ node: Node, _ key: String, _ name: String) throws(UsageError) -> [String] {
        guard let sequence = node.sequence else { return [try text(node, key, name)] }
        return try sequence.map { node throws(UsageError) in try text(node, key, name) }
    }
}
