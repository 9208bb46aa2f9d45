import Aero
import Feeds
import Tracking

extension TraceImporter {
    /// Says roughly what an import will bring and how long it will take: folders by their names, of all a few files are tried.
    @concurrent
    public static func estimate(_ request: ImportRequest) async throws(ImportError) -> ImportEstimate {
        try request.check()
        var sum = ImportEstimate()
        for input in try ImportInput.find(request.inputs) {
            let part = estimate(input, request)
            sum.bytes += part.bytes
            sum.files += part.files
            sum.wantedFiles += part.wantedFiles
            sum.rows += part.rows
            sum.storedBytes += part.storedBytes
            sum.seconds += part.seconds
            sum.sample += part.sample
            sum.held += part.held
        }
        return sum
    }

    private static let sampleFiles = 48
    private static let sampleBytes = 8 << 20
    /// As many times more files are tried, and bytes read, where a box or a time lets few rows through.
    private static let wider = 16
    private static let bytesARow = 9
    /// The archive's own work. Rows a second; its gate is a million.
    private static let storedRowsASecond = 1_000_000.0

    /// What was tried of an input.
    private struct Sample {
        var files = 0
        var wanted = 0
        var read = 0
        var held = 0
        var rows = 0
        var seconds = 0.0
    }

    private static func estimate(_ input: ImportInput, _ request: ImportRequest) -> ImportEstimate {
        let limits = ImportLimits()
        var estimate = ImportEstimate()
        estimate.bytes = input.size(depth: limits.depth)
        let items = input.items(depth: limits.depth)
        var sample = Sample()
        var isCut = false
        let isFolder = if case .folder = input { true } else { false }
        let isByRow = request.filter.area != nil || request.filter.during != nil
        let (mostFiles, mostBytes) = isByRow ? (sampleFiles * wider, sampleBytes * wider) : (sampleFiles, sampleBytes)
        // Of a folder every n-th file is tried, so that all of it counts; an archive is read from its beginning.
        let stride = isFolder ? max(1, count(input, limits) / mostFiles) : 1
        while let item = try? items.next() {
            guard case .file(let name, let size, let isNamed) = item else { continue }
            let entry = isNamed ? try? TraceEntryName(name) : nil
            guard !isNamed || entry != nil else { continue }
            sample.files += 1
            if let entry, let wanted = request.filter.aircraft, !wanted.contains(entry.address) { continue }
            sample.wanted += 1
            let mayTry = sample.read < mostFiles && size <= limits.packed && (sample.wanted - 1) % stride == 0
            if mayTry { try? tryOut(items, request, &sample) }
            isCut = !isFolder && items.taken >= mostBytes
            if isCut { break }
        }
        // Of an archive perhaps only the beginning was seen.
        let share = isCut ? max(1, Double(estimate.bytes) / Double(max(1, items.taken))) : 1
        (estimate.sample, estimate.held) = (sample.read, sample.held)
        estimate.files = Int(Double(sample.files) * share)
        estimate.wantedFiles = Int(Double(sample.wanted) * share)
        guard sample.read > 0 else { return estimate }
        let perFile = Double(estimate.wantedFiles) / Double(sample.read)
        estimate.rows = Int(Double(sample.rows) * perFile)
        estimate.storedBytes = estimate.rows * bytesARow
        estimate.seconds = sample.seconds * perFile + Double(estimate.rows) / storedRowsASecond
        return estimate
    }

    private static func count(_ input: ImportInput, _ limits: ImportLimits) -> Int {
        let items = input.items(depth: limits.depth)
        var count = 0
        while let item = try? items.next() { if case .file = item { count += 1 } }
        return count
    }

    private static func tryOut(
        _ items: any ImportItems,
        _ request: ImportRequest,
        _ sample: inout Sample
    ) throws {
        let clock = ContinuousClock()
        let begin = clock.now
        let packed = try items.body()
        _ = ContentDigest.hex(packed)
        let bytes = Gzip.isPacked(packed) ? try Gzip.unpacked(packed, limit: ImportLimits().unpacked) : packed
        var batch = ObservationBatch()
        _ = try TraceIntake(bytes.span, expecting: nil, request.filter, into: &batch)
        sample.read += 1
        sample.held += batch.rows.isEmpty ? 0 : 1
        sample.rows += batch.rows.count
        sample.seconds += seconds(clock.now - begin)
    }
}
