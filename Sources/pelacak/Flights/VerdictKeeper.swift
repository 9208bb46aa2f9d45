import Flights
import Logging
import Tracking

/// Keeps what was said of silences, over restarts.
actor VerdictKeeper {
    private let dataFolder: String
    private let logger: Logger
    private var logs: [ArchiveRealm: VerdictLog] = [:]
    /// Lines of the files as they are.
    private var written: [ArchiveRealm: Int] = [:]
    private var hasTold = false

    init(dataFolder: String, logger: Logger) {
        self.dataFolder = dataFolder
        self.logger = logger
    }

    func settled(
        _ verdicts: [GapVerdict],
        of aircraft: ArchivedAircraft,
        in realm: ArchiveRealm
    ) -> [GapVerdict] {
        var log = log(realm)
        var lines: [VerdictLine] = []
        let settled = verdicts.map { verdict in
            let (verdict, line) = log.settle(verdict, of: aircraft)
            if let line { lines.append(line) }
            return verdict
        }
        logs[realm] = log
        if !lines.isEmpty { write(lines, log, realm) }
        return settled
    }

    private func log(_ realm: ArchiveRealm) -> VerdictLog {
        if let log = logs[realm] { return log }
        do throws(PrivateJSONLinesError) {
            let lines = try VerdictLog.file(dataFolder: dataFolder, realm: realm).lines()
            written[realm] = lines.count
            return VerdictLog(lines)
        } catch {
            tell("what was said of silences before cannot be read, and is written anew")
            // The next line makes a file of what is known from now on.
            written[realm] = .max / 2
            return VerdictLog()
        }
    }

    /// Adds lines; a file with twice as many as are remembered is written anew.
    private func write(_ lines: [VerdictLine], _ log: VerdictLog, _ realm: ArchiveRealm) {
        let file = VerdictLog.file(dataFolder: dataFolder, realm: realm)
        let isGrown = (written[realm] ?? 0) + lines.count > max(1_000, 2 * log.lineCount)
        do throws(PrivateJSONLinesError) {
            if isGrown {
                try file.replace(with: log.lines)
                written[realm] = log.lineCount
            } else {
                try file.append(contentsOf: lines)
                written[realm, default: 0] += lines.count
            }
        } catch { tell("what is said of silences cannot be written down") }
    }

    private func tell(_ trouble: String) {
        if !hasTold { logger.error("\(trouble): \(dataFolder)/coverage") }
        hasTold = true
    }
}
