import Aero
import ArgumentParser
import Foundation
import Site
import Store
import Tracking

/// `pelacak airport`
struct AirportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "airport",
        abstract: "Who came to an airport and left it, and who stands there.",
        discussion: """
            Examples:
              pelacak airport WIII
              pelacak airport CGK --from 2026-11-25 --to 2026-11-26
              pelacak airport US-0420 --realm imported --from 2024-06-18 --to 2024-06-19

            Codes are those of ICAO (WIII), IATA (CGK), or the list's own (US-0420). Without --from and --to: the last 24 hours, or the
            last day of which anything is kept. Told of everybody who was heard low near it: who was heard nowhere near is not found here,
            though the log of that aircraft may name the airport.
            """
    )

    @Argument(help: ArgumentHelp("Of the airport.", valueName: "CODE")) var code: String
    @Option(help: ArgumentHelp("From then on.", valueName: "T")) var from: String?
    @Option(help: ArgumentHelp("Until then; a day later without.", valueName: "T")) var to: String?
    @OptionGroup var options: FlightOptions

    func run() async throws {
        let isJSON = options.question.json
        try await options.ask(isText: !isJSON) { desk in
            let airport = try Self.airport(code, desk.gazetteer)
            let range = try await range(desk)
            if isJSON {
                let json = try await desk.answers.movements(at: airport, during: range, language: desk.language)
                return try QuestionOptions.write(json)
            }
            try await tell(airport, range, desk)
        }
    }

    private func tell(_ airport: Airport, _ range: Range<Timestamp>, _ desk: FlightOptions.Desk) async throws {
        var text = MovementsText(desk.gazetteer, desk.language)
        for line in text.head(airport, range) { print(line) }
        var (start, isAny) = (range.lowerBound, false)
        while true {
            let json = try await desk.answers.movements(at: airport, during: start..<range.upperBound)
            let document = try JSONDecoder().decode(MovementsText.Document.self, from: Data(json))
            let lines = text.movements(document)
            isAny = isAny || !lines.isEmpty
            for line in lines { print(line) }
            // A page that brings nothing on would be asked for ever.
            if let next = document.next.map({ Timestamp(seconds: $0) }), next > start, next < range.upperBound {
                start = next
                continue
            }
            if !isAny { print(text.nothing) }
            for line in text.standing(document) + text.legend() { print(line) }
            QuestionOptions.tell(damaged: document.damagedChunks, incomplete: document.incompleteDays)
            if !document.credits.isEmpty {
                StandardError.line("pelacak: credit \(document.credits.joined(separator: ", "))")
            }
            return
        }
    }

    private func range(_ desk: FlightOptions.Desk) async throws -> Range<Timestamp> {
        let (start, end) = (try from.map(QuestionOptions.time), try to.map(QuestionOptions.time))
        if let start {
            let end = end ?? start.advanced(bySeconds: 86_400)
            guard start < end else { throw UsageError("--from is not before --to") }
            return start..<end
        }
        if let end { return end.advanced(bySeconds: -86_400)..<end }
        guard let last = try await desk.store.lastMinute() else {
            throw Failure("nothing is kept there yet; check --data and --realm")
        }
        // Now, if anything was heard within a day.
        let now = last > desk.now.advanced(bySeconds: -86_400) ? max(desk.now, last) : last
        return now.advanced(bySeconds: -86_400)..<now
    }

    /// - Throws: `UsageError` that names what may be meant.
    static func airport(_ written: String, _ gazetteer: Gazetteer) throws -> Airport {
        guard !gazetteer.isEmpty else { throw Failure("airports are not known here: run `make run` once") }
        let code = written.trimmingCharacters(in: .whitespaces).uppercased()
        if let airport = gazetteer.airport(code: code) { return airport }
        var near = gazetteer.airports(spelledLike: code)
        if near.isEmpty { near = gazetteer.search(written, kinds: .airports, limit: 3).compactMap(\.airport) }
        let names = near.map { "\($0.identity) \($0.names.shown(in: .english)?.text ?? "")" }
        let hint = names.isEmpty ? "" : "; did you mean \(names.joined(separator: ", or "))?"
        throw UsageError("there is no airport \"\(IdentityOptions.plain(String(written.prefix(40))))\"\(hint)")
    }
}
