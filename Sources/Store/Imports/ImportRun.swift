import Aero
import Feeds
import Tracking

/// An import while it runs: what was read and is not yet with the archive, and what came of the rest.
final class ImportRun {
    let request: ImportRequest
    let limits: ImportLimits
    private(set) var report = ImportReport()
    private(set) var progress = ImportProgress()

    private let ledger: ImportLedger
    private let id: String
    /// Sums of the files that are done, of which a year has millions.
    private var done: Set<FileSum> = []
    private var batch: ObservationBatch
    /// Lines for the record, before the batch is handed on: whatever a crash leaves in the archive the record knows.
    private var announced: [LedgerLine] = []
    /// Lines for the record, once the batch is safe.
    private var lines: [LedgerLine] = []
    private var aircraft: Set<ArchivedAircraft> = []
    private let lost: ImportedSpans
    /// What was taken in of what is lost, by aircraft and time.
    private(set) var brought = ImportedSpans()
    /// Days of which rows were handed on.
    private(set) var begunDays: Set<Int64> = []
    /// Days of the input that is being read.
    private var inputDays: Set<Int64> = []
    private var bytesBefore = 0

    /// - Parameter lost: what damage took of earlier imports: files that brought it are read again.
    init(
        _ request: ImportRequest,
        id: String,
        inputs: [ImportInput],
        lost: ImportedSpans = ImportedSpans(),
        _ ledger: ImportLedger,
        _ limits: ImportLimits
    )
        throws(ImportError)
    {
        (self.request, self.id, self.ledger, self.limits, self.lost) = (request, id, ledger, limits, lost)
        batch = ObservationBatch(licence: request.licence, origin: request.origin)
        report.id = id
        for input in inputs { progress.totalBytes.addBounded(input.size(depth: limits.depth)) }
        var isGoingOn = false
        if ledger.ids().contains(id) {
            try ledger.forEachLine(of: id) { line in
                if line.end == "undone" { (done, isGoingOn) = ([], false) }
                guard let sum = line.sha256.flatMap({ FileSum($0) }) else { return }
                isGoingOn = true
                if !request.isAgain, !lost.meets(line) { done.insert(sum) }
            }
        }
        if !isGoingOn { announced.append(LedgerLine(id, request, inputs: inputs.map(\.path))) }
    }

    var isFull: Bool { batch.rows.count >= limits.batch || lines.count >= 1_000 }

    /// Looks at the next file of an input and takes it in.
    ///
    /// - Returns: `false` at the input's end.
    func step(_ items: any ImportItems, of input: ImportInput) -> Bool {
        do {
            guard let item = try items.next() else {
                finish(items)
                return false
            }
            switch item {
            case .skipped(let reason): skip(reason)
            case .damaged(let name, let reason): damage(input, name, reason, day: nil)
            case .file(let name, let size, let isNamed): try take(name, size: size, isNamed, items, of: input)
            }
            progress.bytes = bytesBefore + items.taken
            (progress.rows, progress.files, progress.damaged) = (report.rows, report.files, report.damagedCount)
            return true
        } catch {
            damage(input, "", error.words, day: nil)
            finish(items)
            return false
        }
    }

    /// Days of which the next `flush` hands on the first rows.
    var freshDays: Set<Int64> { report.days.subtracting(begunDays) }

    /// Hands what was read to the archive, then writes down that it is done.
    func flush(to archive: any TrackArchive) async throws(ImportError) {
        begunDays = report.days
        try ledger.append(announced, to: id)
        announced = []
        if !batch.isEmpty {
            let full = batch
            batch = ObservationBatch(licence: request.licence, origin: request.origin)
            do { try await archive.append(full) } catch { throw .archive(error) }
        }
        try ledger.append(lines, to: id)
        lines = []
    }

    /// Ends it: the last lines are written by a `flush` after this.
    func end(isCut: Bool, seconds: Double) {
        report.isCut = isCut
        report.aircraft = aircraft.count
        report.seconds = seconds
        if isCut {
            for day in report.days where report.incompleteDays[day] == nil { miss(day, "the import was cut off") }
        }
        guard !isCut else { return }
        var line = LedgerLine()
        line.end = report.damagedCount == 0 ? "whole" : "incomplete"
        lines.append(line)
    }

    // MARK: - One file

    private func take(
        _ name: String,
        size: Int,
        _ isNamed: Bool,
        _ items: any ImportItems,
        of input: ImportInput
    ) throws(PackingError) {
        var entry: TraceEntryName?
        if isNamed {
            do { entry = try TraceEntryName(name) } catch {
                return skip(error == .suspicious ? .suspicious : .notTrace)
            }
        }
        if let entry, let wanted = request.filter.aircraft, !wanted.contains(entry.address) { return skip(.notWanted) }
        let day = entry?.day
        if let day, let during = request.filter.during, !Self.mayHold(day, during) { return skip(.nothingKept) }
        guard size <= limits.packed else {
            return damage(input, name, "it has \(size) bytes, more than are read", day: day)
        }
        let packed = try items.body()
        let sum = ContentDigest.hex(packed)
        guard FileSum(sum).map({ !done.contains($0) }) ?? true else { return skip(.alreadyThere) }
        let bytes: [UInt8]
        do { bytes = try Gzip.isPacked(packed) ? Gzip.unpacked(packed, limit: limits.unpacked) : packed } catch {
            return damage(input, name, error.words, day: day)
        }
        do {
            let intake = try TraceIntake(bytes.span, expecting: entry?.address, request.filter, into: &batch)
            keep(intake, name, sum)
        } catch {
            damage(input, name, error.words, day: day)
        }
    }

    private func keep(_ intake: TraceIntake, _ name: String, _ sum: String) {
        if intake.isSimulated { return skip(.simulated) }
        report.badRows += intake.badRows
        report.badValues += intake.badValues
        guard let span = intake.span else { return skip(.nothingKept) }
        if let sum = FileSum(sum) { done.insert(sum) }
        report.files += 1
        report.rows += intake.rows
        report.days.formUnion(intake.days)
        inputDays.formUnion(intake.days)
        aircraft.insert(intake.aircraft)
        if lost.meets(intake.aircraft, span) { brought.add(intake.aircraft, span) }
        var line = LedgerLine(handing: intake.aircraft, span)
        announced.append(line)
        line.entry = String(name.suffix(200))
        line.sha256 = sum
        line.rows = intake.rows
        lines.append(line)
    }

    /// A day's file may hold some of the day before and after: readsb's clocks and ours.
    private static func mayHold(_ day: CalendarDay, _ during: Range<Timestamp>) -> Bool {
        let slack = CalendarDay.milliseconds
        let range = CalendarDay.instant(day.start - slack)..<CalendarDay.instant(day.start + 2 * slack)
        return range.overlaps(during)
    }

    private func skip(_ reason: ImportReport.Skip) { report.skipped[reason, default: 0] += 1 }

    private func damage(_ input: ImportInput, _ name: String, _ reason: String, day: CalendarDay?) {
        let whole = name.isEmpty || name == input.path ? input.path : input.path + ": " + name
        report.damagedCount += 1
        if report.damaged.count < limits.listed {
            report.damaged.append(ImportReport.Damage(name: String(whole.suffix(300)), reason: reason))
            var line = LedgerLine()
            line.entry = String(whole.suffix(300))
            line.damage = reason
            line.day = (day ?? CalendarDay(inPath: input.path))?.number
            lines.append(line)
        }
        let words = "damaged: \(String(whole.suffix(120))): \(reason)"
        if let day = day ?? CalendarDay(inPath: input.path) {
            miss(day.number, words)
        } else {
            lacking = words
        }
    }

    /// Something of the input lacks, and nobody knows of which day.
    private var lacking: String?

    private func finish(_ items: any ImportItems) {
        if let lacking { for day in inputDays { miss(day, lacking) } }
        lacking = nil
        inputDays = []
        bytesBefore += items.taken
        progress.bytes = bytesBefore
    }

    private func miss(_ day: Int64, _ reason: String) {
        if report.incompleteDays[day] == nil { report.incompleteDays[day] = reason }
    }
}
