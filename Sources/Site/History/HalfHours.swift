import Aero
import Tracking

/// Heat maps of half hours, made when asked for and kept for a while: they are large, and a client asks for the same ones again.
actor HalfHours {
    /// Length of one.
    static let seconds = 1800.0

    private struct Entry {
        let start: Timestamp
        /// The picture's second it was made of.
        let second: Int64
        let task: Task<[UInt8]?, Never>
    }

    private var entries: [Entry] = []
    /// Half hours kept: with 10,000 aircraft one is 10 MB.
    private static let bound = 6
    /// Pictures after which one is made anew: trails are thinned and forgotten.
    private static let goodFor: Int64 = 30

    /// - Parameter start: a full half hour.
    /// - Returns: `nil` when nothing is kept of it.
    func bytes(from start: Timestamp, of picture: SkyPicture) async -> [UInt8]? {
        let second = picture.status.second
        if let entry = entries.first(where: { $0.start == start }), (0..<Self.goodFor).contains(second - entry.second) {
            return await entry.task.value
        }
        guard start < picture.status.now else { return nil }
        let task = Task { await Self.make(start, picture) }
        entries.removeAll { $0.start == start }
        if entries.count >= Self.bound { entries.removeFirst() }
        entries.append(Entry(start: start, second: second, task: task))
        return await task.value
    }

    @concurrent
    private static func make(_ start: Timestamp, _ picture: SkyPicture) async -> [UInt8]? {
        let end = min(start.advanced(bySeconds: seconds), picture.status.now)
        let tracks = picture.tracks.filter { track in
            guard let first = track.trail.points.first, let last = track.fix?.time else { return false }
            return first.time < end && last.advanced(bySeconds: PathSample.holdSeconds) >= start
        }
        guard !tracks.isEmpty else { return nil }
        return HeatmapDocument(tracks: tracks).bytes(from: start, until: end)
    }
}
