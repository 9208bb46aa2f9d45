import Aero

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

    private var file: PrivateJSONLines<Decision> { PrivateJSONLines(path: path, largest: 16 << 20) }

    /// Writes a decision down; it is on disk when this returns.
    func append(_ decision: Decision) throws(Failure) {
        do { try file.append(decision) } catch { throw Failure("\(path) cannot be written") }
    }

    /// All that was decided, oldest first; a line that is none of ours is left out.
    func decisions() throws(Failure) -> [Decision] {
        do throws(PrivateJSONLinesError) { return try file.lines() } catch {
            switch error {
            case .tooLarge(let bytes): throw Failure("\(path) is larger than \(bytes >> 20) MiB")
            case .unreadable, .unwritable, .strange:
                throw Failure("\(path) cannot be read; check that this user may read it")
            }
        }
    }

    /// The day on which somebody last answered for the site, `2026-11-26`; `nil` where nobody did.
    func lastDay() -> String? {
        (try? decisions())?.last { $0.subject == Self.site }.map { String($0.when.prefix(10)) }
    }
}
