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
        abstract:
            "How what an edition is of differs now from what it says: what the next one would correct.",
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
        guard edition.subject.kind == .visit else { return try await compareFlight(edition, language) }
        var visits = VisitOptions()
        visits.archive = options.question.archive
        let kept = try visits.visit(edition.subject.id, in: try visits.open())
        guard edition.sections.contains(where: { $0.anchor == EditionMaker.aircraftSection }) else {
            if edition.world == .simulated { print("SIMULATED") }
            let draft = try EditionDraft(kept, nil, FlightOptions.gazetteer(), dataFolder: folder)
            return tell(draft.changes(since: edition), language)
        }
        var asked = options
        asked.question.realm = edition.world.rawValue
        try await asked.ask(isText: true, for: .forOthers) { desk in
            let ranked = try await EditionDraft.ranked(kept, desk, later: later, dataFolder: folder)
            let draft = try EditionDraft(kept, ranked, desk.gazetteer, dataFolder: folder)
            tell(draft.changes(since: edition), language)
        }
    }

    private func compareFlight(_ edition: Edition, _ language: Draft.Language) async throws {
        guard let id = FlightID(edition.subject.id) else {
            throw Failure("edition \(edition.number) is of \(edition.subject.id), which names no aircraft and time")
        }
        var asked = options
        asked.question.realm = edition.world.rawValue
        try await asked.ask(isText: true, for: .forOthers) { desk in
            let chosen = try await ChosenFlight.asked(edition.subject.kind, of: id.aircraft, at: id.moment, desk.told)
            let draft = try await FlightEditionDraft(chosen, desk.told)
            tell(draft.changes(since: edition), language)
        }
    }

    private func tell(_ changes: [EditionChange], _ language: Draft.Language) {
        for change in changes { print(IdentityOptions.plain(BundleWords.text(change).text(in: language))) }
        if changes.isEmpty { print(BundleWords.nothingDiffers.text(in: language)) }
    }
}
