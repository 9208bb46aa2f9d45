import Aero
import Synchronization
import Tracking

/// With how many messages each aircraft came into the part of the sky that is shown: what was heard of it before, and when first, would tell
/// how far the receiver hears.
final class ShownBeginnings: Sendable {
    private struct Beginning {
        let firstHeard: Timestamp
        let messages: Int
    }

    private let known = Mutex<[AircraftAddress: Beginning]>([:])

    /// Leaves of a track what is of the time in which it was shown: its path must be cut already.
    func cut(_ track: inout Track) {
        let beginning = known.withLock { known in
            if let beginning = known[track.address], beginning.firstHeard == track.firstHeard,
                beginning.messages <= track.messages
            {
                return beginning
            }
            // The message that brought it in is counted.
            let beginning = Beginning(firstHeard: track.firstHeard, messages: max(0, track.messages - 1))
            known[track.address] = beginning
            return beginning
        }
        track.begin(at: track.trail.points.first?.time ?? track.lastHeard, after: beginning.messages)
    }

    /// Forgets who is not shown any more: whoever comes back begins anew.
    func keep(_ shown: some Sequence<Track>) {
        let addresses = Set(shown.map(\.address))
        known.withLock { known in
            guard known.count > addresses.count else { return }
            known = known.filter { addresses.contains($0.key) }
        }
    }
}
