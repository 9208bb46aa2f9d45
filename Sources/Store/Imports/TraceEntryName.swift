import Aero

/// The name of a trace file as readsb and globe_history give it, and as we export it: `…/traces/8d/trace_full_34718d.json`.
struct TraceEntryName: Hashable {
    let address: AircraftAddress
    /// Of the folders `YYYY/MM/DD` above it.
    let day: CalendarDay?

    /// Why a name is not that of a trace to be read.
    enum Refusal: Error, Hashable {
        /// Another file.
        case notTrace
        /// It leaves its folder, or holds what no name holds.
        case suspicious
    }

    /// - Parameter path: from the import's beginning on, with slashes.
    init(_ path: String) throws(Refusal) {
        guard path.utf8.count <= TarReader.longestName, !path.utf8.contains(where: { $0 < 32 || $0 == 127 }) else {
            throw .suspicious
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        guard !parts.contains("..") else { throw .suspicious }
        guard let last = parts.last, let address = Self.address(last) else { throw .notTrace }
        self.address = address
        day = CalendarDay(inPath: path)
    }

    /// `trace_full_34718d.json`, `trace_full_~2a00f3.json.gz`; with `_ambiguous` and the like before the point, as our exports have it.
    private static func address(_ name: Substring) -> AircraftAddress? {
        guard name.hasPrefix("trace_full_") else { return nil }
        var rest = name.dropFirst("trace_full_".count)
        if rest.hasSuffix(".gz") { rest = rest.dropLast(3) }
        guard rest.hasSuffix(".json") else { return nil }
        rest = rest.dropLast(5)
        if let line = rest.firstIndex(of: "_") {
            guard ArchivedKindName.kind(String(rest[rest.index(after: line)...])) != nil else { return nil }
            rest = rest[..<line]
        }
        return AircraftAddress(rest)
    }
}
