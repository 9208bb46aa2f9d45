import Aero
import ModeS

extension Reception {
    /// What all values of one claim have in common. The class is the one that the other program states; the trust stays a claim's.
    ///
    /// - Parameter rank: added to that of claims.
    init(_ report: ClaimedReport, _ feed: FeedID, _ receiver: ReceiverNumber, _ party: FeederParty, addedRank: UInt8) {
        let isComputed = report.kind == .multilateration || report.statedClass == .multilateration
        let own: SourceClass = isComputed ? .multilateration : .other
        self.init(
            time: report.time,
            source: .claim(isComputed ? .multilateration : report.kind),
            sourceClass: report.statedClass ?? own,
            rank: own.rank + addedRank,
            feed: feed,
            receiver: receiver,
            party: party,
            isRepaired: false
        )
    }
}

extension Track {
    /// Takes what another program claims, its position apart. Numbers that are none are left out.
    mutating func take(_ report: ClaimedReport, _ reception: inout Reception) {
        func number(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
        func quantity<Value: Quantity>(_ value: Value?) -> Value? { value.flatMap { $0.rawValue.isFinite ? $0 : nil } }
        reception.put(report.callsign, into: &callsign)
        reception.put(report.category, into: &category)
        reception.put(report.squawk, into: &squawk)
        reception.put(report.alert, into: &isAlert)
        reception.put(report.ident, into: &isIdent)
        reception.put(report.onGround, into: &isOnGround)
        if let state = report.emergencyState {
            reception.put(state, into: &emergency)
        } else if report.emergency == true {
            reception.put(.general, into: &emergency)
        }
        reception.put(quantity(report.barometricAltitude), into: &barometricAltitude)
        reception.put(quantity(report.geometricAltitude), into: &geometricAltitude)
        reception.put(quantity(report.verticalRate), into: &barometricRate)
        reception.put(quantity(report.geometricRate), into: &geometricRate)
        reception.put(quantity(report.groundSpeed), into: &groundSpeed)
        reception.put(quantity(report.track), into: &track)
        reception.put(quantity(report.indicatedAirspeed), into: &indicatedAirspeed)
        reception.put(quantity(report.trueAirspeed), into: &trueAirspeed)
        reception.put(number(report.mach), into: &mach)
        reception.put(quantity(report.magneticHeading), into: &magneticHeading)
        reception.put(quantity(report.trueHeading), into: &trueHeading)
        reception.put(quantity(report.roll), into: &roll)
        reception.put(number(report.trackRate), into: &trackRate)
        reception.put(quantity(report.selectedAltitude), into: &selectedAltitude)
        reception.put(quantity(report.managedAltitude), into: &managedAltitude)
        reception.put(number(report.pressureSetting), into: &pressureSetting)
        reception.put(quantity(report.selectedHeading), into: &selectedHeading)
        reception.put(report.nacP, into: &nacP)
        reception.put(report.nacV, into: &nacV)
        reception.put(report.sil, into: &sil)
        reception.put(report.sda, into: &sda)
        reception.put(report.gva, into: &gva)
        reception.put(report.version.flatMap { $0 <= 2 ? $0 : nil }, into: &claimedVersion)
    }
}
