public import Aero
public import Feeds
import Foundation

/// Every message that came in, as it came in, for a while: slices of ten minutes of each receiver in a ring that is bounded by age and by
/// size, and what was pinned for as long as somebody wants it.
///
/// `append` only remembers; `flush`, to be called once a second, writes a block for each receiver. What was flushed is safe from a crash of
/// the program; what was synced, for up to `RawSettings.syncsPerFlush` receivers at each flush, from a power cut. A full disk stops the
/// writing, says so once, and goes on by itself.
public actor RawArchive {
    public let settings: RawSettings
    /// When this process began: with `sequence` it says in which order everything came.
    public nonisolated let session: Timestamp
    nonisolated let folder: RawFolder
    private let decoder: String
    private var sequence: UInt64 = 0
    private var writers: [Key: RawSliceWriter] = [:]
    /// Closed slices by their paths.
    var slices: [String: RawSlice] = [:]
    var pins: [UInt64: RawPin] = [:]
    /// Closed slices that pins may mean and that were not looked into yet, by their paths, with those pins.
    var unlooked: [String: Set<UInt64>] = [:]
    private(set) var state = RawStatus()
    private let onTrouble: @Sendable (RawError?) -> Void
    private let trouble: (@Sendable () -> Int32)?

    private struct Key: Hashable, Comparable {
        var receiver: UInt32
        var kind: RawSlice.Kind

        static func < (left: Key, right: Key) -> Bool {
            (left.receiver, left.kind.rawValue) < (right.receiver, right.kind.rawValue)
        }
    }

    /// Opens an archive, puts in order what a crash left, and forgets nothing.
    ///
    /// - Parameters:
    ///   - folder: of its own; made if need be.
    ///   - decoder: the program with its version, for the heads of slices.
    ///   - session: now; made later than that of every earlier run where it is not.
    ///   - onTrouble: told once when nothing can be written any more, and with `nil` when it goes on.
    public init(
        folder: String,
        decoder: String,
        session: Timestamp,
        settings: RawSettings = RawSettings(),
        onTrouble: @escaping @Sendable (RawError?) -> Void = { _ in }
    ) throws(RawError) {
        try self.init(folder, decoder, session, settings, onTrouble, trouble: nil)
    }

    init(
        _ folder: String,
        _ decoder: String,
        _ session: Timestamp,
        _ settings: RawSettings,
        _ onTrouble: @escaping @Sendable (RawError?) -> Void = { _ in },
        trouble: (@Sendable () -> Int32)?
    ) throws(RawError) {
        self.folder = RawFolder(path: folder)
        self.decoder = decoder
        self.settings = settings
        self.onTrouble = onTrouble
        self.trouble = trouble
        try self.folder.makeFolder(of: "pinned/x")
        let found = try RawInventory(self.folder)
        // Sessions are told apart, and put in order, by when they began; a clock may have been set back since.
        self.session = found.newestSession.map { max(session, $0.advanced(bySeconds: 1e-9)) } ?? session
        slices = found.slices
        pins = found.pins
        // Also those that a crash left open: they were ended just now.
        for (path, slice) in slices {
            let left = RawPinLinks.link(slice, pins, self.folder)
            if !left.isEmpty { unlooked[path] = left }
        }
        state.repaired = found.repaired
        state.cut = found.cut
        state.strangers = found.strangers
    }

    // MARK: - Writing

    /// Takes in what a receiver's feed gave at once.
    ///
    /// - Parameters:
    ///   - receiver: the archive's number of who gave it.
    ///   - arrived: what the sky took for "now".
    public func append(_ batch: FeedBatch, from receiver: UInt32, arrived: Timestamp) {
        sequence += 1
        var entry = RawBatchEntry(sequence: sequence, arrived: arrived)
        if batch.sawSimulationMark { entry.flags.insert(.simulated) }
        if batch.endsConnection { entry.flags.insert(.endsConnection) }
        let hasClaims = !batch.reports.isEmpty || !batch.uat.isEmpty
        if !batch.frames.isEmpty || !batch.modeAC.isEmpty || !hasClaims { add(batch, entry, receiver, .beast) }
        if hasClaims { add(batch, entry, receiver, .claims) }
        if writers.values.reduce(0, { $0 + $1.waiting }) > settings.mostWaiting { flush(at: arrived) }
    }

    private func add(_ batch: FeedBatch, _ entry: RawBatchEntry, _ receiver: UInt32, _ kind: RawSlice.Kind) {
        let key = Key(receiver: receiver, kind: kind)
        let start = RawSlice.start(of: entry.arrived)
        if let writer = writers[key], writer.slice.start != start { close(key, at: entry.arrived) }
        do {
            if writers[key] == nil { writers[key] = try open(key, start) }
            writers[key]?.add(batch, entry)
        } catch {
            state.lost +=
                kind == .beast ? batch.frames.count + batch.modeAC.count : batch.reports.count + batch.uat.count
            note(error)
        }
    }

    private func open(_ key: Key, _ start: Timestamp) throws(RawError) -> RawSliceWriter {
        for copy in 1...10_000 {
            let path = RawFolder.path(key.kind, key.receiver, start, copy: copy)
            try folder.makeFolder(of: path)
            guard let file = try RawFile.create(folder.full(path), trouble: trouble) else { continue }
            let slice = RawSlice(path: path, kind: key.kind, receiver: key.receiver, start: start, bytes: 0)
            let head = RawSliceHead(
                receiver: key.receiver,
                decoder: decoder,
                session: session.nanoseconds,
                start: start.nanoseconds,
                kind: key.kind
            )
            do {
                let writer = try RawSliceWriter(slice, head, file, level: settings.level)
                // What is in a file is on the disk only if its name is.
                folder.syncNames(of: path)
                return writer
            } catch {
                folder.remove(path)
                throw error
            }
        }
        throw .system(path: folder.path, errno: EEXIST)
    }

    /// Writes what waits, and closes slices whose time is over. To be called once a second.
    public func flush(at now: Timestamp) {
        var failed: RawError?
        for key in writers.keys.sorted() {
            guard let writer = writers[key] else { continue }
            let waiting = writer.waiting
            do {
                try writer.flush(at: now)
                state.written += waiting
                if now >= writer.slice.during.upperBound { close(key, at: now) }
            } catch {
                failed = error
                if writer.waiting > settings.mostWaiting / 4 {
                    state.lost += writer.waiting
                    writer.giveUp()
                }
            }
        }
        let unsynced = writers.values.filter { $0.unsynced != nil }
            .sorted { ($0.unsynced ?? now, $0.slice.path) < ($1.unsynced ?? now, $1.slice.path) }
        for writer in unsynced.prefix(settings.syncsPerFlush) {
            do { try writer.sync() } catch { failed = error }
        }
        note(failed)
    }

    /// Closes all slices, at the end of the program.
    public func close(at now: Timestamp) {
        flush(at: now)
        for key in writers.keys.sorted() { close(key, at: now) }
    }

    /// Closes what is being written of one receiver.
    func closeSlices(of receiver: UInt32, at now: Timestamp) {
        for key in writers.keys.sorted() where key.receiver == receiver { close(key, at: now) }
    }

    /// Writes arrivals of a slice that has been taken away, as the earlier part of it.
    func write(again arrivals: [RawArrival], _ receiver: UInt32, _ slice: RawSlice) {
        do {
            let writer = try open(Key(receiver: receiver, kind: slice.kind), slice.start)
            for arrival in arrivals {
                var entry = RawBatchEntry(sequence: arrival.sequence, arrived: arrival.arrived)
                if arrival.batch.sawSimulationMark { entry.flags.insert(.simulated) }
                if arrival.batch.endsConnection { entry.flags.insert(.endsConnection) }
                writer.add(arrival.batch, entry)
            }
            let closed = try writer.close(at: arrivals.last?.arrived ?? slice.start)
            slices[closed.path] = closed
        } catch { note(error) }
    }

    private func close(_ key: Key, at now: Timestamp) {
        guard let writer = writers.removeValue(forKey: key) else { return }
        let waiting = writer.waiting
        do {
            let closed = try writer.close(at: now)
            state.written += waiting
            slices[closed.path] = closed
            let left = RawPinLinks.link(closed, pins, folder)
            if !left.isEmpty { unlooked[closed.path] = left }
        } catch {
            // Its blocks stay; the next start ends it.
            state.lost += writer.waiting
            var torn = writer.slice
            torn.bytes = writer.length
            slices[torn.path] = torn
            note(error)
        }
    }

    /// Says once that nothing can be written, and once that it goes on.
    func note(_ error: RawError?) {
        let wasTroubled = state.trouble != nil
        state.trouble = error
        if wasTroubled != (error != nil) { onTrouble(error) }
    }

    // MARK: - What there is

    public var status: RawStatus {
        var status = state
        status.slices = slices.count + writers.count
        status.bytes = slices.values.reduce(0) { $0 + $1.bytes } + writers.values.reduce(0) { $0 + $1.length }
        status.pins = pins.count
        return status
    }

    /// The slices of a time, those that are being written too, by time and receiver.
    public func slices(during range: Range<Timestamp>) -> [RawSlice] {
        let open = writers.values.map { writer in
            var slice = writer.slice
            slice.bytes = writer.length
            return slice
        }
        return (slices.values + open).filter { $0.during.overlaps(range) }
            .sorted { ($0.start, $0.receiver, $0.path) < ($1.start, $1.receiver, $1.path) }
    }

    /// All that arrived in a time, in the order in which it was taken in. What waits is flushed first.
    ///
    /// - Parameter receivers: `nil` for all.
    public func replay(during range: Range<Timestamp>, receivers: Set<UInt32>? = nil) -> RawReplay {
        flush(at: writers.values.compactMap(\.unsynced).max() ?? session)
        let chosen = slices(during: range).filter { receivers?.contains($0.receiver) ?? true }
        return RawReplay(folder: folder, slices: chosen, during: range)
    }

    // MARK: - The ring

    /// Slices that are looked into at once, for the aircraft of pins: a second of work each where much is heard.
    private static let looksAtOnce = 8

    /// Lets go what is too old or too much; pinned slices have a second name and stay.
    ///
    /// Before a slice goes it is looked into if a pin of an aircraft may mean it: some at each call, so that what comes in does not wait.
    /// - Returns: what was let go.
    @discardableResult
    public func retain(now: Timestamp) -> [RawSlice] {
        let oldest = now.advanced(bySeconds: -settings.hours * 3_600)
        var total = status.bytes
        var gone: [RawSlice] = []
        var looks = Self.looksAtOnce
        for slice in slices.values.sorted(by: { ($0.start, $0.path) < ($1.start, $1.path) }) {
            guard slice.during.upperBound <= oldest || total > settings.bytes else { continue }
            if unlooked[slice.path] != nil {
                guard looks > 0 else { continue }
                looks -= 1
                // What cannot be kept is not let go.
                guard look(into: slice.path) else { continue }
            }
            folder.remove(slice.path)
            slices[slice.path] = nil
            total -= slice.bytes
            gone.append(slice)
        }
        for path in unlooked.keys.sorted().prefix(looks) { look(into: path) }
        return gone
    }
}
