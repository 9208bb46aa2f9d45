import Foundation

/// Keys on the command line: everybody on the machine may read it in the list of processes.
enum ArgumentSecrets {
    /// Where in an argument something stands that must not be seen, as ranges of its bytes.
    static func ranges(in argument: [UInt8], following flag: String?) -> [Range<Int>] {
        let text = String(decoding: argument, as: UTF8.self)
        if flag == "--receiver" { return argument.isEmpty ? [] : [argument.indices] }
        if text.hasPrefix("--receiver="), argument.count > 11 { return [11..<argument.count] }
        var found: [Range<Int>] = []
        if let question = argument.firstIndex(of: UInt8(ascii: "?")) {
            for option in argument[(question + 1)...].split(separator: UInt8(ascii: "&")) {
                guard let equals = option.firstIndex(of: UInt8(ascii: "=")), equals + 1 < option.endIndex else {
                    continue
                }
                let name = String(decoding: option[..<equals], as: UTF8.self).lowercased()
                guard LogRedaction.secretNames.contains(name) || LogRedaction.placeNames.contains(name) else {
                    continue
                }
                found.append((equals + 1)..<option.endIndex)
            }
        }
        if let scheme = text.range(of: "://") {
            let begin = text[..<scheme.upperBound].utf8.count
            let end = argument[begin...].firstIndex { [0x2F, 0x3F, 0x23].contains($0) } ?? argument.count
            if let at = argument[begin..<end].lastIndex(of: UInt8(ascii: "@")) { found.append(begin..<at) }
        }
        return found
    }

    /// Whether an argument holds a key; a place alone is none.
    static func holdsKey(_ argument: String) -> Bool {
        let bytes = Array(argument.utf8)
        return ranges(in: bytes, following: nil).contains { range in
            guard let equals = bytes[..<range.lowerBound].lastIndex(of: UInt8(ascii: "=")),
                equals + 1 == range.lowerBound
            else { return true }
            let name = bytes[..<equals].reversed().prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "&") }
            return LogRedaction.secretNames.contains(String(decoding: name.reversed(), as: UTF8.self).lowercased())
        }
    }

    /// Writes stars over keys and places in this process's own list of arguments. They were in it for as long as the start took, and a
    /// shell keeps what was typed: a key belongs into the configuration file.
    ///
    /// - Returns: whether nothing is left to be seen.
    static func blank() -> Bool {
        guard let line = FileManager.default.contents(atPath: "/proc/self/cmdline"),
            let blanked = blanked([UInt8](line))
        else { return true }
        // Where the arguments stand is field 48 of proc(5) stat; writing through the file needs no pointer.
        guard let stat = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
            let close = stat.lastIndex(of: ")"),
            case let fields = stat[stat.index(after: close)...].split(separator: " "), fields.count > 45,
            let start = UInt64(fields[45]), start > 0,
            let memory = FileHandle(forUpdatingAtPath: "/proc/self/mem")
        else { return false }
        defer { try? memory.close() }
        do {
            try memory.seek(toOffset: start)
            try memory.write(contentsOf: Data(blanked))
        } catch { return false }
        return FileManager.default.contents(atPath: "/proc/self/cmdline") == Data(blanked)
    }

    /// The arguments, each ended by a zero, with stars over what must not be seen; `nil` when there is nothing.
    static func blanked(_ line: [UInt8]) -> [UInt8]? {
        var result = line
        var offset = 0
        var previous: String?
        var isChanged = false
        for argument in line.split(separator: 0, omittingEmptySubsequences: false) {
            for range in ranges(in: Array(argument), following: previous) {
                for index in range { result[offset + index] = UInt8(ascii: "*") }
                isChanged = true
            }
            previous = String(decoding: argument, as: UTF8.self)
            offset += argument.count + 1
        }
        return isChanged ? result : nil
    }
}
