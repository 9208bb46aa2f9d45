import Aero
import Foundation
import Watch

/// Rules on disk: `DATA/watches/rules`, a folder for each, a file for each version, and which version is at work; what an operator wrote by hand
/// as `DATA/watches/NAME.yaml` or `.json` stands beside them, and is changed by hand alone.
struct RuleBook {
    /// A rule as it is kept.
    struct Entry: Sendable {
        let rule: WatchRule
        var isEnabled: Bool
        let by: String
        let made: Timestamp
        /// Written by hand: the interface does not change it.
        let isByHand: Bool
    }

    private struct Version: Codable {
        let by: String
        let made: Double
        /// JSON as text, so that its order stays.
        let rule: String
    }

    private struct Standing: Codable {
        var version: Int
        var isEnabled: Bool
        var isRemoved: Bool?
    }

    /// Rules that are kept at most.
    static let most = 1_000
    private static let largestFile = 262_144

    let folder: String
    private var rulesFolder: String { folder + "/rules" }

    init(dataFolder: String) { folder = dataFolder + "/watches" }

    /// All rules in the order of their ids; what cannot be read is told with its file's name.
    func entries() -> (entries: [Entry], troubles: [String]) {
        var (entries, troubles): ([Entry], [String]) = ([], [])
        for name in names(in: rulesFolder) {
            guard let standing = standing(name) else {
                troubles.append("rules/\(name): cannot be read")
                continue
            }
            guard standing.isRemoved != true else { continue }
            do throws(Failure) { entries.append(try entry(name, standing)) } catch { troubles.append("\(error)") }
        }
        for name in handFiles {
            do throws(Failure) {
                let entry = try byHand(name)
                // Alerts of both would have the same ids: one would swallow the other's.
                guard !entries.contains(where: { $0.rule.id == entry.rule.id }) else {
                    throw Failure("\(name): there is a rule \(entry.rule.id) already")
                }
                entries.append(entry)
            } catch { troubles.append("\(error)") }
        }
        return (entries.sorted { $0.rule.id < $1.rule.id }, troubles)
    }

    /// Changes whenever a file that was written by hand does.
    var stamp: String {
        handFiles.map { name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return "\(name) \(date) \((attributes?[.size] as? NSNumber)?.intValue ?? 0)"
        }.joined(separator: "\n")
    }

    /// Whether there is such a file, readable or not.
    func has(_ handFile: String) -> Bool { handFiles.contains(handFile) }

    private var handFiles: [String] {
        names(in: folder).filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".json")) && $0 != OutletShelf.fileName }
    }

    /// Writes a version; it is on disk when this returns.
    func write(_ rule: WatchRule, isEnabled: Bool, by who: String, at time: Timestamp) throws(Failure) {
        let path = "\(rulesFolder)/\(rule.id)"
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch { throw Failure("the folder \(folder) cannot be written") }
        let version = Version(by: who, made: time.seconds, rule: rule.source.json)
        try put(version, "\(path)/\(rule.version).json")
        try put(Standing(version: rule.version, isEnabled: isEnabled), "\(path)/standing.json")
    }

    func setEnabled(_ isEnabled: Bool, _ id: String) throws(Failure) {
        guard var standing = standing(id) else { throw Failure("rules/\(id): cannot be read") }
        standing.isEnabled = isEnabled
        try put(standing, "\(rulesFolder)/\(id)/standing.json")
    }

    /// Its versions stay on disk: alerts name them.
    func remove(_ id: String) throws(Failure) {
        guard var standing = standing(id) else { throw Failure("rules/\(id): cannot be read") }
        (standing.isEnabled, standing.isRemoved) = (false, true)
        try put(standing, "\(rulesFolder)/\(id)/standing.json")
    }

    /// The highest version ever written of a rule, removed or not; 0 for none.
    func lastVersion(_ id: String) -> Int {
        names(in: "\(rulesFolder)/\(id)").compactMap { Int($0.replacing(".json", with: "")) }.max() ?? 0
    }

    /// An id of a name: letters, digits and hyphens.
    static func id(_ name: String) -> String {
        var id = ""
        for scalar in name.lowercased().unicodeScalars {
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                id.unicodeScalars.append(scalar)
            } else if !id.isEmpty, id.last != "-" {
                id.append("-")
            }
        }
        let cut = String(id.prefix(48))
        let trimmed = cut.hasSuffix("-") ? String(cut.dropLast()) : cut
        return trimmed.isEmpty ? "watch" : trimmed
    }

    // MARK: - Files

    private func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter { !$0.hasPrefix(".") }
    }

    private func read(_ path: String) -> Data? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: Self.largestFile + 1), data.count <= Self.largestFile else {
            return nil
        }
        return data
    }

    private func standing(_ id: String) -> Standing? {
        read("\(rulesFolder)/\(id)/standing.json").flatMap { try? JSONDecoder().decode(Standing.self, from: $0) }
    }

    private func entry(_ id: String, _ standing: Standing) throws(Failure) -> Entry {
        let path = "rules/\(id)/\(standing.version).json"
        guard let data = read("\(folder)/\(path)"), let version = try? JSONDecoder().decode(Version.self, from: data)
        else { throw Failure("\(path): cannot be read") }
        do throws(RuleError) {
            return Entry(
                rule: try WatchRule(RuleValue(json: version.rule.utf8), id: id),
                isEnabled: standing.isEnabled,
                by: version.by,
                made: Timestamp(seconds: version.made),
                isByHand: false
            )
        } catch { throw Failure("\(path): \(error)") }
    }

    private func byHand(_ name: String) throws(Failure) -> Entry {
        let path = "\(folder)/\(name)"
        guard let data = read(path), let text = String(data: data, encoding: .utf8) else {
            throw Failure("\(name): cannot be read, or is larger than a rule may be")
        }
        let id = Self.id(String(name.dropLast(5)))
        do throws(RuleError) {
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return Entry(
                rule: try WatchRule(RuleYAML.tree(text), id: id),
                isEnabled: true,
                by: name,
                made: Timestamp(seconds: changed),
                isByHand: true
            )
        } catch { throw Failure("\(name): \(error)") }
    }

    private func put(_ value: some Encodable, _ path: String) throws(Failure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value), PrivateFile.replace(path, with: data) else {
            throw Failure("\(path) cannot be written")
        }
    }
}
