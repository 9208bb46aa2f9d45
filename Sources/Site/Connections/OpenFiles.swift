import Foundation

/// How many files and connections this process may have open at once.
enum OpenFiles {
    /// Files that a program needs besides its connections.
    static let spare = 256

    /// Raises what the process may open, as far as the system lets it.
    ///
    /// - Parameter wanted: files that should be allowed.
    /// - Returns: files that are allowed now.
    @discardableResult
    static func allow(_ wanted: Int) -> Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        // safe: the call fills the structure it is given.
        guard unsafe getrlimit(kind, &limit) == 0 else { return wanted }
        let now = Int(clamping: limit.rlim_cur)
        guard now < wanted else { return now }
        limit.rlim_cur = min(rlim_t(wanted), limit.rlim_max)
        return unsafe setrlimit(kind, &limit) == 0 ? Int(clamping: limit.rlim_cur) : now
    }
}
