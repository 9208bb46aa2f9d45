import Aero
import ArgumentParser
import Foundation
import Site
import Store
import Tracking

/// `pelacak history callsign`
struct HistoryCallsign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "callsign",
        abstract: "Which aircraft used a callsign, when, and from where to where."
    )

    @Argument(help: ArgumentHelp("The callsign; with * at its end all that begin so.", valueName: "CALL")) var callsign:
        String
    @Option(help: ArgumentHelp("From then on; all there is without.", valueName: "T")) var from: String?
    @Option(help: ArgumentHelp("Until then.", valueName: "T")) var to: String?
    @Option(help: ArgumentHelp("Lines at most.", valueName: "N")) var limit = 1_000
    @OptionGroup var question: QuestionOptions

    func run() async throws {
        // The years that a time may have.
        let during = try QuestionOptions.range(from, to, else: Timestamp(seconds: -9.2e9)..<Timestamp(seconds: 9.2e9))
        guard limit > 0 else { throw UsageError("--limit: write 1 or more") }
        try await question.ask { store, realm in
            let answers = HistoryAnswers(store, realm: realm, book: StoredBook(folder: question.archive.dataFolder))
            let json = try await answers.uses(of: callsign, during: during, limit: limit)
            if question.json { return try QuestionOptions.write(json) }
            let document = try JSONDecoder().decode(Document.self, from: Data(json))
            print("hex callsign registration first last from_lat from_lon to_lat to_lon positions")
            for use in document.uses {
                let places = [use.first.latitude, use.first.longitude, use.last.latitude, use.last.longitude]
                let words = [
                    use.hex, use.callsign ?? "-", use.registration ?? "-",
                    TimeText.isoWithFraction(Timestamp(seconds: use.first.time)),
                    TimeText.isoWithFraction(Timestamp(seconds: use.last.time)),
                ]
                let numbers = places.map { $0.map { String(format: "%.5f", $0) } ?? "-" } + [String(use.positions)]
                print((words + numbers).joined(separator: " "))
            }
            if document.isCut {
                StandardError.line("pelacak: there are more; ask for less time at once, or raise --limit")
            }
            QuestionOptions.tell(credits: document.credits, realm)
        }
    }

    /// What is printed of the interface's answer.
    private struct Document: Decodable {
        struct Moment: Decodable {
            var time: Double
            var latitude: Double?
            var longitude: Double?
        }
        struct Use: Decodable {
            var hex: String
            var callsign: String?
            var registration: String?
            var first: Moment
            var last: Moment
            var positions: Int
        }
        var uses: [Use]
        var isCut: Bool
        var credits: [String]
    }
}
