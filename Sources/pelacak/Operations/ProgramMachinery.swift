import Feeds
import Foundation
import Site
import Synchronization

/// What the site asks about the program it runs in.
final class ProgramMachinery: Machinery {
    private let folder: String
    private let outlets: [(format: String, sink: FeedSink)]
    private let hasBegun = Mutex(false)

    /// - Parameter outlets: the outputs and the names of their formats.
    init(folder: String, outlets: [(format: String, sink: FeedSink)]) {
        self.folder = folder
        self.outlets = outlets
    }

    /// All sources were started.
    func begun() { hasBegun.withLock { $0 = true } }

    func sinks() async -> [SinkStatus] { outlets.map { Self.status($0.format, $0.sink) } }

    func problems() async -> [ReadinessProblem] {
        var found: [ReadinessProblem] = []
        if !hasBegun.withLock({ $0 }) {
            found.append(ReadinessProblem(code: "sources", message: "the sources are being started"))
        }
        if !FileManager.default.isWritableFile(atPath: folder) {
            found.append(ReadinessProblem(code: "data", message: "the data folder cannot be written"))
        }
        return found
    }

    /// As figures show it: without a host.
    private static func status(_ format: String, _ sink: FeedSink) -> SinkStatus {
        let (way, port) =
            switch sink.target {
            case .listen(_, let port): ("listen", port)
            case .connect(_, let port): ("tcp", port)
            }
        return SinkStatus(
            name: "\(format)+\(way) port \(port)",
            format: format,
            clients: sink.clientCount,
            dropped: sink.droppedCount
        )
    }
}
