import ArgumentParser
import Bundles

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
