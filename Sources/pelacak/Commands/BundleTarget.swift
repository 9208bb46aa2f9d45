import Aero
import ArgumentParser
import Bundles
import Foundation
import Site
import Store
import Tracking
import Visits

/// Where a bundle is written, for whom, and up to when what was heard counts.
struct BundleTarget: ParsableArguments {
    enum Readers: String, ExpressibleByArgument, CaseIterable { case strangers, operators }

    @Option(help: ArgumentHelp("A new folder.", valueName: "DIR")) var into: String
    @Option(name: .customLong("for"), help: "Who will read it.") var readers = Readers.strangers
    @Option(help: ArgumentHelp("What was heard until then; until now without.", valueName: "T")) var asOf: String?
    @OptionGroup var options: FlightOptions

    /// Has a bundle made, whole or not at all, and prints its digest.
    ///
    /// - Parameter prepare: what it is of, and what writes its items.
    func make(
        _ prepare: (FlightOptions.Desk) async throws -> (BundleHead, (BundleDraft) async throws -> Void)
    ) async throws {
        let language: Draft.Language = try options.language() == .indonesian ? .indonesian : .english
        guard !FileManager.default.fileExists(atPath: into) else {
            throw Failure(BundleWords.folderIsThere(into)).told(in: language)
        }
        let view: ArchiveView = readers == .strangers ? .forOthers : .operatorsOwn
        try await options.ask(isText: true, for: view) { desk in
            do {
                let manifest = try await written(prepare, desk)
                print(manifest.digest)
                let words = BundleWords.made(
                    items: manifest.items.count - manifest.redactions.count,
                    in: into,
                    keptOut: manifest.redactions.count
                )
                StandardError.line("pelacak: \(IdentityOptions.plain(words.text(in: language)))")
            } catch let failure as Failure { throw failure.told(in: language) }
        }
    }

    private func written(
        _ prepare: (FlightOptions.Desk) async throws -> (BundleHead, (BundleDraft) async throws -> Void),
        _ desk: FlightOptions.Desk
    ) async throws -> BundleManifest {
        let (head, write) = try await prepare(desk)
        let draft = try BundleDraft(to: into)
        do {
            try await write(draft)
            return try draft.finish(head)
        } catch {
            draft.drop()
            throw error
        }
    }

    func head(_ subject: BundleHead.Subject, _ id: String, _ asOf: Timestamp, _ desk: FlightOptions.Desk) -> BundleHead
    {
        BundleHead(
            subject: subject,
            id: id,
            world: BundleHead.World(desk.realm),
            audience: readers == .strangers ? .strangers : .operators,
            asOf: asOf,
            program: "pelacak \(Pelacak.version)"
        )
    }

    func surroundings(
        _ desk: FlightOptions.Desk,
        _ head: BundleHead,
        _ watched: Range<Timestamp>,
        _ aircraft: [AircraftAddress]
    ) throws -> BundleSurroundings {
        let folder = options.question.archive.dataFolder
        let flags = ServeSettings.Flags(data: folder, config: options.config)
        return BundleSurroundings(
            desk: desk,
            head: head,
            watched: watched,
            aircraft: aircraft,
            identities: try desk.identities(folder),
            raw: desk.realm == .real ? RawShelf(folder: folder + "/raw") : nil,
            consents: try ReceiverConsents(folder: folder).agreeing(),
            settings: try ServeSettings(flags: flags, environment: ProcessInfo.processInfo.environment)
        )
    }

    /// Up to when is told what was heard: what was asked for, and for strangers nothing that they are not shown yet.
    ///
    /// - Parameter changed: when what the bundle is of was changed last, which it is told as it is now.
    func moment(after changed: Timestamp? = nil, _ desk: FlightOptions.Desk) throws -> Timestamp {
        let latest = desk.now.advanced(bySeconds: -desk.delay)
        guard let asked = try asOf.map(QuestionOptions.time) else { return latest }
        // Of a world that ended before the visit was changed nothing else will be known.
        if let changed, asked < min(changed, latest) {
            throw Failure(BundleWords.changedLater(TimeText.iso(changed)))
        }
        return min(asked, latest)
    }
}

extension BundleHead.World {
    init(_ realm: ArchiveRealm) {
        self =
            switch realm {
            case .real: .real
            case .imported: .imported
            case .simulated: .simulated
            }
    }
}
