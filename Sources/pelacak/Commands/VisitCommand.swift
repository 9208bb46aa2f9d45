import Aero
import ArgumentParser
import Foundation
import Visits

/// Announced visits.
struct VisitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visit",
        abstract: "Announced visits: read out of reports, kept, shown, exported.",
        discussion: """
            Examples:
              pelacak visit draft story.txt --published 2024-06-18T20:00+07:00
              pelacak visit add story.txt --published 2024-06-18T20:00+07:00 --address https://…
              pelacak visit list
              pelacak visit show k3v9x2m4q8za --lang id
              pelacak visit export k3v9x2m4q8za --format geojson > visit.geojson
              pelacak visit candidates k3v9x2m4q8za --realm simulated
              pelacak visit outcome k3v9x2m4q8za --aircraft 157716 --source https://…
              pelacak visit backtest

            Visits lie in DATA/visits, for you alone; a running server and these commands may use them at once. Stops are confirmed on the
            page or over the interface (docs/visits.md).
            """,
        subcommands: [
            VisitDraft.self, VisitAdd.self, VisitList.self, VisitShow.self, VisitExportCommand.self,
            VisitCandidatesCommand.self, VisitOutcomeCommand.self, VisitBacktest.self,
        ]
    )
}

/// `pelacak visit draft`
struct VisitDraft: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Draft a visit from a report: subject, stops, times, claims, and what is open.",
        discussion: """
            Examples:
              pelacak visit draft story.txt
              pelacak visit draft - --published 2024-06-18T20:00+07:00 --json < story.txt

            Indonesian or English, by rules and lists of words; nothing is guessed and nothing is sent anywhere. A draft proposes: nothing of
            it is used before a person confirms it. Each line stands with the words it rests on (docs/visits.md).
            """
    )

    @Option(help: ArgumentHelp("When it was published, with the outlet's offset.", valueName: "T")) var published:
        String?
    @Flag(help: "Print JSON.") var json = false
    @Argument(help: ArgumentHelp("The text; - is standard input.", valueName: "FILE")) var file: String

    func run() throws {
        let text = try Self.text(of: file)
        let gazetteer = FlightOptions.gazetteer()
        guard !gazetteer.isEmpty else {
            throw Failure("no places are known here: run `make run` once, it makes their list")
        }
        let context = DraftContext(
            enteredAt: TimeText.now,
            published: try published.map { text throws(UsageError) in try TimeText.parse(text) },
            outletOffsetSeconds: published.flatMap(Self.offset),
            zoneOffset: { zone, time in
                TimeZone(identifier: zone)?.secondsFromGMT(for: Date(timeIntervalSince1970: time.seconds))
            }
        )
        let draft: Draft
        do { draft = try Drafter(places: gazetteer).draft(text, context: context) } catch {
            switch error {
            case .empty: throw Failure("there is no letter in it")
            case .tooLong(let bytes, let limit): throw Failure("\(bytes) bytes: at most \(limit) are read")
            }
        }
        if json {
            try QuestionOptions.write(DraftJSON(draft, text).bytes)
        } else {
            for line in DraftText(draft: draft, text: text).lines() { print(line) }
        }
    }

    /// - Throws: `Failure` for what cannot be read, or is no UTF-8; a text that is too long is cut off after the bound, so that it is refused.
    private static func text(of file: String) throws(Failure) -> String {
        let most = Drafter.largestText + 1
        guard let handle = file == "-" ? .standardInput : FileHandle(forReadingAtPath: file) else {
            throw Failure("\(file) cannot be read")
        }
        let data: Data
        do { data = try handle.read(upToCount: most) ?? Data() } catch { throw Failure("\(file) cannot be read") }
        guard data.count < most else {
            throw Failure("more than \(Drafter.largestText) bytes: at most so many are read")
        }
        guard let text = String(data: data, encoding: .utf8) else { throw Failure("\(file) is no UTF-8 text") }
        return text
    }

    /// Seconds east that a time is written with; `nil` where it has none.
    static func offset(of time: String) -> Int? {
        if time.hasSuffix("Z") || time.hasSuffix("z") { return 0 }
        guard let match = time.firstMatch(of: /([+-])(\d\d):?(\d\d)$/), let hours = Int(match.2),
            let minutes = Int(match.3)
        else { return nil }
        return (match.1 == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
