import ArgumentParser
import Bundles
import Visits

/// `pelacak edition list`
struct EditionList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What was published: number, when, of what, title, digest."
    )

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        let shelf = EditionShelf(dataFolder: archive.dataFolder)
        for number in shelf.numbers() {
            let edition = try shelf.edition(number)
            let title = IdentityOptions.plain(edition.title.english)
            let label = edition.world == .simulated ? "SIMULATED  " : ""
            print(
                "\(number)  \(label)\(TimeText.iso(edition.published))  \(edition.subject.id)  \(title)  \(edition.digest)"
            )
        }
    }
}
