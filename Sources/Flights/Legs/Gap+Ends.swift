extension Gap {
    /// A take-off or a landing.
    public enum End: Hashable, Sendable {
        case takeoff(LegEnd)
        case landing(LegEnd)
    }

    /// The take-offs and landings in it by what leads now, in the order in which they happened; none where it flew on from air to air.
    ///
    /// The same that `FlightLog` makes legs of.
    public var ends: [End] {
        var ends: [End] = []
        var takeoff: LegEnd?
        if isFlownOn {
            takeoff = from.isOnGround ? leading.takeoff : nil
            if let takeoff { ends.append(.takeoff(takeoff)) }
            if to.isOnGround, let landing = leading.landing { ends.append(.landing(landing)) }
            return ends
        }
        if let landing = stopLanding {
            if from.isOnGround { ends.append(.takeoff(FlightLog.unseenTakeoff(self, landing))) }
            ends.append(.landing(landing))
        }
        guard let again = stopTakeoff else { return ends }
        ends.append(.takeoff(again))
        if to.isOnGround { ends.append(.landing(FlightLog.unseenLanding(self, again))) }
        return ends
    }
}
