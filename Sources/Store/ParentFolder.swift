extension String {
    /// The folder that holds what this path names, as POSIX `dirname` has it: `.` for a bare name, `/` for what stands in the root.
    ///
    /// Foundation's `deletingLastPathComponent` traps on a bare name of one character (Swift 6.3.1 on Linux).
    public var parentFolder: String {
        var path = Substring(self)
        path.dropSlashesAtEnd()
        guard let slash = path.lastIndex(of: "/") else { return path.isEmpty && hasPrefix("/") ? "/" : "." }
        path = path[..<slash]
        path.dropSlashesAtEnd()
        return path.isEmpty ? "/" : String(path)
    }
}

extension Substring {
    fileprivate mutating func dropSlashesAtEnd() { while last == "/" { removeLast() } }
}
