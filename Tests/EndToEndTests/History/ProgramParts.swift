import Aero
import Crypto
import Feeds
import Foundation
import Logging
import Store
import Synchronization
import Tracking

@testable import pelacak

/// The sky and the history of a program that runs by a clock of the test's.
final class ProgramParts {
    /// A clock that stands until it is set.
    final class Wall: Sendable {
        private let now: Mutex<Timestamp>
        init(_ start: Timestamp) { now = Mutex(start) }
        var time: Timestamp { now.withLock(\.self) }
        func set(_ time: Timestamp) { now.withLock { $0 = time } }
    }

    let wall: Wall
    let sources: [String]
    let inbox = HistoryInbox()
    let sky: LiveSky
    let keeper: HistoryKeeper
    private(set) var feeds: [String: FeedID] = [:]
    static let key = SiteKey(key: SymmetricKey(data: [UInt8](repeating: 7, count: 32)))

    /// Starts it as `serve` does.
    ///
    /// - Parameter sources: specifications with names, in the order in which they are opened.
    init(_ folder: String, wall: Wall, sources: [String], resumes: Bool = true) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        self.wall = wall
        self.sources = sources
        sky = LiveSky(logger: logger, wall: { wall.time })
        keeper = try HistoryKeeper(
            dataFolder: folder,
            inbox: inbox,
            sky: sky,
            logger: logger,
            wall: { wall.time }
        )
        await sky.keepHistory(LiveHistory(inbox: inbox, key: Self.key))
        let specifications = try sources.map { try SourceSpecification($0) }
        let earlier = await keeper.resume(ArchiveNumbers(Self.key)) { heard, numbers in
            ReceiverRoster(heard: heard, sources: specifications, receiver: nil, feeders: [], numbers: &numbers)
        }
        if let earlier, resumes { await sky.resume(earlier) }
        for one in specifications {
            feeds[one.shownName] = await sky.open(name: one.shownName, isRecording: one.isRecording, place: nil)
        }
    }

    func give(_ batch: FeedBatch, from name: String, at time: Timestamp) async {
        wall.set(time)
        guard let feed = feeds[name] else { return }
        await sky.ingest(batch, from: feed)
    }

    /// Ends it as a signal does.
    func stop() async {
        await sky.finishHistory()
        await keeper.pass()
        await keeper.raw.close(at: wall.time)
        for archive in keeper.archives.values { try? await archive.seal() }
    }

    /// What came since the last pass gets into the raw archive and no further, as when it is killed in between.
    func keepRawOnly() async {
        let contents = inbox.take()
        for piece in contents.raw {
            await keeper.raw.append(piece.batch, from: piece.receiver, arrived: piece.arrived)
        }
        await keeper.raw.flush(at: wall.time)
    }
}
