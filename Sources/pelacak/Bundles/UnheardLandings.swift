import Aero
import Flights
import Synchronization

/// How likely nothing would have been heard of a landing at each airport that is asked about, remembered for a bundle.
final class UnheardLandings: Sendable {
    private let learned: LearnedCoverage
    private let gazetteer: Gazetteer
    private let moment: Timestamp
    private let asked = Mutex<[String: Double]>([:])

    init(_ learned: LearnedCoverage, _ gazetteer: Gazetteer, at moment: Timestamp) {
        self.learned = learned
        self.gazetteer = gazetteer
        self.moment = moment
    }

    /// By the lowest air over it, as it is told everywhere (`LearnedCoverage.unheard`).
    func chance(_ slot: AirportSlot) -> Double {
        let identity = gazetteer.identity(at: slot)
        if let known = asked.withLock({ $0[identity] }) { return known }
        let chance = learned.unheard(ofLandingAt: slot, in: gazetteer, time: moment)
        asked.withLock { $0[identity] = chance }
        return chance
    }

    /// Of those asked about that are not 1.
    var chances: [String: Double] { asked.withLock { $0.filter { $0.value != 1 } } }
}
