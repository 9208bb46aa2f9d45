import Logging
import ServiceLifecycle
import Site

/// Keeps what sources received lately over the end of the program. Written each quarter of an hour and at the end: more often would wear
/// a small machine's card for nothing, as what is lost otherwise is a quarter of an hour of charts.
struct ReceptionKeeper: Service {
    private let file: ReceptionFile
    private let sky: LiveSky
    private let logger: Logger

    private static let seconds = 900.0

    init(dataFolder: String, sky: LiveSky, logger: Logger) {
        file = ReceptionFile(folder: dataFolder)
        self.sky = sky
        self.logger = logger
    }

    /// Hands the sky what was kept; to be done before any source is opened.
    func takeUp() async {
        guard let book = file.read(at: TimeText.now) else {
            logger.warning("\(file.path) cannot be read: what sources received before is not told")
            return
        }
        await sky.takeUp(book)
    }

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: .seconds(Self.seconds))
                await save()
            }
        }
        await save()
    }

    private func save() async {
        guard !file.write(await sky.reception) else { return }
        logger.warning("\(file.path) cannot be written: what sources received is forgotten at the end")
    }
}
