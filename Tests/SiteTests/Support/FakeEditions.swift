import Aero
import Bundles
import Flights
import Foundation
import Synchronization
import Tracking
import Visits

@testable import Site

/// Editions in memory, their files in a folder of its own.
final class FakeEditions: EditionDesk {
    let folder: String
    /// Whether an edition says all that it was handed of a flight, instead of one sentence of ours: whatever should not be told shows.
    private let saysAll: Bool
    private let state = Mutex(State())

    private struct State {
        var editions: [Edition] = []
        var books: [Int: ChallengeBook] = [:]
        var failure: EditionDeskError?
        var materials: [EditionMaterial] = []
        var notes: [DossierText?] = []
        var flights: [FlightEditionMaterial] = []
    }

    init(
        folder: String = FileManager.default.temporaryDirectory.path + "/pelacak-editions-" + UUID().uuidString,
        saysAll: Bool = false
    ) {
        self.folder = folder
        self.saysAll = saysAll
    }

    /// What was to be published or compared.
    var materials: [EditionMaterial] { state.withLock { $0.materials } }
    var notes: [DossierText?] { state.withLock { $0.notes } }
    /// Likewise of flights and silences.
    var flights: [FlightEditionMaterial] { state.withLock { $0.flights } }

    func fail(_ failure: EditionDeskError?) { state.withLock { $0.failure = failure } }

    /// An edition with a claim and what it rests on.
    static func made(
        _ number: Int,
        of visit: String,
        saying words: String = "It was said.",
        world: BundleHead.World = .real,
        after earlier: Edition? = nil
    ) throws -> Edition {
        try made(number, of: .visit(visit), saying: words, world: world, after: earlier)
    }

    static func made(
        _ number: Int,
        of subject: EditionSubject,
        saying words: String = "It was said.",
        world: BundleHead.World = .real,
        after earlier: Edition? = nil
    ) throws -> Edition {
        let sentence = EditionSentence("claim-1", DossierText(english: words, indonesian: "Itu dikatakan."))
        return try Edition(
            number: number,
            subject: subject,
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
            return Self.difference(of: .visit(material.kept.id), state, world: .simulated)
        }
    }

    private static func difference(
        of subject: EditionSubject,
        _ state: State,
        world: BundleHead.World,
        saying words: DossierText = DossierText(english: "It is said.", indonesian: "Kini dikatakan.")
    ) -> EditionDifference {
        let last = state.editions.last { $0.subject == subject }
        let now = [EditionSection("claims", DossierText("Claims"), [EditionSentence("claim-1", words)])]
        return EditionDifference(
            of: subject,
            since: last.map(EditionHead.init),
            world: last?.world ?? world,
            sentences: 1,
            changes: last.map { EditionChange.between($0, now) } ?? []
        )
    }

    /// What is told of an aircraft at a time out of the archive that was handed in.
    private static func subject(_ material: FlightEditionMaterial) async throws(EditionDeskError) -> EditionSubject {
        let (aircraft, time) = (material.aircraft, material.time)
        var id: FlightID?
        do throws(ArchiveError) {
            let during = time..<time.advanced(bySeconds: 1)
            let account = try await material.answers.account(of: aircraft, during: during).account
            if material.kind == .gap {
                let gap = account.gaps.first { $0.span.earliest <= time && time <= $0.span.latest }
                id = gap.map { FlightID(aircraft, $0.from.sighting.time) }
            } else {
                let leg = account.legs.first { $0.span.earliest <= time && time <= $0.span.latest }
                id = leg.map { FlightID(aircraft, $0) }
            }
        } catch { throw .archive(error) }
        guard let id else { throw .noFlight(material.kind) }
        return EditionSubject(material.kind, id.text)
    }

    func difference(_ material: FlightEditionMaterial) async throws(EditionDeskError) -> EditionDifference {
        let subject = try await Self.subject(material)
        let all = saysAll ? try await Self.all(of: material) : nil
        return try with { state throws(EditionDeskError) in
            state.flights.append(material)
            guard let all else { return Self.difference(of: subject, state, world: .real) }
            return Self.difference(of: subject, state, world: .real, saying: DossierText(all))
        }
    }

    /// All that was handed in of an aircraft: who it is, its flights, its rows, and who else is in that archive.
    private static func all(of material: FlightEditionMaterial) async throws(EditionDeskError) -> String {
        let during = material.time.advanced(bySeconds: -43_200)..<material.time.advanced(bySeconds: 43_200)
        let entry = material.book.registered(material.aircraft.address)
        do throws(ArchiveError) {
            let flights = try await material.answers.flights(of: material.aircraft, during: during)
            let trace = try await material.archive.trace(
                of: material.aircraft,
                during: during,
                withoutPositions: true
            )
            let days = try await material.archive.days(in: Timestamp(nanoseconds: 0)..<material.now)
            let rows = trace.observations.map { "\($0.milliseconds) \(String(describing: $0.position))" }
            return "\(String(describing: entry)) \(String(decoding: flights, as: UTF8.self)) \(rows) \(days)"
        } catch { throw .archive(error) }
    }

    func publish(_ material: FlightEditionMaterial, note: DossierText?) async throws(EditionDeskError) -> EditionHead {
        let subject = try await Self.subject(material)
        return try with { state throws(EditionDeskError) in
            state.flights.append(material)
            state.notes.append(note)
            let last = state.editions.last { $0.subject == subject }
            guard let edition = try? Self.made(state.editions.count + 1, of: subject, after: last) else {
                throw .unusable
            }
            state.editions.append(edition)
            return EditionHead(edition)
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
