import Aero
import Tracking

/// Counts the aircraft that are shown, once a second however many ask, and their messages since they were counted first.
actor VisibleCounts {
    private struct Count {
        var aircraft: Int
        var positioned: Int
        var messages: Int
    }

    private var making: (second: Int64, edition: Int, task: Task<Count, Never>)?
    /// Messages of each aircraft as they were counted last.
    private var known: [AircraftAddress: Int] = [:]
    private var messages = 0

    /// The status with nothing in it that what is hidden could change.
    func told(
        _ status: SkyStatus,
        edition: Int,
        visible: @escaping @Sendable () async -> (SkySnapshot, [Track])
    ) async -> SkyStatus {
        let count: Count
        if let making, making.second == status.second, making.edition == edition {
            count = await making.task.value
        } else {
            let task = Task { await self.count(visible) }
            making = (status.second, edition, task)
            count = await task.value
        }
        var told = status
        (told.aircraft, told.positioned, told.messages) = (count.aircraft, count.positioned, count.messages)
        // The last message of all may be of one who is hidden.
        told.feedDelay = nil
        return told
    }

    private func count(_ visible: @Sendable () async -> (SkySnapshot, [Track])) async -> Count {
        let (snapshot, tracks) = await visible()
        var next: [AircraftAddress: Int] = [:]
        next.reserveCapacity(tracks.count)
        for track in tracks {
            let before = known[track.address] ?? 0
            // A track that began anew counts from its beginning.
            messages += track.messages >= before ? track.messages - before : track.messages
            next[track.address] = track.messages
        }
        known = next
        return Count(
            aircraft: snapshot.aircraft.count,
            positioned: snapshot.aircraft.count { $0.position != nil },
            messages: messages
        )
    }
}
