import Bundles
import Logging
import Site
import Tracking
import Visits

/// The editions of a running server, as the site asks for them. One thing is written at a time.
actor EditionKeeper: EditionDesk {
    nonisolated let folder: String
    private let dataFolder: String
    private let shelf: EditionShelf
    private let press: EditionPress
    private let logger: Logger
    /// What was read of editions: they do not change.
    private var read: [Int: (stamp: EditionShelf.Stamp, head: EditionHead)] = [:]
    /// Those that cannot be read: said once.
    private var unreadable: [Int: EditionShelf.Stamp] = [:]

    /// - Parameter outline: the file of coasts and borders below maps; `nil` where there is none.
    init(dataFolder: String, logger: Logger, outline: String? = OutlineFile.locate()) {
        let shelf = EditionShelf(dataFolder: dataFolder)
        self.dataFolder = dataFolder
        self.logger = logger
        self.shelf = shelf
        press = EditionPress(dataFolder: dataFolder, outline: outline) { logger.warning("editions: \($0.english)") }
        folder = shelf.folder
    }

    func editions() async throws(EditionDeskError) -> [EditionHead] { heads() }

    /// One that cannot be read is left out, and the log says which.
    private func heads() -> [EditionHead] {
        var known: [Int: (stamp: EditionShelf.Stamp, head: EditionHead)] = [:]
        for number in shelf.numbers() {
            guard let stamp = shelf.stamp(number), unreadable[number] != stamp else { continue }
            if let old = read[number], old.stamp == stamp {
                known[number] = old
                continue
            }
            do throws(Failure) { known[number] = (stamp, EditionHead(try shelf.edition(number))) } catch {
                unreadable[number] = stamp
                logger.error("editions: \(error)")
            }
        }
        read = known
        return known.sorted { $0.key < $1.key }.map { $0.value.head }
    }

    func last(of visit: String) async throws(EditionDeskError) -> EditionHead? {
        heads().last { $0.subject == .visit(visit) }
    }

    func difference(_ material: EditionMaterial) async throws(EditionDeskError) -> EditionDifference {
        try asked { () throws(Failure) in
            let draft = try draft(material)
            let last = try heads().last { $0.subject == .visit(material.kept.id) }
                .map { head throws(Failure) in try shelf.edition(head.number) }
            return EditionDifference(
                of: .visit(material.kept.id),
                since: last.map(EditionHead.init),
                world: try world(material),
                sentences: draft.sections.reduce(0) { $0 + $1.sentences.count },
                changes: last.map(draft.changes) ?? []
            )
        }
    }

    func publish(_ material: EditionMaterial, note: DossierText?) async throws(EditionDeskError) -> EditionHead {
        let edition = try asked { () throws(Failure) in
            try press.publish(try draft(material), try world(material), note: note)
        }
        return told(edition)
    }

    private func told(_ edition: Edition) -> EditionHead {
        logger.notice(
            "edition \(edition.number) of \(edition.subject.kind.rawValue) \(edition.subject.id) is published: \(edition.digest)"
        )
        return EditionHead(edition)
    }

    func difference(_ material: FlightEditionMaterial) async throws(EditionDeskError) -> EditionDifference {
        let draft = try await draft(material)
        return try asked { () throws(Failure) in
            let last = try heads().last { $0.subject == draft.subject }
                .map { head throws(Failure) in try shelf.edition(head.number) }
            return EditionDifference(
                of: draft.subject,
                since: last.map(EditionHead.init),
                world: draft.world,
                sentences: draft.sections.reduce(0) { $0 + $1.sentences.count },
                changes: last.map(draft.changes) ?? []
            )
        }
    }

    func publish(_ material: FlightEditionMaterial, note: DossierText?) async throws(EditionDeskError) -> EditionHead {
        let draft = try await draft(material)
        return told(try asked { () throws(Failure) in try press.publish(draft, note: note) })
    }

    private func draft(_ material: FlightEditionMaterial) async throws(EditionDeskError) -> FlightEditionDraft {
        let (archive, kind, aircraft) = (ToldArchive(material), material.kind, material.aircraft)
        let draft: FlightEditionDraft?
        do throws(ArchiveError) {
            if let chosen = try await ChosenFlight(kind, of: aircraft, at: material.time, archive) {
                draft = try await FlightEditionDraft(chosen, archive)
            } else {
                draft = nil
            }
        } catch {
            logger.error("editions: \(error)")
            throw .archive(error)
        }
        guard let draft else { throw .noFlight(kind) }
        return draft
    }

    private func draft(_ material: EditionMaterial) throws(Failure) -> EditionDraft {
        try EditionDraft(material.kept, material.ranked, material.gazetteer, dataFolder: dataFolder)
    }

    private func world(_ material: EditionMaterial) throws(Failure) -> BundleHead.World {
        if let ranked = material.ranked { return BundleHead.World(ranked.realm) }
        return try press.worldWithoutAircraft(of: material.kept.id, asked: material.realm, realms: material.realms)
    }

    func challenges(to edition: Int) async throws(EditionDeskError) -> ChallengeBook {
        guard shelf.holds(edition) else { throw .noEdition(edition) }
        return try asked { () throws(Failure) in try shelf.challenges(edition) }
    }

    func take(_ entries: [ChallengeBook.Entry], for edition: Int) async throws(EditionDeskError) -> ChallengeBook {
        guard shelf.holds(edition) else { throw .noEdition(edition) }
        var book = try asked { () throws(Failure) in try shelf.challenges(edition) }
        // Tried on a copy first: none is written where one of them is refused.
        for entry in entries {
            do throws(ChallengeError) { try book.take(entry, at: TimeText.now) } catch {
                switch error {
                case .noSuchSentence(let anchor): throw .noSentence(anchor)
                case .badText: throw .badText
                case .noSuchChallenge(let number): throw .noChallenge(number)
                case .unreadable: throw .unusable
                }
            }
        }
        for entry in entries {
            book = try asked { () throws(Failure) in try shelf.take(entry, for: edition) }
        }
        return book
    }

    func scoredVisits() async -> Int? { try? ScoreBook(dataFolder: dataFolder).realVisits() }

    /// What goes wrong with files stands in the log.
    private func asked<Value>(_ body: () throws(Failure) -> Value) throws(EditionDeskError) -> Value {
        do throws(Failure) { return try body() } catch {
            logger.error("editions: \(error)")
            throw .unusable
        }
    }
}
