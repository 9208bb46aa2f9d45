import ArgumentParser
import Bundles
import Visits

/// Which edition an objection is to.
struct ChallengeOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The edition's number.", valueName: "N")) var number: Int
    @Option(help: ArgumentHelp("Words in English (en) or Indonesian (id).", valueName: "LANG")) var lang = "en"
    @OptionGroup var archive: ArchiveOptions

    /// Takes an entry down, and prints the objection it is about.
    func take(_ entry: ChallengeBook.Entry, challenge: Int?) throws {
        guard let language = Draft.Language(rawValue: lang) else { throw UsageError("--lang is en or id") }
        let book = try EditionShelf(dataFolder: archive.dataFolder).take(entry, for: number)
        guard let told = book.challenges.first(where: { $0.number == challenge ?? book.challenges.count }) else {
            return
        }
        print(ObjectionText(told).line(in: language))
    }
}
