import Aero
import ArgumentParser
import Bundles
import Foundation
import Site
import Store
import Tracking

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
        guard !FileManager.default.fileExists(atPath: into) else {
            throw Failure("\(into) is there already; name a new folder with --into")
        }
        let view: ArchiveView = readers == .strangers ? .forOthers : .operatorsOwn
        try await options.ask(isText: true, for: view) { desk in
            let (head, write) = try await prepare(desk)
            let draft = try BundleDraft(to: into)
            let manifest: BundleManifest
            do {
                try await write(draft)
                manifest = try draft.finish(head)
            } catch {
                draft.drop()
                throw error
            }
            print(manifest.digest)
            StandardError.line(
                "pelacak: \(manifest.items.count - manifest.redactions.count) items in \(into), \(manifest.redactions.count) kept out"
            )
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
            throw Failure(
                "the visit was changed at \(TimeText.iso(changed)), and how it was before is not told: --as-of has to be later"
            )
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
