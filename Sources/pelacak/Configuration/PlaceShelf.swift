import Aero
import Dispatch
import Logging
import ServiceLifecycle
import Site
import Store
import Synchronization

/// The places of a running server, read beside everything else: half a second of work must not keep the sky waiting.
final class PlaceShelf: Service, PlaceDesk {
    private let path: String?
    private let logger: Logger
    private let state = Mutex(State())

    private struct State {
        var shown = PlacesFile.absent
        var isRead = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// - Parameter path: of set-up's file; `nil` where there is none.
    init(path: String?, logger: Logger) {
        self.path = path
        self.logger = logger
    }

    var gazetteer: Gazetteer { state.withLock { $0.shown.gazetteer } }
    /// Whether the file was read, or is known not to be there.
    var isRead: Bool { state.withLock { $0.isRead } }
    var credits: [String] { state.withLock { $0.shown.origins.map { "\($0.what), \($0.licence)" } } }

    func settled() async -> Gazetteer {
        await withCheckedContinuation { continuation in
            let isRead = state.withLock { state in
                if !state.isRead { state.waiting.append(continuation) }
                return state.isRead
            }
            if isRead { continuation.resume() }
        }
        return gazetteer
    }

    func run() async throws {
        // Not waited for: who stops the program does not want to know where places are.
        DispatchQueue.global(qos: .utility).async { self.read() }
        // A service that ends would end the others.
        try? await gracefulShutdown()
    }

    private func read() {
        let (file, reason) = PlacesFile.orAbsent(path: path)
        if let reason {
            logger.warning("no places: \(reason)")
        } else if path == nil {
            logger.warning("no places: run `make run` once, it makes their list; search finds aircraft alone")
        }
        let waiting = state.withLock { state in
            (state.shown, state.isRead) = (file, true)
            defer { state.waiting = [] }
            return state.waiting
        }
        for one in waiting { one.resume() }
    }
}
