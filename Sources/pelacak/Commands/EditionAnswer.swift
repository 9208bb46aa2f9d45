import ArgumentParser
import Bundles

/// `pelacak edition answer`
struct EditionAnswer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Answer an objection; what was answered before stays in the record."
    )

    @OptionGroup var options: ChallengeOptions
    @Option(help: ArgumentHelp("The objection's number.", valueName: "N")) var challenge: Int
    @Option(help: ArgumentHelp("upheld, partly or rejected.", valueName: "OUTCOME")) var outcome: String
    @Option(help: ArgumentHelp("The answer.", valueName: "TEXT")) var answer: String

    func run() throws {
        guard let outcome = Challenge.Outcome(rawValue: outcome), outcome != .open else {
            throw UsageError("--outcome is upheld, partly or rejected")
        }
        try options.take(.answer(number: challenge, outcome, answer: answer), challenge: challenge)
    }
}
