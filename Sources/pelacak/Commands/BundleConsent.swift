import ArgumentParser
import Bundles

/// `pelacak bundle consent`
struct BundleConsent: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent",
        abstract:
            "Write down that a receiver's owner agrees that its raw messages leave in bundles, or no longer; list what was written.",
        discussion: """
            Examples:
              pelacak bundle consent --receiver 7 --agrees --why "letter of 12 November"
              pelacak bundle consent --receiver 7 --no-longer --why "ticket 31"
              pelacak bundle consent

            The number is the archive's (pelacak raw list). Your own receiver needs it too. Write no name of a private person. What left before
            stays with whoever has it.
            """
    )

    @Option(help: ArgumentHelp("The archive's number of the receiver.", valueName: "N")) var receiver: UInt32?
    @Flag(help: "He agrees from now on.") var agrees = false
    @Flag(help: "He does not agree any more.") var noLonger = false
    @Option(help: ArgumentHelp("How that is known.", valueName: "TEXT")) var why: String?
    @Option(help: ArgumentHelp("Who writes it down; your account without.", valueName: "WHO")) var by: String?
    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        let consents = ReceiverConsents(folder: archive.dataFolder)
        guard let receiver else {
            for entry in try consents.entries() {
                print(
                    [
                        entry.when, "\(entry.receiver)", entry.agrees ? "agrees" : "no longer", entry.who, entry.why,
                    ].map(IdentityOptions.plain).joined(separator: "\t")
                )
            }
            return
        }
        guard agrees != noLonger else { throw UsageError("say --agrees or --no-longer") }
        guard let why else { throw UsageError("--why says how it is known") }
        let entry = try SuppressCommand.entry(why: why, by: by)
        try consents.append(
            ReceiverConsents.Entry(when: entry.when, who: entry.who, receiver: receiver, agrees: agrees, why: entry.why)
        )
        StandardError.line("pelacak: written down in \(consents.path)")
    }
}
