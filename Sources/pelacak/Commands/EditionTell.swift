import ArgumentParser
import Bundles

/// `pelacak edition tell`
struct EditionTell: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tell",
        abstract: "Let others read an objection with its answer, or no longer."
    )

    @OptionGroup var options: ChallengeOptions
    @Option(help: ArgumentHelp("The objection's number.", valueName: "N")) var challenge: Int
    @Flag(help: "Keep it to yourself again.") var noLonger = false

    func run() throws {
        try options.take(.tell(number: challenge, isPublic: !noLonger), challenge: challenge)
    }
}
