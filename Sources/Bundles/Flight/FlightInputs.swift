public import Aero
public import Flights
public import Tracking

/// What the flights of one aircraft in a time are told from, as a bundle holds it: rows, names, limits, what was learned of who hears what.
/// Airports lie beside.
public struct FlightInputs: Sendable {
    public let aircraft: ArchivedAircraft
    /// The flight or the silence that the bundle is of.
    public let asked: Range<Timestamp>
    /// Until when it is known that nothing else was heard.
    public let toldUntil: Timestamp
    public let limits: AirframeLimits
    /// From a day before what is asked to a day after, with and without a position; rising in time.
    public let rows: [Observation]
    /// Rising in time.
    public let callsigns: [IdentityChange]
    /// By which its silences are judged; `nil` in a bundle that was made before there was any of it.
    public var hearing: FlightHearing?
    /// How likely nothing would have been heard of a landing, by airport, where what else silences are judged by was taken out.
    var unheardAlone: [String: Double] = [:]
    /// The numbers by which all was told; `nil` likewise.
    public var rules: FlightRules?

    public init(
        _ aircraft: ArchivedAircraft,
        asked: Range<Timestamp>,
        toldUntil: Timestamp,
        limits: AirframeLimits,
        rows: [Observation],
        callsigns: [IdentityChange]
    ) {
        self.aircraft = aircraft
        self.asked = asked
        self.toldUntil = toldUntil
        self.limits = limits
        self.rows = rows
        self.callsigns = callsigns
    }

    /// The flights, by the same telling as everywhere. Who heard a row is not asked: what the place of a receiver makes doubtful is not left out.
    ///
    /// - Parameters:
    ///   - gazetteer: the airports that are told.
    ///   - rules: those of the bundle without.
    public func account(_ gazetteer: Gazetteer, by rules: FlightRules? = nil) -> FlightAccount {
        account(gazetteer, by: rules) { [unheard = hearing?.unheard ?? unheardAlone] slot in
            unheard[gazetteer.identity(at: slot)] ?? 1
        }
    }

    /// - Parameter unheard: how likely nothing would have been heard of a landing at an airport.
    public func account(
        _ gazetteer: Gazetteer,
        by rules: FlightRules? = nil,
        unheard: @escaping @Sendable (AirportSlot) -> Double
    ) -> FlightAccount {
        let rules = rules ?? self.rules ?? FlightRules()
        let context = LegContext(gazetteer: gazetteer, rules: rules.legs, reach: rules.reach, unheard: unheard)
        var teller = FlightTeller(aircraft, context: context, limits: limits)
        teller.take(Trace(aircraft, observations: rows, names: callsigns))
        return teller.finish(at: toldUntil, asked: asked)
    }

    /// Whether the silences of an account, by whatever numbers it was told, are no more than are judged.
    ///
    /// Numbers of a bundle are anybody's: by a silence of ten seconds there may be a million. `FlightRerun` refuses a bundle with more, by its
    /// own numbers or by this version's.
    public func canJudge(_ account: FlightAccount) -> Bool {
        hearing?.basis.map { FlightHearingLimits.fits($0, account) } ?? true
    }

    /// What the silences of an account mean, by when each began; empty where that is not told, and where they are more than are judged.
    public func verdicts(on account: FlightAccount, by rules: FlightRules? = nil) -> [Timestamp: GapVerdict] {
        guard canJudge(account) else { return [:] }
        let rules = rules ?? self.rules ?? FlightRules()
        return hearing?.basis?.verdicts(on: account, rules: rules.gaps, reach: rules.reach) ?? [:]
    }

    public func conclusions(_ gazetteer: Gazetteer, by rules: FlightRules? = nil) -> [Conclusion] {
        let account = account(gazetteer, by: rules)
        return FlightConclusions(account, verdicts(on: account, by: rules)).all
    }
}
