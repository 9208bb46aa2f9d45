import Aero
import Flights
import Site
import Store
import Tracking
import Watch

/// Who is who for rules, as held at one moment: lists and registers, the operator's own lists, and whom rules must not speak of.
struct WatchIdentities: Sendable {
    /// Hidden from everybody, the operator too.
    static let hidden = "~hidden"
    /// Hidden from strangers, or to be taken for a private person's: public rules do not speak of them.
    static let kept = "~kept"

    /// Another number whenever anything in it is another.
    let edition: Int
    private let lookUp: @Sendable (AircraftAddress) -> (RegisteredAircraft?, AircraftBelonging?)
    private let lists: [AircraftAddress: [String]]
    private let rules: SuppressionRules
    private let time: Timestamp
    /// The invented group of the simulated scene is known too.
    private var knowsScene = false

    init(
        edition: Int,
        lists: [AircraftAddress: [String]] = [:],
        rules: SuppressionRules = .none,
        at time: Timestamp,
        lookUp: @escaping @Sendable (AircraftAddress) -> (RegisteredAircraft?, AircraftBelonging?)
    ) {
        self.edition = edition
        self.lists = lists
        self.rules = rules
        self.time = time
        self.lookUp = lookUp
    }

    /// The same in a world: the simulated one has a group of its own.
    func known(in realm: ArchiveRealm) -> WatchIdentities {
        var known = self
        known.knowsScene = realm == .simulated
        return known
    }

    /// What a registration, a type and lists say of an aircraft; who is hidden bears a list of the program's own.
    func identity(of address: AircraftAddress) -> WatchIdentity {
        if knowsScene, let identity = SimulatedFleet.identity(of: address) { return identity }
        let (registered, belonging) = lookUp(address)
        var names = (belonging?.lists ?? []).filter { !$0.hasPrefix("~") } + (lists[address] ?? [])
        let marks = registered?.marks ?? []
        if marks.contains(.limitedDisplay) { names.append("LADD") }
        if marks.contains(.privacyAddress) { names.append("PIA") }
        var identity = WatchIdentity(
            registration: registered?.registration
                ?? (marks.contains(.privacyAddress) ? nil : Registration.inferred(from: address)),
            type: registered?.type,
            operatorCode: belonging?.operatorCode,
            country: AddressBlocks.state(of: address)?.description,
            category: Self.category(belonging, marks, names),
            fleet: belonging?.fleet ?? registered?.aircraftOperator ?? belonging?.operatorCode,
            lists: names
        )
        let isKept = rules.hides(address, from: .strangers, during: time...time) || identity.isPrivate
        if rules.hides(address, from: .operators, during: time...time) { names.append(Self.hidden) }
        if isKept { names.append(Self.kept) }
        identity = WatchIdentity(
            registration: identity.registration,
            type: identity.type,
            operatorCode: identity.operatorCode,
            country: identity.country,
            category: identity.category,
            fleet: identity.fleet,
            lists: names
        )
        return identity
    }

    private static func category(
        _ belonging: AircraftBelonging?,
        _ marks: RegisteredAircraft.Marks,
        _ lists: [String]
    ) -> String? {
        if lists.contains("state aircraft") || belonging?.category == "government" { return "state" }
        return belonging?.category ?? (marks.contains(.military) ? "military" : nil)
    }
}
