import Dispatch

/// A queue of its own for an actor that waits for disks, so that nobody else waits with it.
final class ArchiveExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "pelacak.archive")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        // safe: the queue, and so this, lives until the job has run.
        queue.async { [self] in unsafe job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
}
