import Aero
import Tracking

/// The sky as it was some time ago, for an audience that is shown everything later.
///
/// Pictures of it are taken and kept until they are old enough to be told; until the first one is, nobody is there. What is written on them
/// is what was known then: a position corrected later is not corrected in them.
actor DelayedSky: Sky {
    private struct Picture {
        let status: SkyStatus
        let counts: SkyCounts
        /// Without their paths, which would fill the memory once for each picture.
        let tracks: [Track]
        let places: [AircraftAddress: Int]
        let summaries: [TrackSummary]

        /// Nothing on it is later.
        var time: Timestamp { status.now }
    }

    /// Longest delay of a sky that is shown, in its seconds; who waits longer is shown the past alone.
    static let longest = 3600.0
    /// Pictures that wait at once; a longer delay has them farther apart, and no more memory.
    private static let waiting = 30.0
    /// Seconds between two pictures at least.
    private static let shortest = 5.0

    private let sky: any Sky
    /// In seconds of the sky.
    private let delay: Double
    private let spacing: Double
    /// Oldest first; the first is told, the others wait.
    private var pictures: [Picture] = []
    /// The paths of all that are on any picture, as they were when the last was taken.
    private var trails: [AircraftAddress: Trail] = [:]
    private var taking: Task<Void, Never>?

    init(_ sky: any Sky, seconds delay: Double) {
        self.sky = sky
        self.delay = delay
        spacing = max(Self.shortest, min(delay, Self.longest) / Self.waiting)
    }

    /// Pictures and paths that are held; for tests.
    var heldPictures: Int { pictures.count }
    var heldPaths: Int { trails.count }

    /// Takes pictures until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await note()
            do { try await Task.sleep(for: .seconds(1)) } catch { return }
        }
    }

    /// Takes a picture where it is time for one, and forgets what nobody is told any more.
    func note() async {
        guard delay <= Self.longest else { return }
        if let taking { return await taking.value }
        let task = Task { await take() }
        taking = task
        await task.value
        taking = nil
    }

    private func take() async {
        let now = await sky.status().now
        // A recording that begins again is another sky.
        if let last = pictures.last, now < last.time { (pictures, trails) = ([], [:]) }
        if let last = pictures.last, now.seconds(since: last.time) < spacing { return forget(now) }
        let counts = await sky.counts()
        var tracks = await sky.tracks()
        // Asked last: nothing on the picture is later than it says.
        let status = await sky.status()
        for index in tracks.indices { trails[tracks[index].address] = tracks[index].takeTrail() }
        let places = Dictionary(zip(tracks.map(\.address), tracks.indices)) { first, _ in first }
        pictures.append(
            Picture(
                status: status,
                counts: counts,
                tracks: tracks,
                places: places,
                summaries: tracks.map(TrackSummary.init)
            )
        )
        forget(status.now)
    }

    private func forget(_ now: Timestamp) {
        let end = now.advanced(bySeconds: -delay)
        guard let told = pictures.lastIndex(where: { $0.time <= end }), told > 0 else { return }
        pictures.removeFirst(told)
        trails = trails.filter { address, _ in pictures.contains { $0.places[address] != nil } }
    }

    /// The picture that may be told now, and the time that is told with it.
    private func told() async -> (picture: Picture?, now: SkyStatus) {
        await note()
        var status = await sky.status()
        status.now = status.now.advanced(bySeconds: -delay)
        return (pictures.last { $0.time <= status.now }, status)
    }

    func status() async -> SkyStatus {
        let (picture, now) = await told()
        var status = now
        status.messages = picture?.status.messages ?? 0
        status.aircraft = picture?.status.aircraft ?? 0
        status.positioned = picture?.status.positioned ?? 0
        status.feedDelay = picture?.status.feedDelay
        return status
    }

    func snapshot() async -> SkySnapshot {
        let (picture, now) = await told()
        return SkySnapshot(time: now.now, provenance: now.provenance, aircraft: picture?.summaries ?? [])
    }

    func track(_ address: AircraftAddress) async -> Track? {
        guard let picture = await told().picture, let place = picture.places[address] else { return nil }
        return whole(picture.tracks[place], of: picture)
    }

    func tracks() async -> [Track] {
        guard let picture = await told().picture else { return [] }
        return picture.tracks.map { whole($0, of: picture) }
    }

    /// With its path as far as it had come.
    private func whole(_ track: Track, of picture: Picture) -> Track {
        guard let trail = trails[track.address] else { return track }
        var track = track
        track.take(trail, until: picture.time)
        return track
    }

    func feedNames() async -> [FeedID: String] { await sky.feedNames() }
    func polledFeeds() async -> Set<FeedID> { await sky.polledFeeds() }
    func credits() async -> [DataCredit] { await sky.credits() }
    func counts() async -> SkyCounts { await told().picture?.counts ?? SkyCounts() }
}
