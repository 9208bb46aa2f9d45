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
    private let shown = Mutex(PlacesFile?.none)

    /// - Parameter path: of set-up's file; `nil` where there is none.
    init(path: String?, logger: Logger) {
        self.path = path
        self.logger = logger
    }

    var gazetteer: Gazetteer { file.gazetteer }
    var credits: [String] { file.origins.map { "\($0.what), \($0.licence)" } }
    /// Whether the file was read, or is known not to be there.
    var isRead: Bool { shown.withLock { $0 != nil } }

    private var file: PlacesFile { shown.withLock { $0 } ?? PlacesFile.absent }

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
        shown.withLock { $0 = file }
    }
}
