import Synchronization
import Tracking

/// Everything acknowledged and not yet sealed: the log that grows and those that are being sealed, oldest first.
///
/// Whoever asks takes it before asking the database: what is sealed in between is then seen twice, and twice is once.
final class OpenRows: Sendable {
    private let generations = Mutex<[OpenGeneration]>([])

    func snapshot() -> [OpenGeneration] { generations.withLock { $0 } }

    var rowCount: Int { generations.withLock { $0.reduce(0) { $0 + $1.rowCount } } }

    func begin(_ number: UInt64) { generations.withLock { $0.append(OpenGeneration(number: number)) } }

    /// Takes over what a log that was left behind holds.
    func adopt(_ generation: OpenGeneration) { generations.withLock { $0.append(generation) } }

    /// Adds what is on the disk now to a generation that was begun.
    func add(_ batch: ObservationBatch, to number: UInt64) {
        generations.withLock { generations in
            guard let index = generations.lastIndex(where: { $0.number == number }) else { return }
            generations[index].add(batch)
        }
    }

    func generation(_ number: UInt64) -> OpenGeneration? {
        generations.withLock { $0.first { $0.number == number } }
    }

    func remove(_ number: UInt64) { generations.withLock { $0.removeAll { $0.number == number } } }
}
