import Foundation

/// Who changed the list of hidden aircraft, when and why: one line of JSON for each change, beside the list, never shortened by us.
struct SuppressionAudit: Sendable {
    /// What the person who changes it says.
    struct Entry: Sendable {
        /// Who, as he wants to be called: an account or an office, better than a name.
        var who: String
        var why: String
        var when: String
    }

    struct Line: Codable, Hashable, Sendable {
        var when: String
        var who: String
        var action: String
        var rules: [String]
        var why: String

        init(_ entry: Entry, action: String, rules: [String]) {
            (when, who, why) = (entry.when, entry.who, entry.why)
            self.action = action
            self.rules = rules
        }
    }

    let path: String

    /// - Parameter list: the path of the list.
    init(list: String) { path = list + ".audit.jsonl" }

    func append(_ line: Line) throws(SuppressionListError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if !FileManager.default.fileExists(atPath: path) { try? PrivateFile.create(path)?.close() }
        guard var data = try? encoder.encode(line), let handle = FileHandle(forWritingAtPath: path) else {
            throw .unwritable(path: path)
        }
        defer { try? handle.close() }
        data.append(UInt8(ascii: "\n"))
        do {
            try handle.seekToEnd()
            try handle.write(contentsOf: data)
            try handle.synchronize()
        } catch { throw .unwritable(path: path) }
    }
}
