import Aero
import ArgumentParser
import Foundation
import Site
import Store
import Tracking

/// `pelacak history days`
struct HistoryDays: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "days",
        abstract: "How much was heard by day, of everything or of one aircraft."
    )

    @Argument(help: ArgumentHelp("An address; everything without.", valueName: "HEX")) var aircraft: String?
    @Option(help: ArgumentHelp("From then on; the first day without.", valueName: "T")) var from: String?
    @Option(help: ArgumentHelp("Until then.", valueName: "T")) var to: String?
    @OptionGroup var question: QuestionOptions

    func run() async throws {
        let aircraft = try aircraft.map { text throws(UsageError) in try QuestionOptions.aircraft(text) }
        // The years that a time may have.
        let ever = Timestamp(seconds: -9.2e9)..<Timestamp(seconds: 9.2e9)
        let during = try QuestionOptions.range(from, to, else: ever)
        try await question.ask { store, realm in
            let answers = HistoryAnswers(store, realm: realm, book: StoredBook(folder: question.archive.dataFolder))
            if question.json {
                let json: [UInt8]
                if let aircraft {
                    json = try await answers.days(of: aircraft, during: during)
                } else {
                    json = try await answers.days(during: during)
                }
                return try QuestionOptions.write(json)
            }
            let days: [ArchivedDay]
            if let aircraft {
                days = try await store.days(of: aircraft).filter { QuestionOptions.day($0.number).overlaps(during) }
                if let span = try await store.span(of: aircraft) {
                    let last = span.upperBound.advanced(bySeconds: -1e-3)
                    print(
                        "# first heard \(TimeText.isoWithFraction(span.lowerBound)), last \(TimeText.isoWithFraction(last))"
                    )
                }
            } else {
                days = try await store.days(in: during)
            }
            print("day aircraft positions other complete")
            for day in days {
                let complete = day.isComplete.map { $0 ? "yes" : "no" } ?? "-"
                print(QuestionOptions.dayText(day.number), day.aircraft, day.positions, day.otherObservations, complete)
            }
        }
    }
}

/// `pelacak history heard`
struct HistoryHeard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heard",
        abstract: "Which aircraft were heard between two times, by address or by callsign."
    )

    @Option(help: ArgumentHelp("From then on.", valueName: "T")) var from: String
    @Option(help: ArgumentHelp("Until then.", valueName: "T")) var to: String
    @Option(help: ArgumentHelp("Only callsigns that begin so.", valueName: "TEXT")) var callsign: String?
    @Option(help: ArgumentHelp("Lines at most.", valueName: "N")) var limit = 100_000
    @OptionGroup var question: QuestionOptions

    private static let page = 10_000

    /// One JSON document.
    private struct Document: Encodable {
        struct Line: Encodable {
            var hex: String
            var callsign: String?
            var time: Double?
        }
        var simulated: Bool?
        var realm: String
        var from: Double
        var to: Double
        var aircraft: [Line]
        var isCut: Bool
        var licences: [String]
        var credits: [String]
    }

    func run() async throws {
        let during = try QuestionOptions.range(from, to, else: nil)
        guard limit > 0 else { throw UsageError("--limit: write 1 or more") }
        try await question.ask { store, realm in
            var lines: [Document.Line] = []
            if let callsign {
                let found = try await store.names(
                    matching: callsign.uppercased(),
                    field: .callsign,
                    during: during,
                    limit: limit + 1
                )
                lines = found.map {
                    .init(hex: $0.aircraft.address.hex, callsign: $0.value, time: Double($0.milliseconds) / 1000)
                }
            } else {
                var after: ArchivedAircraft?
                while lines.count <= limit {
                    let page = try await store.aircraft(heardDuring: during, after: after, limit: Self.page)
                    lines += page.map { .init(hex: $0.address.hex) }
                    guard page.count == Self.page else { break }
                    after = page.last
                }
            }
            let isCut = lines.count > limit
            let shown = Array(lines.prefix(limit))
            let evidence = try await store.terms(during: during)
            if question.json {
                let document = Document(
                    simulated: realm == .simulated ? true : nil,
                    realm: realm.rawValue,
                    from: during.lowerBound.seconds,
                    to: during.upperBound.seconds,
                    aircraft: shown,
                    isCut: isCut,
                    licences: evidence.licences.map(\.rawValue).sorted(),
                    credits: evidence.origins.sorted()
                )
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                return try QuestionOptions.write([UInt8](try encoder.encode(document)))
            }
            for line in shown {
                let time = line.time.map { " " + TimeText.isoWithFraction(Timestamp(seconds: $0)) } ?? ""
                print(line.hex + (line.callsign.map { " " + $0 } ?? "") + time)
            }
            if isCut { StandardError.line("pelacak: there are more; raise --limit") }
            QuestionOptions.tell(credits: evidence.origins.sorted(), realm)
        }
    }
}
