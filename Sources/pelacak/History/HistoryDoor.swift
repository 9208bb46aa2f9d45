import Aero
import Logging
import ServiceLifecycle
import Site
import Store
import Synchronization
import Tracking

/// The way to the history. It is shut as long as the disk is full or a file cannot be read at the start: the map goes on, everybody is told, and
/// opening is tried again.
final class HistoryDoor: Service {
    private enum State {
        case open(HistoryKeeper)
        case shut(HistoryStop.Reason)
    }

    private let opening: @Sendable () async throws -> HistoryKeeper
    private let logger: Logger
    private let state: Mutex<State>

    /// Between two attempts. Seconds.
    private static let retrySeconds = 10

    /// Tries to open.
    ///
    /// - Parameter opening: throws `HistoryShut` when it may be tried again, all else ends the program.
    init(logger: Logger, opening: @escaping @Sendable () async throws -> HistoryKeeper) async throws {
        self.opening = opening
        self.logger = logger
        do {
            state = Mutex(.open(try await opening()))
        } catch let shut as HistoryShut {
            state = Mutex(.shut(shut.reason))
            logger.error(
                "history: \(shut.words): nothing can be kept and nothing of the past be shown; the map goes on, and so does the history when it can"
            )
        }
    }

    func run() async throws {
        while keeper == nil {
            do {
                try await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(Self.retrySeconds)) }
            } catch { return }
            guard !Task.isShuttingDownGracefully else { return }
            do {
                let keeper = try await opening()
                state.withLock { $0 = .open(keeper) }
                logger.notice("history: it is kept again")
            } catch let shut as HistoryShut {
                state.withLock { $0 = .shut(shut.reason) }
            }
        }
        try await keeper?.run()
    }

    private var keeper: HistoryKeeper? {
        state.withLock { state in if case .open(let keeper) = state { keeper } else { nil } }
    }

    // MARK: - What the program is asked

    /// What keeps the history from being kept, for everybody: no paths.
    func readinessProblems() -> [ReadinessProblem] { HistoryKeeper.readinessProblems(stops) }

    func figures() async -> HistoryFigures {
        if let keeper { return await keeper.figures() }
        let shut = ArchiveRealm.allCases.map {
            HistoryFigures.Archive(realm: $0.rawValue, rows: 0, lost: 0, unsealed: 0, isStopped: true, damaged: 0)
        }
        return HistoryFigures(archives: shut, rawBytes: 0, rawLost: 0, rawIsStopped: true)
    }
}

extension HistoryDoor: HistoryDesk {
    var stops: [HistoryStop] {
        state.withLock { state in
            switch state {
            case .open(let keeper): keeper.stops
            case .shut(let reason): HistoryStop.Part.allCases.map { HistoryStop($0, reason) }
            }
        }
    }

    func archive(of realm: ArchiveRealm) -> (any TrackArchive)? { keeper?.archive(of: realm) }

    func day(_ day: Int64, of realm: ArchiveRealm) async throws(ArchiveError) -> HistoryDay? {
        try await keeper?.day(day, of: realm)
    }

    func pins(of realm: ArchiveRealm) async throws(ArchiveError) -> [HistoryPin] {
        try await keeper?.pins(of: realm) ?? []
    }

    func pin(_ pin: HistoryPin, in realm: ArchiveRealm) async throws(ArchiveError) -> (number: Int64, made: Timestamp?)
    {
        guard let keeper else { throw .failed("the history cannot be opened now") }
        return try await keeper.pin(pin, in: realm)
    }

    func unpin(_ number: Int64, in realm: ArchiveRealm) async throws(ArchiveError) -> Bool {
        guard let keeper else { throw .failed("the history cannot be opened now") }
        return try await keeper.unpin(number, in: realm)
    }
}
