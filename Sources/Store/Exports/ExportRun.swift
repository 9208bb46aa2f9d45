import Aero
import Foundation
import Tracking

/// An export while it runs.
final class ExportRun {
    private var reading: TraceReading
    private let path: String
    private let progress: @Sendable (Int) -> Void
    private var folder: ExportFolder?
    private var file: ExportFile?
    private var schema: ExportFile?
    private var files: [ExportManifest.File] = []
    private var aircraft: Set<ArchivedAircraft> = []
    private var rows = 0
    private var request: ExportRequest { reading.request }
    /// Bytes after which what is formatted goes to the file.
    private static let piece = 256 * 1024

    init(_ reading: TraceReading, path: String, _ progress: @escaping @Sendable (Int) -> Void) {
        self.reading = reading
        self.path = path
        self.progress = progress
    }

    // MARK: - Forms

    /// All in one file, by aircraft.
    func writeOne() async throws(ExportError) {
        let file = try ExportFile(path)
        var formatter = formatter()
        var out = TextBuffer()
        formatter.begin(&out)
        try await forEachAircraft(during: request.during) { (aircraft) async throws(ExportError) in
            try await self.write(aircraft, &formatter, &out, to: file)
        }
        formatter.end(&out)
        if request.format == .json, rows == 0 { out.text("{}\n") }
        try file.write(out.bytes)
        self.file = file
        if request.format == .parquetCSV {
            let schema = try ExportFile(path + ".schema.json")
            try schema.write(CSVFormatter.schema(ExportColumn.all))
            self.schema = schema
        }
    }

    /// A trace each, in a folder.
    func writeEach() async throws(ExportError) {
        let folder = try ExportFolder(path, replaces: request.overwrites)
        self.folder = folder
        try await forEachAircraft(during: request.during) { (aircraft) async throws(ExportError) in
            var formatter: any TraceFormatter = ReadsbTraceFormatter()
            var out = TextBuffer()
            let before = self.rows
            let name = Self.name(aircraft)
            let file = try folder.file(name)
            try await self.write(aircraft, &formatter, &out, to: file)
            guard self.rows > before else { return }
            try file.write(out.bytes)
            file.rows = self.rows - before
            try self.keep(file, name)
        }
    }

    /// Whole days as readsb lays them out.
    func writeDays() async throws(ExportError) {
        let folder = try ExportFolder(path, replaces: request.overwrites)
        self.folder = folder
        for number in CalendarDay.days(of: request.during) {
            let day = CalendarDay(number: number)
            let time = day.range.clamped(to: request.during)
            try await forEachAircraft(during: time) { (aircraft) async throws(ExportError) in
                guard let slice = try await self.slice(aircraft, day: number) else { return }
                var formatter = ReadsbTraceFormatter(start: day.start)
                var out = TextBuffer()
                formatter.add(slice, &out)
                formatter.endAircraft(&out)
                let hex = aircraft.address.hex
                let name = "\(day.text(separator: "/"))/traces/\(hex.suffix(2))/\(Self.name(aircraft))"
                let file = try folder.file(name)
                guard let packed = Gzip.packed(out.bytes) else { throw .unwritable(path: self.path) }
                try file.write(packed)
                file.rows = slice.rows.count
                try self.keep(file, name)
            }
        }
    }

    /// Writes the manifest and gives everything its name, when all of it is whole.
    func finish(at time: Timestamp) async throws(ExportError) -> ExportManifest {
        if let schema { try note(schema, Self.last(path) + ".schema.json") }
        if let file {
            file.rows = rows
            try note(file, Self.last(path))
        }
        let manifest = try await manifest(at: time)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(manifest) else { throw .unwritable(path: path) }
        let target: ExportFile
        if let folder {
            target = try folder.file("manifest.json")
        } else {
            target = try ExportFile(path + ".manifest.json")
        }
        try target.write([UInt8](data) + [10])
        _ = try target.close()
        try name([schema, file, target].compactMap(\.self))
        try folder?.finish(replaces: request.overwrites)
        return manifest
    }

    /// All get their names, or none that is new.
    private func name(_ files: [ExportFile]) throws(ExportError) {
        var named: [ExportFile] = []
        for file in files {
            do throws(ExportError) {
                try file.name(replaces: request.overwrites)
                named.append(file)
            } catch {
                if !request.overwrites { for file in named { file.takeBack() } }
                throw error
            }
        }
    }

    // MARK: - Parts

    private func formatter() -> any TraceFormatter {
        switch request.format {
        case .csv: CSVFormatter(columns: ExportColumn.usual)
        case .parquetCSV: CSVFormatter(columns: ExportColumn.all)
        case .geojson: GeoJSONFormatter(realm: reading.realm)
        case .kml: KMLFormatter(realm: reading.realm)
        case .json, .globeHistory: ReadsbTraceFormatter()
        }
    }

    private func forEachAircraft(
        during time: Range<Timestamp>,
        _ body: (ArchivedAircraft) async throws(ExportError) -> Void
    ) async throws(ExportError) {
        var last: ArchivedAircraft?
        while true {
            let page = try await reading.aircraft(during: time, after: last)
            guard let end = page.last else { return }
            for aircraft in page {
                guard !Task.isCancelled else { throw .cancelled }
                try await body(aircraft)
                progress(rows)
            }
            last = end
        }
    }

    private func write(
        _ aircraft: ArchivedAircraft,
        _ formatter: inout any TraceFormatter,
        _ out: inout TextBuffer,
        to file: ExportFile
    ) async throws(ExportError) {
        for day in try await reading.days(of: aircraft, in: CalendarDay.days(of: request.during)) {
            guard let slice = try await slice(aircraft, day: day) else { continue }
            formatter.add(slice, &out)
            guard out.bytes.count > Self.piece else { continue }
            try file.write(out.bytes)
            out.removeAll()
        }
        formatter.endAircraft(&out)
    }

    private func slice(_ aircraft: ArchivedAircraft, day: Int64) async throws(ExportError) -> TraceSlice? {
        guard let slice = try await reading.slice(aircraft, day: day) else { return nil }
        self.aircraft.insert(aircraft)
        rows += slice.rows.count
        return slice
    }

    /// A file of a folder that has no name itself yet.
    private func keep(_ file: ExportFile, _ name: String) throws(ExportError) {
        try note(file, name)
        try file.name(replaces: true)
    }

    private func note(_ file: ExportFile, _ name: String) throws(ExportError) {
        let (bytes, rows) = (file.bytes, file.rows)
        files.append(ExportManifest.File(name: name, bytes: bytes, sha256: try file.close(), rows: rows))
    }

    /// The name of a trace: readsb's; an address that is worth less than it seems says so, and is not taken for the other.
    private static func name(_ aircraft: ArchivedAircraft) -> String {
        let isPlain = aircraft.kind == ArchivedAircraft(aircraft.address).kind
        return "trace_full_\(aircraft.address.hex)\(isPlain ? "" : "_" + ArchivedKindName.name(aircraft.kind)).json"
    }

    private static func last(_ path: String) -> String { (path as NSString).lastPathComponent }

    private func manifest(at time: Timestamp) async throws(ExportError) -> ExportManifest {
        let known: [ArchivedDay]
        do { known = try await reading.archive.days(in: request.during) } catch { throw .archive(error) }
        let complete = Dictionary(known.map { ($0.number, $0.isComplete) }, uniquingKeysWith: { first, _ in first })
        return ExportManifest(
            format: request.format.rawValue,
            realm: reading.realm.rawValue,
            simulated: reading.realm == .simulated,
            made: Self.text(time),
            from: Self.text(request.during.lowerBound),
            to: Self.text(request.during.upperBound),
            box: request.area.map { [$0.south, $0.west, $0.north, $0.east] },
            aircraft: aircraft.count,
            rows: rows,
            licences: reading.mix.licences.map(\.rawValue).sorted(),
            licence: reading.mix.result?.rawValue,
            chosenLicences: request.licences?.map(\.rawValue).sorted(),
            credits: reading.mix.origins.sorted(),
            days: CalendarDay.days(of: request.during).map { number in
                let isComplete = reading.incompleteDays.contains(number) ? false : complete[number] ?? nil
                return ExportManifest.Day(day: CalendarDay(number: number).text(), complete: isComplete)
            },
            damagedChunks: reading.damagedChunks.count,
            files: files
        )
    }

    private static func text(_ time: Timestamp) -> String {
        var out = TextBuffer()
        out.time(time.milliseconds)
        return String(decoding: out.bytes, as: UTF8.self)
    }
}
