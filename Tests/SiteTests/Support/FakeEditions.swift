import Aero
import Bundles
import Foundation
import Site
import Synchronization
import Visits

/// Editions in memory, their files in a folder of its own.
final class FakeEditions: EditionDesk {
    let folder: String
    private let state = Mutex(State())

    private struct State {
        var editions: [Edition] = []
        var books: [Int: ChallengeBook] = [:]
        var failure: EditionDeskError?
        var materials: [EditionMaterial] = []
        var notes: [DossierText?] = []
    }

    init(folder: String = FileManager.default.temporaryDirectory.path + "/pelacak-editions-" + UUID().uuidString) {
        self.folder = folder
    }

    /// What was to be published or compared.
    var materials: [EditionMaterial] { state.withLock { $0.materials } }
    var notes: [DossierText?] { state.withLock { $0.notes } }

    func fail(_ failure: EditionDeskError?) { state.withLock { $0.failure = failure } }

    /// An edition with a claim and what it rests on.
    static func made(
        _ number: Int,
        of visit: String,
        saying words: String = "It was said.",
        world: BundleHead.World = .real,
        after earlier: Edition? = nil
    ) throws -> Edition {
        let sentence = EditionSentence("claim-1", DossierText(english: words, indonesian: "Itu dikatakan."))
        return try Edition(
            number: number,
            subject: .visit(visit),
            title: DossierText(english: "A <b>visit</b>", indonesian: "Kunjungan"),
            published: Timestamp(seconds: 1_795_377_968),
            world: world,
            sections: [EditionSection("claims", DossierText("Claims"), [sentence])],
            sources: [],
            credits: [],
            earlier: earlier.map {
                Edition.Earlier(number: $0.number, digest: $0.digest, note: nil, changes: [])
            }
        )
    }

    func put(_ edition: Edition) { state.withLock { $0.editions.append(edition) } }

    private func with<Value>(
        _ body: (inout State) throws(EditionDeskError) -> Value
    ) throws(EditionDeskError) -> Value {
        let answer: Result<Value, EditionDeskError> = state.withLock { state in
            if let failure = state.failure { return .failure(failure) }
            do throws(EditionDeskError) { return .success(try body(&state)) } catch { return .failure(error) }
        }
        return try answer.get()
    }

    func editions() async throws(EditionDeskError) -> [EditionHead] {
        try with { state throws(EditionDeskError) in state.editions.map(EditionHead.init) }
    }

    func last(of visit: String) async throws(EditionDeskError) -> EditionHead? {
        try with { state throws(EditionDeskError) in
            state.editions.last { $0.subject == .visit(visit) }.map(EditionHead.init)
        }
    }

    func difference(_ material: EditionMaterial) async throws(EditionDeskError) -> EditionDifference {
        try with { state throws(EditionDeskError) in
            state.materials.append(material)
            let last = state.editions.last { $0.subject == .visit(material.kept.id) }
            let now = [
                EditionSection(
                    "claims",
                    DossierText("Claims"),
                    [EditionSentence("claim-1", DossierText(english: "It is said.", indonesian: "Kini dikatakan."))]
                )
            ]
            return EditionDifference(
                since: last.map(EditionHead.init),
                world: last?.world ?? .simulated,
                sentences: 1,
                changes: last.map { EditionChange.between($0, now) } ?? []
            )
        }
    }

    func publish(_ material: EditionMaterial, note: DossierText?) async throws(EditionDeskError) -> EditionHead {
        try with { state throws(EditionDeskError) in
            state.materials.append(material)
            state.notes.append(note)
            let last = state.editions.last { $0.subject == .visit(material.kept.id) }
            let number = state.editions.count + 1
            guard let edition = try? Self.made(number, of: material.kept.id, after: last) else { throw .unusable }
            state.editions.append(edition)
            return EditionHead(edition)
        }
    }

    func challenges(to edition: Int) async throws(EditionDeskError) -> ChallengeBook {
        try with { state throws(EditionDeskError) in try Self.book(edition, state) }
    }

    private static func book(_ number: Int, _ state: State) throws(EditionDeskError) -> ChallengeBook {
        guard let edition = state.editions.first(where: { $0.number == number }) else { throw .noEdition(number) }
        return state.books[number] ?? ChallengeBook(edition)
    }

    func take(_ entries: [ChallengeBook.Entry], for edition: Int) async throws(EditionDeskError) -> ChallengeBook {
        try with { state throws(EditionDeskError) in
            var book = try Self.book(edition, state)
            for entry in entries {
                do throws(ChallengeError) { try book.take(entry, at: Timestamp(seconds: 1_795_377_968)) } catch {
                    switch error {
                    case .noSuchSentence(let anchor): throw .noSentence(anchor)
                    case .badText, .unreadable: throw .badText
                    case .noSuchChallenge(let number): throw .noChallenge(number)
                    }
                }
            }
            state.books[edition] = book
            return book
        }
    }

    func scoredVisits() async -> Int? { 4 }
}
