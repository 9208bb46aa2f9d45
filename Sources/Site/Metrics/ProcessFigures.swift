import Foundation

/// What the system knows of this process.
///
/// - Source: proc(5), `/proc/PID/stat`.
struct ProcessFigures {
    var cpuSeconds: Double?
    var residentBytes: Int?
    var threads: Int?
    var openFiles: Int?
    var maximumFiles: Int?
    /// Seconds since 1970.
    var started: Double?

    init() {
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        // The name in brackets may hold blanks and brackets itself: what follows its last one is counted from field 3.
        if let stat = ProcessFigures.read("/proc/self/stat"), let close = stat.lastIndex(of: ")"), ticks > 0 {
            let fields = stat[stat.index(after: close)...].split(separator: " ")
            if fields.count > 21 {
                if let user = Double(fields[11]), let system = Double(fields[12]) {
                    cpuSeconds = (user + system) / ticks
                }
                threads = Int(fields[17])
                residentBytes = Int(fields[21]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
                if let begin = Double(fields[19]), let boot = ProcessFigures.bootTime { started = boot + begin / ticks }
            }
        }
        openFiles = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count
        let limits = ProcessFigures.read("/proc/self/limits")?.split(separator: "\n")
        maximumFiles = limits?.first { $0.hasPrefix("Max open files") }?
            .dropFirst("Max open files".count).split(separator: " ").first.flatMap { Int($0) }
    }

    private static let bootTime: Double? = read("/proc/stat")?.split(separator: "\n")
        .first { $0.hasPrefix("btime ") }.flatMap { Double($0.dropFirst(6)) }

    private static func read(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
}
