import Flights
import Foundation
import Yams

/// The configuration file: YAML with the names of the flags of `serve`.
struct ConfigurationFile: Sendable {
    /// What may stand in it.
    struct Content: Hashable, Sendable {
        var listen: String?
        var data: String?
        var source: [String] = []
        var sink: [String] = []
        var feeder: [String] = []
        var receiver: String?
        var basemap: String?
        var token: String?
        /// Values of `OperationSettings.keys`.
        var operation: [String: [String]] = [:]
        var tar1090: String?
        var tar1090Mode: String?
        var tar1090Tiles: String?
        /// What types can do, over the built-in table.
        var airframes = AirframeTable()
        /// Where alerts go.
        var outlets = OutletSettings()
    }

    let path: String

    /// The file's name without its folder.
    var name: String { URL(fileURLWithPath: path).lastPathComponent }

    static let keys =
        [
            "listen", "data", "source", "sink", "feeder", "receiver", "basemap", "token", "tar1090", "tar1090-mode",
            "tar1090-tiles", "airframes",
        ] + OutletSettings.keys + OperationSettings.keys
    private static let largestFile = 1 << 20

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Reads the file; one that is not there is empty.
    ///
    /// - Parameter isNamed: somebody named it: then it must be there.
    /// - Throws: `Failure` when it cannot be read, `UsageError` when something in it cannot be meant.
    func read(isNamed: Bool = false) throws -> Content {
        guard exists else {
            guard isNamed else { return Content() }
            throw Failure("there is no configuration \(path); make the file (it may be empty) or do not name it")
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Failure("cannot read the configuration \(path); check that you may read it")
        }
        let data = (try? handle.read(upToCount: Self.largestFile + 1)) ?? Data()
        guard data.count <= Self.largestFile, let text = String(data: data, encoding: .utf8) else {
            throw Failure("the configuration \(path) is larger than 1 MiB or no UTF-8 text; is it the right file?")
        }
        return try Self.parse(text, name: path)
    }

    /// What to say when keys stand in the file and others than its owner may read it.
    func warning(_ content: Content) -> String? {
        let texts = content.source + content.sink + content.feeder
        // A token may stand in a file of its own.
        let holdsToken = content.token.map { !$0.hasPrefix("@") } ?? false
        guard holdsToken || content.outlets.holdsSecrets || texts.contains(where: ArgumentSecrets.holdsKey),
            let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 != 0
        else { return nil }
        return "keys stand in \(path), which others on this machine may read: chmod 600 \(path)"
    }

    static func parse(_ text: String, name: String) throws -> Content {
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch {
            let line = "\(error)".split(whereSeparator: \.isNewline).first.map(String.init) ?? "not YAML"
            throw UsageError("the configuration \(name) is no YAML: \(line)")
        }
        guard let node, node != Node("") else { return Content() }
        guard let mapping = node.mapping else {
            throw UsageError("the configuration \(name) must be a list of `name: value` lines")
        }
        var content = Content()
        for (keyNode, value) in mapping {
            let key = keyNode.string ?? ""
            switch key {
            case "listen": content.listen = try string(value, key, name)
            case "data": content.data = try string(value, key, name)
            case "source": content.source = try strings(value, key, name)
            case "sink": content.sink = try strings(value, key, name)
            case "feeder": content.feeder = try strings(value, key, name)
            case "receiver": content.receiver = try string(value, key, name)
            case "basemap": content.basemap = try string(value, key, name)
            case "token": content.token = try string(value, key, name)
            case "tar1090": content.tar1090 = try string(value, key, name)
            case "tar1090-mode": content.tar1090Mode = try string(value, key, name)
            case "tar1090-tiles": content.tar1090Tiles = try string(value, key, name)
            case "airframes":
                do { content.airframes = try AirframeSettings.table(value) } catch {
                    throw UsageError("\(key) in \(name): \(error)")
                }
            case _ where OutletSettings.keys.contains(key): try content.outlets.take(key, value, in: name)
            case _ where OperationSettings.keys.contains(key):
                content.operation[key] =
                    ["trusted-proxy", "cors"].contains(key)
                    ? try strings(value, key, name) : [try string(value, key, name)]
            default:
                throw UsageError("unknown key \"\(key)\" in \(name)\(NearestName.hint(key, among: keys))")
            }
        }
        return content
    }

    private static func string(_ node: Node, _ key: String, _ name: String) throws -> String {
        guard let text = node.scalar?.string else { throw UsageError("\(key) in \(name) must be one value") }
        return text
    }

    private static func strings(_ node: Node, _ key: String, _ name: String) throws -> [String] {
        if let text = node.scalar?.string { return text.isEmpty ? [] : [text] }
        guard let sequence = node.sequence else { throw UsageError("\(key) in \(name) must be a list") }
        return try sequence.map { try string($0, key, name) }
    }

    /// Writes the sources and keeps everything else in the file, comments too. The file is replaced at once or not at all, and only
    /// its owner may read it: it holds the receivers' places.
    ///
    /// - Throws: `Failure` that says what to do.
    func write(sources: [String]) throws(Failure) {
        let manager = FileManager.default
        do {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            try manager.createDirectory(at: folder, withIntermediateDirectories: true)
            let old = (try? String(contentsOfFile: path, encoding: .utf8)) ?? Self.head
            let draft = folder.appendingPathComponent(".\(name).new")
            guard manager.createFile(atPath: draft.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
                throw Failure("")
            }
            let text = try Self.replacingSources(in: old, with: sources)
            guard try Self.parse(text, name: name).source == sources else { throw Failure("") }
            try Data(text.utf8).write(to: draft)
            // safe: both paths live as long as the call. `rename` keeps the draft's rights and never leaves half a file.
            guard unsafe rename(draft.path, path) == 0 else { throw Failure("") }
        } catch {
            throw Failure(
                "cannot write the configuration \(path); check that the folder may be written, or choose another with --config"
            )
        }
    }

    private static let head =
        "# Configuration of pelacak: the flags of `pelacak serve`. The Sources page writes the list of sources.\n"

    /// The text with the lines of `source` replaced and all others as they were.
    static func replacingSources(in text: String, with sources: [String]) throws -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        var list: [String] = []
        if !sources.isEmpty {
            let yaml = try Yams.serialize(node: Node([(Node("source"), Node(sources.map { Node($0) }))]))
            list = yaml.split(separator: "\n").map(String.init)
        }
        if let start = lines.firstIndex(where: { $0.firstMatch(of: /^["']?source["']?\s*:/) != nil }) {
            // Blank lines and comments between two entries belong to the list; those behind its last entry do not.
            var end = start + 1
            for index in lines.indices.dropFirst(start + 1) {
                let line = lines[index]
                if line.hasPrefix("-") || line.hasPrefix(" ") || line.hasPrefix("\t") { end = index + 1 }
                if let first = line.first, !"- \t#".contains(first) { break }
            }
            lines.replaceSubrange(start..<end, with: list)
        } else {
            lines += list
        }
        return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }
}
