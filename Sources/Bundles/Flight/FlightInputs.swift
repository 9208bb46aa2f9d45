public import Aero
public import Flights
public import Tracking

/// What the flights of one aircraft in a time are told from, as a bundle holds it: rows, names, limits. Airports lie beside.
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
    /// - Parameter gazetteer: the airports that are told.
    public func account(_ gazetteer: Gazetteer) -> FlightAccount {
        var teller = FlightTeller(aircraft, context: LegContext(gazetteer: gazetteer), limits: limits)
        teller.take(Trace(aircraft, observations: rows, names: callsigns))
        return teller.finish(at: toldUntil, asked: asked)
    }

    public func conclusions(_ gazetteer: Gazetteer) -> [Conclusion] { FlightConclusions(account(gazetteer)).all }
}
