import Aero
import ArgumentParser
import Foundation
import Site
import Store

/// `pelacak identity show`
struct ShowIdentity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Everything that is said of an address or a registration, by whom, and what contradicts.",
        discussion: """
            Examples:
              pelacak identity show 14fa3a
              pelacak identity show RA-96022 --as-of 2026-11-26T12:00:00Z
              pelacak identity show a835af --at 2024-06-18

            --as-of leaves out what was learnt later; --at asks for the time of a flight. A star marks what is shown of several.
            """
    )

    @Argument(help: ArgumentHelp("Six hexadecimal digits, or a registration.", valueName: "ADDRESS|REGISTRATION"))
    var subject: String
    @Option(help: ArgumentHelp("As known then.", valueName: "T")) var asOf: String?
    @Option(help: ArgumentHelp("For which moment it shall hold; that of --as-of, or now.", valueName: "T")) var at:
        String?
    @Flag(help: "Print JSON, as the interface answers it.") var json = false
    @OptionGroup var options: IdentityOptions

    func run() async throws {
        let question = IdentityQuestion(
            known: try IdentityOptions.time(asOf),
            moment: try IdentityOptions.time(at)
        )
        let store = options.isThere ? try options.open() : nil
        var alone = try airframes(store, question)
        let addresses = try addresses(store, question, isEnough: !alone.isEmpty)
        for address in addresses {
            let held = try held(address, store, question)
            let time = question.moment ?? question.known ?? TimeText.now
            if let carried = held.record.airframe(at: time, known: question.known) { alone.remove(carried) }
            if json {
                try QuestionOptions.write(IdentityAnswers.json(of: address, held, question, now: TimeText.now))
            } else {
                tell(address, held, question)
            }
        }
        if let store, !json {
            for airframe in alone.sorted() { try tell(airframe, store, question) }
        }
        if store == nil {
            StandardError.line(
                "pelacak: no list was brought in yet: this is what the address says by itself; see: pelacak identity import --help"
            )
        }
    }

    private func held(
        _ address: AircraftAddress,
        _ store: IdentityStore?,
        _ question: IdentityQuestion
    ) throws(Failure) -> HeldIdentity {
        guard let store else { return .unknown(address) }
        return try IdentityOptions.run { () throws(IdentityError) in
            try store.held(
                around: address,
                known: question.known,
                in: StoredRegister(store: store, time: TimeText.now)
            )
        }
    }

    /// The airframes that bear the registration that is meant.
    private func airframes(_ store: IdentityStore?, _ question: IdentityQuestion) throws -> Set<AirframeID> {
        guard let store, AircraftAddress(subject) == nil else { return [] }
        let facts = try IdentityOptions.run { () throws(IdentityError) in
            try store.facts(naming: subject.uppercased(), as: .registration, known: question.known, limit: 100)
        }
        return Set(facts.compactMap(\.subject.airframe))
    }

    /// What is said of a machine whose address nobody here knows.
    private func tell(_ airframe: AirframeID, _ store: IdentityStore, _ question: IdentityQuestion) throws {
        let (facts, sources) = try IdentityOptions.run { () throws(IdentityError) in
            (try store.facts(of: [.airframe(airframe)], known: question.known), try store.sources())
        }
        print("\(airframe)  a machine whose address is not known here")
        let byNumber = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
        let held = facts.filter { fact in question.known.map(fact.known.holds) ?? (fact.known.to == nil) }
        for fact in held.sorted(by: { Self.isBefore($0, $1, []) }) { print(Self.line(fact, isShown: false, byNumber)) }
    }

    /// The addresses that are meant: of a registration those that carry it by any source, and that of the state's rule.
    /// - Parameter isEnough: whether something else was found already.
    private func addresses(
        _ store: IdentityStore?,
        _ question: IdentityQuestion,
        isEnough: Bool
    ) throws -> [AircraftAddress] {
        if let address = AircraftAddress(subject) { return [address] }
        let name = subject.uppercased()
        var found: [AircraftAddress] = []
        if let store {
            let facts = try IdentityOptions.run { () throws(IdentityError) in
                try store.facts(naming: name, as: .registration, known: question.known, limit: 100)
            }
            for fact in facts {
                if case .address(let address) = fact.subject, !found.contains(address) { found.append(address) }
            }
        }
        if let rule = Registration.address(of: name), !found.contains(rule) { found.append(rule) }
        guard !found.isEmpty || isEnough else {
            throw Failure(
                "\(IdentityOptions.plain(subject)): no address, and no registration that anybody holds or a rule gives"
            )
        }
        return found
    }

    private func tell(_ address: AircraftAddress, _ held: HeldIdentity, _ question: IdentityQuestion) {
        let meaning = AddressMeaning(address)
        let state = meaning.state.map { "state \($0)" } ?? "no state's block"
        let range = meaning.range.map { ", range \($0.name)" } ?? ""
        print("\(address.hex)  \(state)\(range)")
        let time = question.moment ?? question.known ?? TimeText.now
        let facts = held.record.facts.filter { fact in question.known.map(fact.known.holds) ?? (fact.known.to == nil) }
        let shown = Set(
            IdentityRelation.allCases.compactMap { held.record.shown($0, at: time, known: question.known)?.fact }
        )
        for fact in facts.sorted(by: { Self.isBefore($0, $1, shown) }) {
            print(Self.line(fact, isShown: shown.contains(fact), held.sources))
        }
        let names = held.sources.mapValues(\.name)
        if !held.conflicts.isEmpty { print("  conflicts:") }
        for conflict in held.conflicts { ConflictText.lines(conflict, names).forEach { print("  \($0)") } }
        if !held.sisters.isEmpty { print("  near it:") }
        for sister in held.sisters {
            let words = [sister.aircraft.registration, sister.aircraft.type, sister.aircraft.aircraftOperator]
            let ground =
                sister.ground == .oneBit ? "address one bit away" : "neighbouring registration, same type and operator"
            print("    \(sister.aircraft.address.hex) \(words.compactMap(\.self).joined(separator: " "))  (\(ground))")
        }
    }

    private static func isBefore(_ one: IdentityFact, _ other: IdentityFact, _ shown: Set<IdentityFact>) -> Bool {
        if one.relation != other.relation { return one.relation.rawValue < other.relation.rawValue }
        if shown.contains(one) != shown.contains(other) { return shown.contains(one) }
        return (one.object, one.source) < (other.object, other.source)
    }

    private static func line(_ fact: IdentityFact, isShown: Bool, _ sources: [Int64: IdentitySource]) -> String {
        let said =
            fact.kind == .arithmetic
            ? "inferred, \(fact.reason)"
            : "\(fact.kind == .observation ? "observed" : "claimed") by \(sources[fact.source]?.name ?? "?") (\(fact.kind.name), \(fact.licence.rawValue))"
        let valid = [fact.validity.from.text.map { "from \($0)" }, fact.validity.to.text.map { "to \($0)" }]
        let known = fact.kind == .arithmetic ? nil : "known since \(TimeText.iso(fact.known.from))"
        let reason = fact.kind == .arithmetic || fact.reason.isEmpty ? nil : fact.reason
        let rest = [fact.confidence.name, reason] + valid + [known]
        let denies = fact.polarity == .denies ? "not " : ""
        return IdentityOptions.plain(
            "  \(isShown ? "*" : " ") \(fact.relation.name) \(denies)\(fact.object)  \(said), "
                + rest.compactMap(\.self).joined(separator: ", ")
        )
    }
}
