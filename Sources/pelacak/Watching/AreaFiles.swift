import Aero
import Foundation
import Site
import Watch

/// Areas that rules ask for by name: `DATA/watches/areas/NAME.json`, as rules write them out; or `.yaml`, written by hand and changed by hand
/// alone.
struct AreaFiles: Sendable {
    let folder: String

    /// Areas that are kept at most.
    static let most = 500
    private static let largest = 65_536

    init(dataFolder: String) { folder = dataFolder + "/watches/areas" }

    /// All areas by name, and what is wrong with the files of others, one line each.
    func areas() -> (areas: [NamedArea], troubles: [String]) {
        var (areas, troubles): ([NamedArea], [String]) = ([], [])
        for file in files.prefix(Self.most) {
            let (name, isByHand) = (String(file.dropLast(5)), file.hasSuffix(".yaml"))
            do throws(RuleError) {
                guard NamedArea.isName(name), let data = read(file), let text = String(data: data, encoding: .utf8)
                else {
                    troubles.append("areas/\(file): cannot be read")
                    continue
                }
                let tree = try isByHand ? RuleYAML.tree(text) : RuleValue(json: [UInt8](data))
                _ = try WatchArea(tree)
                areas.append(NamedArea(name: name, area: Array(tree.json.utf8), isByHand: isByHand))
            } catch { troubles.append("areas/\(file): \(error)") }
        }
        return (areas.sorted { $0.name < $1.name }, troubles)
    }

    /// As rules ask for them.
    func byName() -> [String: WatchArea] {
        var found: [String: WatchArea] = [:]
        for area in areas().areas where found[area.name] == nil {
            found[area.name] = try? WatchArea(RuleValue(json: area.area))
        }
        return found
    }

    /// Changes whenever a file does.
    var stamp: String {
        files.map { file in
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(file)")
            let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return "\(file) \(date) \((attributes?[.size] as? NSNumber)?.intValue ?? 0)"
        }.joined(separator: "\n")
    }

    /// Writes one; it is on disk when this returns.
    func write(_ area: NamedArea) throws(Failure) {
        try? FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        guard PrivateFile.replace("\(folder)/\(area.name).json", with: Data(area.area)) else {
            throw Failure("the area \(area.name) cannot be written; check that \(folder) may be written and has room")
        }
    }

    func remove(_ name: String) throws(Failure) {
        do { try FileManager.default.removeItem(atPath: "\(folder)/\(name).json") } catch {
            throw Failure("the area \(name) cannot be deleted; check that \(folder) may be written")
        }
    }

    private var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
            .filter { !$0.hasPrefix(".") && ($0.hasSuffix(".json") || $0.hasSuffix(".yaml")) }
    }

    private func read(_ file: String) -> Data? {
        guard let handle = FileHandle(forReadingAtPath: "\(folder)/\(file)") else { return nil }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: Self.largest + 1), data.count <= Self.largest else { return nil }
        return data
    }
}
