import Aero
import Simulation
import Site
import Tracking
import Visits

/// Who is who for one ranking: what the book shows of an aircraft, on which lists it stands, and what it is beside a state.
struct AircraftKnowledge: Sendable {
    private let book: any AddressBook
    private let identities: (any IdentityDesk)?
    private let realm: ArchiveRealm
    private let knownRole: KnownRole
    /// Strangers are told of lists alone that may be handed on.
    private let isForStrangers: Bool
    private(set) var listings: [AircraftAddress: [RankedVisit.Listing]] = [:]
    /// Who stands on a list of state aircraft, as far as it was asked.
    private var states: [AircraftAddress: Bool] = [:]

    /// Aircraft of which lists are asked, one by one, in one ranking.
    static let mostAsked = 3_000
    private static let stateLists: Set<String> = ["state aircraft"]

    /// What an aircraft is beside a state, where somebody knows it otherwise; `nil` where lists, types and operators say it.
    typealias KnownRole = @Sendable (AircraftAddress, StateCode?) -> AircraftRole?

    init(_ question: CandidatesQuestion, knownRole: @escaping KnownRole = { _, _ in nil }) {
        book = question.book
        identities = question.identities
        realm = question.realm
        isForStrangers = question.audience == .strangers
        self.knownRole = knownRole
    }

    /// What is shown of an aircraft; its address alone where nobody says anything.
    func registered(_ address: AircraftAddress) -> RegisteredAircraft {
        if realm == .simulated, let one = SimulatedFleet.aircraft[address] { return one }
        if let known = book.registered(address) { return known }
        return RegisteredAircraft(address: address, registration: book.registration(of: address))
    }

    /// Whether a list says that it flies for a government. Asked of those alone that the book marks.
    mutating func isListed(_ aircraft: RegisteredAircraft) async -> Bool {
        if let known = states[aircraft.address] { return known }
        if realm == .simulated, let list = SimulatedFleet.lists[aircraft.address] {
            listings[aircraft.address] = [RankedVisit.Listing(source: SimulatedFleet.source, list: list, date: "")]
            states[aircraft.address] = list == SimulatedFleet.stateList
            return list == SimulatedFleet.stateList
        }
        guard aircraft.marks.contains(.interesting), states.count < Self.mostAsked else { return false }
        await ask(aircraft.address)
        return states[aircraft.address] ?? false
    }

    /// Asks on which lists an aircraft stands, for those that are told.
    mutating func ask(_ address: AircraftAddress) async {
        guard listings[address] == nil, states.count < Self.mostAsked else { return }
        let held = try? await identities?.identity(of: address, known: nil)
        let facts = (held?.record.facts ?? []).filter { fact in
            fact.polarity == .says && fact.confidence != .refuted && fact.known.to == nil
                && (!isForStrangers || fact.licence.isRedistributable)
        }
        listings[address] = facts.filter { $0.relation == .list }.map { fact in
            let source = held?.sources[fact.source]
            return RankedVisit.Listing(source: source?.name ?? "?", list: fact.object, date: source?.version ?? "")
        }
        states[address] = facts.contains { fact in
            fact.relation == .list && Self.stateLists.contains(fact.object)
                || fact.relation == .category && fact.object == "government"
        }
    }

    /// The states an aircraft belongs to are those of its marks; simulated ones say so.
    func role(of aircraft: RegisteredAircraft, callsign: String?, isListed: Bool, _ state: StateCode?) -> AircraftRole {
        if let known = knownRole(aircraft.address, state) { return known }
        if realm == .simulated, let role = SimulatedFleet.role(of: aircraft.address, isListed: isListed, beside: state)
        {
            return role
        }
        return RoleRules(state: state).role(of: aircraft, callsign: callsign, isListed: isListed)
    }
}
