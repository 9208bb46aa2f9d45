import Foundation

/// Takes keys out of the list of processes, where everybody on the machine can read the arguments of a program.
///
/// It works from the moment it is called; what was there before may have been seen. Keys belong into the configuration file.
enum ArgumentScrub {
    /// Names of options whose values are secret.
    private static let names = ["key=", "secret=", "password=", "token="]

    /// Puts `x` over every secret in the arguments of this process.
    static func hideSecrets() {
        // Where the system keeps them: fields 48 and 49, counted from 1, behind the name in brackets.
        guard let text = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
            let name = text.lastIndex(of: ")")
        else { return }
        let fields = text[text.index(after: name)...].split(separator: " ")
        guard fields.count > 46, let start = UInt(fields[45]), let end = UInt(fields[46]), start < end,
            end - start < 1 << 21, let memory = unsafe UnsafeMutableRawPointer(bitPattern: start)
        else { return }
        // safe: the kernel says that the process's own arguments are there; nothing outside of them is touched.
        let arguments = unsafe UnsafeMutableRawBufferPointer(start: memory, count: Int(end - start))
        for place in unsafe secrets(in: Array(arguments)) { unsafe arguments[place] = UInt8(ascii: "x") }
    }

    /// The places of secret values in arguments that end with a zero each.
    static func secrets(in bytes: [UInt8]) -> [Int] {
        var places: [Int] = []
        var index = 0
        while index < bytes.count {
            let isSecret = names.contains { name in bytes[...index].suffix(name.utf8.count).elementsEqual(name.utf8) }
            index += 1
            guard isSecret else { continue }
            while index < bytes.count, bytes[index] != 0, bytes[index] != UInt8(ascii: "&") {
                places.append(index)
                index += 1
            }
        }
        return places
    }
}
