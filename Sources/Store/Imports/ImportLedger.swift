import Foundation

/// The record of all imports of an archive: a file each, of lines of JSON, written when the rows are safe. It makes an import restartable
/// and lets it be taken back.
public struct ImportLedger: Sendable {
    /// Of one import, as its record has it.
    public struct Entry: Hashable, Sendable {
        public let id: String
        public let origin: String
        public let licence: String
        public let filter: String
        public let inputs: [String]
        public let files: Int
        public let rows: Int
        public let damaged: Int
        /// `whole`, `incomplete`, `undone`, or `begun` when it was cut off.
        public let state: String
    }

    private let folder: String

    /// - Parameter folder: the archive's; records go into `imports` within it, at the first import.
    public init(folder: String) { self.folder = folder + "/imports" }

    /// All imports, by number.
    public func entries() throws(ImportError) -> [Entry] {
        var entries: [Entry] = []
        for id in ids() {
            var (files, rows, state) = (0, 0, "begun")
            // A file that is damaged is so at each try.
            var damaged: Set<String> = []
            // One that was read again is one.
            var sums: Set<String> = []
            var head = LedgerLine()
            try forEachLine(of: id) { line in
                if line.id != nil { (head, files, rows, damaged, sums, state) = (line, 0, 0, [], [], "begun") }
                if let sum = line.sha256, sums.insert(sum).inserted {
                    (files, rows) = (files + 1, rows + (line.rows ?? 0))
                }
                if line.damage != nil { damaged.insert(line.entry ?? "") }
                if let end = line.end { state = end }
                if line.end == "undone" { (files, rows, sums) = (0, 0, []) }
            }
            entries.append(
                Entry(
                    id: id,
                    origin: head.origin ?? "",
                    licence: head.licence ?? "",
                    filter: head.filter ?? "",
                    inputs: head.inputs ?? [],
                    files: files,
                    rows: rows,
                    damaged: damaged.count,
                    state: state
                )
            )
        }
        return entries
    }

    func path(_ id: String) -> String { folder + "/" + id + ".jsonl" }

    func ids() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.filter(Self.isID).sorted()
    }

    /// Sixteen hexadecimal digits.
    static func isID(_ text: String) -> Bool {
        text.utf8.count == 16 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// Gives each line that can be read; half a line, as a crash leaves it, is passed over.
    func forEachLine(of id: String, _ body: (LedgerLine) throws -> Void) throws(ImportError) {
        let decoder = JSONDecoder()
        do {
            let reader = SourceReader(FileSource([path(id)]))
            while let line = try reader.line(limit: 1 << 20) {
                guard let read = try? decoder.decode(LedgerLine.self, from: Data(line)) else { continue }
                try body(read)
            }
        } catch {
            throw .ledger(path: path(id))
        }
    }

    /// Writes lines to the end of a record; they are on the disk when it returns.
    func append(_ lines: [LedgerLine], to id: String) throws(ImportError) {
        guard !lines.isEmpty else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            // Which files somebody has, and where, is nobody else's business; what was made with more rights is narrowed.
            try PrivateFiles.makeFolder(folder)
            PrivateFiles.makeFile(path(id))
            guard let handle = FileHandle(forUpdatingAtPath: path(id)) else { throw CocoaError(.fileWriteUnknown) }
            defer { try? handle.close() }
            let end = try handle.seekToEnd()
            var data = Data()
            if end > 0 {
                try handle.seek(toOffset: end - 1)
                // Half a line of a crash stays alone.
                if try handle.read(upToCount: 1) != Data([10]) { data.append(10) }
            }
            for line in lines {
                data.append(try encoder.encode(line))
                data.append(10)
            }
            try handle.write(contentsOf: data)
            try handle.synchronize()
        } catch {
            throw .ledger(path: path(id))
        }
    }
}
