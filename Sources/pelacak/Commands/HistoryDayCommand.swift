import Aero
import ArgumentParser
import Site
import Store
import Tracking

/// `pelacak history day`
struct HistoryDayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "day",
        abstract:
            "One day: whether it is complete, what is missing and why, when the program and each receiver were up.",
        discussion: """
            Example:
              pelacak history day 2026-11-25

            The day is one of UTC. Receivers have numbers that tell nothing outside of this archive.
            """
    )

    @Argument(help: ArgumentHelp("The day, in UTC.", valueName: "DAY")) var day: String
    @OptionGroup var question: QuestionOptions

    func run() async throws {
        guard let start = try? TimeText.parse(day + "T00:00:00Z"), day.count == 10 else {
            throw UsageError("\(day) is no day: write it as 2026-11-25")
        }
        let number = Int64((start.seconds / 86_400).rounded(.down))
        try await question.ask { store, realm in
            let found = try await HistoryDay(number, of: store)
            if question.json {
                guard let found else { throw Failure("\(day) has no manifest: see what it needs without --json") }
                return try QuestionOptions.write(HistoryAnswers.day(found, realm: realm))
            }
            // What was noted since the manifest, too.
            let uptime = try await store.uptime(during: QuestionOptions.day(number))
            print(found.map { $0.isComplete ? "\(day): complete" : "\(day): not complete" } ?? "\(day): no manifest")
            if let found {
                print(
                    "\(found.aircraft) aircraft, \(found.positions) positions, \(found.otherObservations) other observations"
                )
            }
            if found?.digest != nil || !uptime.process.isEmpty { tell("program", uptime.process) }
            for (receiver, up) in uptime.receivers.sorted(by: { $0.key < $1.key }) { tell("receiver \(receiver)", up) }
            for gap in found?.gaps ?? [] { print("missing \(Self.text(gap.during)) \(gap.reason.rawValue)") }
            if let digest = found?.digest { print("digest \(digest)") }
            guard found == nil else { return }
            StandardError.line(
                realm == .real
                    ? "pelacak: a day gets its manifest within two hours of its end, from a server that runs then"
                    : "pelacak: days of the \(realm) world have none, nobody was up for it; nothing is known to be missing"
            )
        }
    }

    private func tell(_ who: String, _ up: [Range<Timestamp>]) {
        print("\(who) up \(up.isEmpty ? "never" : up.map(Self.text).joined(separator: ", "))")
    }

    private static func text(_ range: Range<Timestamp>) -> String {
        "\(TimeText.iso(range.lowerBound))/\(TimeText.iso(range.upperBound))"
    }
}
