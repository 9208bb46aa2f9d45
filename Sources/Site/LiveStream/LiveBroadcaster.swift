import Aero
import NIOCore

/// Encodes each second of the sky once for all readers of a view. While nobody reads, nothing is asked and nothing encoded.
actor LiveBroadcaster {
    /// Readers of one view at one pace.
    private struct Channel {
        var encoder: LiveFrameEncoder
        let every: Int
        /// The tick at which the last frame was made.
        var lastTick: Int
        /// The tick at which anything was sent last.
        var lastSent: Int
        /// The book's edition that its readers were told.
        var edition: Int
        var readers: [Int: LiveMailbox] = [:]
    }

    private struct Key: Hashable {
        let view: LiveView
        let every: Int
    }

    /// Ticks after which the time is told when nothing else was.
    static let keepAliveTicks = 15

    private let sky: any Sky
    private let book: any AddressBook
    private let events: LiveEvents
    private var channels: [Key: Channel] = [:]
    private var nextReader = 0
    private var tickNumber = 0
    private var isFinished = false
    private var waiters: [(readers: Int, continuation: CheckedContinuation<Void, Never>)] = []

    init(sky: any Sky, book: any AddressBook, events: LiveEvents) {
        self.sky = sky
        self.book = book
        self.events = events
    }

    var readerCount: Int { channels.values.reduce(0) { $0 + $1.readers.count } }

    /// Returns when that many read; for tests.
    func waitForReaders(_ count: Int) async {
        guard readerCount != count else { return }
        await withCheckedContinuation { waiters.append((count, $0)) }
    }

    /// Ticks once a second until the task is cancelled or the program shuts down.
    func run() async {
        let clock = ContinuousClock()
        var next = clock.now
        while !Task.isCancelled, !isFinished {
            next = max(clock.now, next.advanced(by: .seconds(1)))
            do { try await clock.sleep(until: next) } catch { break }
            await tick()
        }
        finish()
    }

    /// Ends all streams, and those that come later at once.
    func finish() {
        isFinished = true
        for channel in channels.values { for mailbox in channel.readers.values { mailbox.finish() } }
    }

    /// A reader comes in; the first frame waits in its mailbox.
    ///
    /// - Returns: what `leave` is to be given.
    func join(_ view: LiveView, every: Int) async -> (id: LiveReaderID, mailbox: LiveMailbox) {
        let key = Key(view: view, every: every)
        var fresh: LiveSky?
        if channels[key] == nil { fresh = await LiveSky(sky.snapshot()) }
        let mailbox = LiveMailbox()
        if isFinished { mailbox.finish() }
        let id = nextReader
        nextReader += 1
        // While the snapshot was made another reader may have opened the channel, or the last one closed it.
        if channels[key] == nil, fresh == nil { fresh = await LiveSky(sky.snapshot()) }
        if channels[key] == nil, let fresh {
            let book = book
            var encoder = LiveFrameEncoder(view: view) { book.registration(of: $0) }
            encoder.begin(with: fresh)
            channels[key] = Channel(
                encoder: encoder,
                every: every,
                lastTick: tickNumber,
                lastSent: tickNumber,
                edition: book.edition
            )
        }
        if let channel = channels[key] {
            let full = channel.encoder.full()
            mailbox.leave(change: full) { full }
            channels[key]?.readers[id] = mailbox
        }
        readersChanged()
        return (LiveReaderID(number: id, view: view, every: every), mailbox)
    }

    func leave(_ id: LiveReaderID) {
        let key = Key(view: id.view, every: id.every)
        channels[key]?.readers[id.number]?.finish()
        channels[key]?.readers[id.number] = nil
        if channels[key]?.readers.isEmpty == true { channels[key] = nil }
        readersChanged()
    }

    /// One second: change frames for the channels whose turn it is, the time for those that were silent long, events for all.
    func tick() async {
        tickNumber += 1
        guard !channels.isEmpty else { return }
        if channels.values.contains(where: { tickNumber - $0.lastTick >= $0.every }) {
            send(LiveSky(await sky.snapshot()))
        }
        let status = await sky.status()
        let flags = LiveSky.flags(of: status.provenance)
        for json in await events.changes(status) {
            let frame = LiveFrameKind.event(json, flags: flags)
            for key in channels.keys {
                channels[key]?.lastSent = tickNumber
                channels[key]?.readers.values.forEach { $0.leave(event: frame) }
            }
        }
        keepAlive(status, flags)
    }

    private func send(_ now: LiveSky) {
        for key in channels.keys {
            guard let channel = channels[key], tickNumber - channel.lastTick >= channel.every else { continue }
            guard var change = channels[key]?.encoder.advance(to: now) else { continue }
            channels[key]?.lastTick = tickNumber
            channels[key]?.lastSent = tickNumber
            var full: ByteBuffer?
            // Registrations are told with the whole only: they follow from the book, which is another one now.
            if channel.edition != book.edition, let whole = channels[key]?.encoder.full() {
                channels[key]?.edition = book.edition
                (change, full) = (whole, whole)
            }
            for mailbox in channel.readers.values {
                mailbox.leave(change: change) {
                    if let full { return full }
                    let made = channels[key]?.encoder.full() ?? ByteBuffer()
                    full = made
                    return made
                }
            }
        }
    }

    private func keepAlive(_ status: SkyStatus, _ flags: UInt8) {
        let silent = channels.filter { tickNumber - $0.value.lastSent >= LiveBroadcaster.keepAliveTicks }
        guard !silent.isEmpty else { return }
        let frame = LiveFrameKind.time(
            milliseconds: LiveFrameEncoder.milliseconds(status.now),
            delay: status.feedDelay ?? .nan,
            flags: flags
        )
        for (key, channel) in silent {
            channels[key]?.lastSent = tickNumber
            for mailbox in channel.readers.values { mailbox.leave(event: frame, isWorthKeeping: false) }
        }
    }

    private func readersChanged() {
        let count = readerCount
        for waiter in waiters where waiter.readers == count { waiter.continuation.resume() }
        waiters.removeAll { $0.readers == count }
    }
}
