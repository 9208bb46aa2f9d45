import Aero
import Tracking

/// Who heard a row, and whether its terms let it be told to others.
struct WatchReception: Sendable {
    let receivers: ReceiverSet
    /// Under terms that let it be handed on.
    let isOpen: Bool

    init(receivers: ReceiverSet, isOpen: Bool) {
        self.receivers = receivers
        self.isOpen = isOpen
    }

    /// - Parameter sets: of the batch or trace the row stands in; a place that is not there is nobody.
    init(_ row: Observation, _ sets: [ReceiverSet], isOpen: Bool) {
        receivers = sets.indices.contains(Int(row.heardBy)) ? sets[Int(row.heardBy)] : .empty
        self.isOpen = isOpen
    }
}
