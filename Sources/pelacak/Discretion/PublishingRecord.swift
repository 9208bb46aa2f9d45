import Aero
import Foundation

/// What was answered to the questions before publishing, when, by whom and why: one line of JSON for each time, never shortened by us.
struct PublishingRecord: Sendable {
    struct Decision: Codable, Hashable, Sendable {
        var when: String
        /// Who, as he wants to be called: an account or an office, better than a name.
        var who: String
        /// What is published: `site`, or the name of a visit.
        var subject: String
        /// Every question, by its word.
        var answers: [String: Bool]
        var why: String

        /// The answers that call for something to be done first.
        var cares: [PublishingQuestion] {
            PublishingQuestion.allCases.filter { question in
                answers[question.rawValue].map(question.callsForCare) ?? true
            }
        }
    }

    static let site = "site"
    let path: String

    /// - Parameter folder: the data folder.
    init(folder: String) { path = folder + "/publishing.jsonl" }

    /// Writes a decision down; it is on disk when this returns.
    func append(_ decision: Decision) throws(Failure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if !FileManager.default.fileExists(atPath: path) { try? PrivateFile.create(path)?.close() }
        guard var data = try? encoder.encode(decision), let handle = FileHandle(forWritingAtPath: path) else {
            throw Failure("\(path) cannot be written")
        }
        defer { try? handle.close() }
        data.append(UInt8(ascii: "\n"))
        do {
            try handle.seekToEnd()
            try handle.write(contentsOf: data)
            try handle.synchronize()
        } catch { throw Failure("\(path) cannot be written") }
    }

    private static let largest = 16 << 20

    /// All that was decided, oldest first; a line that is none of ours is left out.
    func decisions() throws(Failure) -> [Decision] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Failure("\(path) may not be read by this user")
        }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: Self.largest + 1), data.count <= Self.largest else {
            throw Failure("\(path) cannot be read, or is larger than 16 MiB")
        }
        let decoder = JSONDecoder()
        return data.split(separator: UInt8(ascii: "\n")).compactMap { try? decoder.decode(Decision.self, from: $0) }
    }

    /// The day on which somebody last answered for the site, `2026-11-26`; `nil` where nobody did.
    func lastDay() -> String? {
        (try? decisions())?.last { $0.subject == Self.site }.map { String($0.when.prefix(10)) }
    }
}
