import ArgumentParser
import Bundles

/// Which edition an objection is to.
struct ChallengeOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The edition's number.", valueName: "N")) var number: Int
    @OptionGroup var archive: ArchiveOptions

    /// Takes an entry down, and prints the objection it is about.
    func take(_ entry: ChallengeBook.Entry, challenge: Int?) throws {
        let book = try EditionShelf(dataFolder: archive.dataFolder).take(entry, for: number)
        guard let told = book.challenges.first(where: { $0.number == challenge ?? book.challenges.count }) else {
            return
        }
        print(EditionShow.line(told))
    }
}

/// `pelacak edition challenge`
struct EditionChallenge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "challenge",
        abstract:
            "Take an objection down: the sentence by its anchor, what is objected, what it rests on. Private until it is told.",
        discussion: "Write no name of a private person: who objected is not kept here."
    )

    @OptionGroup var options: ChallengeOptions
    @Option(help: ArgumentHelp("The sentence's anchor, as the page has it.", valueName: "ANCHOR")) var sentence: String
    @Option(help: ArgumentHelp("What is objected.", valueName: "TEXT")) var objection: String
    @Option(help: ArgumentHelp("What it rests on.", valueName: "TEXT")) var evidence = ""

    func run() throws {
        let entry = ChallengeBook.Entry.objection(anchor: sentence, objection: objection, evidence: evidence)
        try options.take(entry, challenge: nil)
    }
}

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
