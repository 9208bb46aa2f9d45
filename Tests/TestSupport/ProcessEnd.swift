public import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension Process {
    /// Waits until it has ended, whoever notices it first.
    ///
    /// `waitUntilExit` waits for Foundation's own watcher, which may miss the end of one of many programs that are started at once: then it
    /// waits for ever, and holds one of the few threads that all tests share.
    /// - Returns: its exit status, or the number of the signal that ended it.
    @discardableResult
    public func waitForEnd() -> Int32 {
        var end = unsafe siginfo_t()
        var result: CInt = 0
        // safe: the structure outlives the call, which only writes to it. The process is left to be reaped by Foundation.
        repeat {
            result = unsafe waitid(P_PID, id_t(processIdentifier), &end, WEXITED | WNOWAIT)
        } while result == -1 && errno == EINTR
        if result == 0 { return unsafe end._sifields._sigchld.si_status }
        // Reaped already.
        waitUntilExit()
        return terminationStatus
    }
}
