import Site
import Synchronization

/// Outputs and problems as a test wants them.
final class FakeMachinery: Machinery {
    private let state = Mutex<[ReadinessProblem]>([])

    func set(_ problems: [ReadinessProblem]) { state.withLock { $0 = problems } }
    func sinks() async -> [SinkStatus] {
        [SinkStatus(name: "beast+listen port 30005", format: "beast", clients: 2, dropped: 1)]
    }
    func history() async -> HistoryFigures? {
        HistoryFigures(
            archives: [
                HistoryFigures.Archive(realm: "real", rows: 12, lost: 3, unsealed: 4, isStopped: true, damaged: 2)
            ],
            rawBytes: 5_000,
            rawLost: 6,
            rawIsStopped: false
        )
    }
    func problems() async -> [ReadinessProblem] { state.withLock { $0 } }
}
