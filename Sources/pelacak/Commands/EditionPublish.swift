import ArgumentParser
import Bundles
import Foundation
import Site
import Tracking
import Visits

/// `pelacak edition publish`
struct EditionPublish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Freeze a visit as the next edition; prints its number and digest.",
        discussion: """
            Examples:
              pelacak edition publish k3v9x2m4q8za
              pelacak edition publish k3v9x2m4q8za --realm simulated
              pelacak edition publish k3v9x2m4q8za --no-aircraft

            Aircraft are compared as strangers are shown them. What the last edition of the visit said otherwise is listed as a correction. An edition
            is not changed any more: what was wrong is corrected by the next one. With --bundle, which is one made for strangers, aircraft are
            compared up to the moment that it is of, and it has to conclude the same.
            """
    )

    @Argument(help: ArgumentHelp("The visit, as pelacak visit list has it.", valueName: "NAME")) var visit: String
    @OptionGroup var correction: CorrectionOptions
    @Option(help: ArgumentHelp("The bundle it rests on: its digest is told.", valueName: "DIR")) var bundle: String?
    @Flag(help: "What was announced and said alone.") var noAircraft = false
    @Flag(help: "With the windows as later claims narrowed them.") var later = false
    @OptionGroup var options: FlightOptions

    func run() async throws {
        let note = try correction.words()
        let folder = options.question.archive.dataFolder
        var visits = VisitOptions()
        visits.archive = options.question.archive
        let kept = try visits.visit(visit, in: try visits.open())
        let bundle = try bundle.map { folder throws(Failure) in try EditionBundle(reading: folder, of: .visit(kept.id))
        }
        let manifest = bundle?.manifest
        guard !noAircraft else {
            let world = try worldWithoutAircraft(manifest, kept)
            if world == .simulated { print("SIMULATED") }
            let draft = try EditionDraft(kept, nil, FlightOptions.gazetteer(), dataFolder: folder)
            return try publish(draft, world, manifest, note)
        }
        try await options.ask(isText: true, for: .forOthers) { desk in
            // What an edition rests on is what was known when its bundle was made.
            let now = min(desk.now, manifest?.head.asOf ?? desk.now)
            let ranked = try await EditionDraft.ranked(kept, desk, later: later, dataFolder: folder, now: now)
            try bundle?.check(ranked.ranking)
            let draft = try EditionDraft(kept, ranked, desk.gazetteer, dataFolder: folder)
            try publish(draft, BundleHead.World(ranked.realm), manifest, note)
        }
    }

    /// The world of what is published where nothing heard is told.
    private func worldWithoutAircraft(
        _ manifest: BundleManifest?,
        _ kept: KeptVisit
    ) throws -> BundleHead.World {
        let archive = options.question.archive
        return try press().worldWithoutAircraft(
            of: kept.id,
            asked: try ArchiveOptions.realm(options.question.realm),
            realms: ArchiveRealm.allCases.filter(archive.has),
            bundle: manifest
        )
    }

    private func press() throws -> EditionPress {
        EditionPress(dataFolder: options.question.archive.dataFolder, language: try options.language())
    }

    private func publish(
        _ draft: EditionDraft,
        _ world: BundleHead.World,
        _ bundle: BundleManifest?,
        _ note: DossierText?
    ) throws {
        let press = try press()
        let edition = try press.publish(draft, world, bundle, note: note)
        print("\(edition.number)  \(edition.digest)")
        StandardError.line("pelacak: \(press.shelf.path(edition.number))/\(EditionPage.name(.english))")
    }
}
