import Foundation
import Site
import Synchronization

/// What the site asks about the program it runs in.
final class ProgramMachinery: Machinery {
    private let folder: String
    private let outputs: OutputSupervisor
    private let hasBegun = Mutex(false)

    init(folder: String, outputs: OutputSupervisor) {
        self.folder = folder
        self.outputs = outputs
    }

    /// All sources were started.
    func begun() { hasBegun.withLock { $0 = true } }

    func sinks() async -> [SinkStatus] { await outputs.statuses }

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
}
