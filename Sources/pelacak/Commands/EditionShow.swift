import ArgumentParser
import Bundles
import Visits

/// `pelacak edition show`
struct EditionShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "An edition's sentences by anchor, its objections, and whether its files are as they were published.",
        discussion: "Status 1 if a file is not as the edition's own content makes it."
    )

    @Argument(help: ArgumentHelp("Its number.", valueName: "N")) var number: Int
    @Option(help: ArgumentHelp("Words in English (en) or Indonesian (id).", valueName: "LANG")) var lang = "en"
    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        guard let language = Draft.Language(rawValue: lang) else { throw UsageError("--lang is en or id") }
        let shelf = EditionShelf(dataFolder: archive.dataFolder)
        let edition = try shelf.edition(number)
        if edition.world == .simulated { print("SIMULATED") }
        print(IdentityOptions.plain(edition.title.text(in: language)))
        print("sha256 \(edition.digest)")
        for section in edition.sections {
            print(IdentityOptions.plain(section.title.text(in: language)))
            for sentence in section.sentences {
                print("  \(sentence.anchor)  \(IdentityOptions.plain(sentence.words.text(in: language)))")
            }
        }
        for challenge in try shelf.challenges(number).challenges { print(ObjectionText(challenge).line(in: language)) }
        let changed = shelf.changedFiles(edition)
        guard changed.isEmpty else {
            throw Failure("not as they were published, or by another version: \(changed.joined(separator: ", "))")
        }
    }
}
