import Aero
import ArgumentParser
import Bundles
import Site
import Store
import Tracking
import Visits

/// `pelacak edition compare`
struct EditionCompare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "How the dossier as it is now differs from what an edition says: what the next one would correct.",
        discussion: """
            Example:
              pelacak edition compare 2 --lang id

            Aircraft are compared again, in the world that the edition is of, where it tells of any.
            """
    )

    @Argument(help: ArgumentHelp("The edition's number.", valueName: "N")) var number: Int
    @Flag(help: "With the windows as later claims narrowed them.") var later = false
    @OptionGroup var options: FlightOptions

    func run() async throws {
        let folder = options.question.archive.dataFolder
        let language: Draft.Language = try options.language() == .indonesian ? .indonesian : .english
        let edition = try EditionShelf(dataFolder: folder).edition(number)
        var visits = VisitOptions()
        visits.archive = options.question.archive
        let kept = try visits.visit(edition.visit, in: try visits.open())
        guard edition.sections.contains(where: { $0.anchor == EditionMaker.aircraftSection }) else {
            if edition.world == .simulated { print("SIMULATED") }
            return tell(try EditionDraft(kept, nil, FlightOptions.gazetteer(), dataFolder: folder), edition, language)
        }
        var asked = options
        asked.question.realm = edition.world.rawValue
        try await asked.ask(isText: true, for: .forOthers) { desk in
            let ranked = try await EditionDraft.ranked(kept, desk, later: later, dataFolder: folder)
            tell(try EditionDraft(kept, ranked, desk.gazetteer, dataFolder: folder), edition, language)
        }
    }

    private func tell(_ draft: EditionDraft, _ edition: Edition, _ language: Draft.Language) {
        let changes = draft.changes(since: edition)
        for change in changes { print(IdentityOptions.plain(BundleWords.text(change).text(in: language))) }
        if changes.isEmpty { print(BundleWords.nothingDiffers.text(in: language)) }
    }
}
