import Aero
import Foundation
import Site
import Synchronization

/// What the site asks about the program it runs in.
final class ProgramMachinery: Machinery {
    private let folder: String
    private let outputs: OutputSupervisor
    /// `nil` where no history is kept.
    private let door: HistoryDoor?
    private let discretion: Discretion
    private let hasBegun = Mutex(false)

    init(folder: String, outputs: OutputSupervisor, door: HistoryDoor? = nil, discretion: Discretion = Discretion()) {
        self.folder = folder
        self.outputs = outputs
        self.door = door
        self.discretion = discretion
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
        if discretion.rules.isClosed {
            found.append(
                ReadinessProblem(
                    code: "suppress",
                    message:
                        "the lists that say who is hidden are not read: nobody but the operator is shown any aircraft"
                )
            )
        }
        return found + (door?.readinessProblems() ?? [])
    }

    func history() async -> HistoryFigures? { await door?.figures() }
}
