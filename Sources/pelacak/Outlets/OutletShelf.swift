import Aero
import Foundation
import Outlets

/// The outlets that were added while the program ran, or by `pelacak outlet add`: `DATA/watches/outlets.json` without secrets, and the
/// secrets apart in `DATA/watches/secrets`; only their owner may read either.
struct OutletShelf: Sendable {
    private struct Entry: Codable {
        var name: String
        var kind: String
        var settings: [String: [String]]
    }

    private struct Document: Codable {
        var version = 1
        var outlets: [Entry] = []
    }

    private struct Keys: Codable {
        var version = 1
        var secrets: [String: [String: String]] = [:]
    }

    /// What tells whether somebody wrote since.
    struct Stamp: Hashable, Sendable {
        fileprivate var changed: Date?
        fileprivate var number: Int?
    }

    let folder: String
    /// It lies beside rules that are written by hand.
    static let fileName = "outlets.json"
    private var path: String { folder + "/" + Self.fileName }
    private var secretsPath: String { folder + "/secrets" }

    /// Outlets kept at most.
    static let capacity = 200
    private static let largest = 1 << 20

    /// - Parameter dataFolder: of the program.
    init(dataFolder: String) { folder = dataFolder + "/watches" }

    var stamp: Stamp {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return Stamp(
            changed: attributes?[.modificationDate] as? Date,
            number: (attributes?[.systemFileNumber] as? NSNumber)?.intValue
        )
    }

    /// All outlets that can be meant, and what is wrong with the others, one line each.
    ///
    /// - Throws: `Failure` where a file cannot be read.
    func read() throws(Failure) -> (outlets: [OutletDefinition], problems: [String]) {
        let (document, keys): (Document, Keys) = (try content(path) ?? Document(), try content(secretsPath) ?? Keys())
        var (outlets, problems): ([OutletDefinition], [String]) = ([], [])
        for entry in document.outlets {
            var values = entry.settings
            for (key, secret) in keys.secrets[entry.name] ?? [:] { values[key] = [secret] }
            guard let kind = OutletKind(rawValue: entry.kind) else {
                problems.append("outlet \(entry.name): \"\(entry.kind)\" is no kind")
                continue
            }
            do throws(OutletError) {
                outlets.append(try OutletDefinition(name: entry.name, kind: kind, values: values))
            } catch { problems.append("outlet \(entry.name): \(error)") }
        }
        return (outlets, problems)
    }

    /// Adds an outlet; secrets are on the disk before it is.
    ///
    /// - Throws: `Failure` where the name is taken, there are too many, or a file cannot be written.
    func add(_ outlet: OutletDefinition) throws(Failure) {
        try withLock { () throws(Failure) in
            var (document, keys): (Document, Keys) = (
                try content(path) ?? Document(), try content(secretsPath) ?? Keys()
            )
            guard !document.outlets.contains(where: { $0.name == outlet.name }) else {
                throw Failure("there is an outlet \(outlet.name) already")
            }
            guard document.outlets.count < Self.capacity else {
                throw Failure("there are \(Self.capacity) outlets already")
            }
            keys.secrets[outlet.name] = outlet.secrets.isEmpty ? nil : outlet.secrets.mapValues(\.value)
            document.outlets.append(Entry(name: outlet.name, kind: outlet.kind.rawValue, settings: outlet.settings))
            try write(keys, secretsPath)
            try write(document, path)
        }
    }

    /// - Returns: whether there was one.
    func remove(_ name: String) throws(Failure) -> Bool {
        try withLock { () throws(Failure) in
            var (document, keys): (Document, Keys) = (
                try content(path) ?? Document(), try content(secretsPath) ?? Keys()
            )
            guard let index = document.outlets.firstIndex(where: { $0.name == name }) else { return false }
            document.outlets.remove(at: index)
            keys.secrets[name] = nil
            try write(document, path)
            try write(keys, secretsPath)
            return true
        }
    }

    /// A secret of an outlet that is always there; made once.
    func ownSecret(_ outlet: String, _ key: String) throws(Failure) -> String {
        try withLock { () throws(Failure) in
            var keys: Keys = try content(secretsPath) ?? Keys()
            if let secret = keys.secrets[outlet]?[key] { return secret }
            let secret = Self.newKey()
            keys.secrets[outlet, default: [:]][key] = secret
            try write(keys, secretsPath)
            return secret
        }
    }

    /// 160 bits of the system's generator of secrets, as 40 hexadecimal digits.
    static func newKey() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<5).map { _ in Hexadecimal.lower(UInt64(UInt32.random(in: 0 ... .max, using: &generator)), digits: 8)
        }
        .joined()
    }

    private func content<Value: Decodable>(_ path: String) throws(Failure) -> Value? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: Self.largest + 1),
            data.count <= Self.largest, let value = try? JSONDecoder().decode(Value.self, from: data)
        else { throw Failure("\(path) cannot be read or is not what pelacak writes; put it right or take it away") }
        return value
    }

    private func write(_ value: some Encodable, _ path: String) throws(Failure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value), PrivateFile.replace(path, with: data) else {
            throw Failure("cannot write \(path); check that the folder may be written and has room")
        }
    }

    private func withLock<Value>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
        try? FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        guard let handle = PrivateFile.lock(path + ".lock") else { throw Failure("cannot write in \(folder)") }
        defer { try? handle.close() }
        return try body()
    }
}
