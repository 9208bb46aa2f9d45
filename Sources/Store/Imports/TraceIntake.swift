import Aero
import Feeds
import ModeS
import Tracking

/// Takes the rows of one trace document into a batch.
struct TraceIntake {
    let filter: ImportFilter
    /// What was taken in of the document.
    private(set) var aircraft: ArchivedAircraft
    private(set) var rows = 0
    private(set) var badRows = 0
    private(set) var badValues = 0
    private(set) var isSimulated = false
    /// From the first to the last of what was taken in. Milliseconds since 1970.
    private(set) var span: ClosedRange<Int64>?
    private(set) var days: Set<Int64> = []

    private var last: Int64?
    private var state = TraceNameState()

    /// Reads a document to its end.
    ///
    /// - Parameters:
    ///   - address: whose it must be; `nil` for anybody's.
    ///   - batch: gets the rows; nothing of a document that cannot be read to its end.
    init(
        _ bytes: Span<UInt8>,
        expecting address: AircraftAddress?,
        _ filter: ImportFilter,
        into batch: inout ObservationBatch
    ) throws(TraceIntakeError) {
        self.filter = filter
        let before = (batch.rows.count, batch.names.count)
        do {
            var reader = try TraceDocumentReader(bytes)
            aircraft = ArchivedAircraft(
                reader.address,
                kind: reader.kind.flatMap(ArchivedKindName.kind)
            )
            isSimulated = reader.isSimulated
            guard address == nil || address == reader.address else { throw TraceIntakeError.otherAircraft }
            guard !isSimulated, filter.aircraft?.contains(reader.address) ?? true else { return }
            try take(&reader, bytes, into: &batch)
        } catch {
            batch.rows.removeLast(batch.rows.count - before.0)
            batch.names.removeLast(batch.names.count - before.1)
            if let error = error as? TraceIntakeError { throw error }
            throw .document((error as? TraceDocumentError) ?? .malformed(offset: 0))
        }
    }

    private mutating func take(
        _ reader: inout TraceDocumentReader,
        _ bytes: Span<UInt8>,
        into batch: inout ObservationBatch
    ) throws(TraceDocumentError) {
        while let row = try reader.next(bytes) {
            if row.position == nil, !state.isInUnlocated {
                (state.isInUnlocated, last) = (true, nil)
            }
            let details = row.object.map { TraceDetails(bytes, $0) }
            badValues += Int(clamping: details?.badFields ?? 0)
            var observation = Observation(row, details, silence: last.map { row.milliseconds - $0 })
            last = row.milliseconds
            if !reader.hasNames, let details { state.take(details.report) }
            // A filter chooses and changes nothing: the same row is the same, however it was chosen.
            guard filter.keeps(observation) else { continue }
            if let count = details?.receivers, count > 0 {
                observation.heardBy = batch.place(of: ReceiverSet([], beyond: count))
            }
            if !reader.hasNames {
                if rows == 0 { state.begin(registration: reader.registration, typeCode: reader.typeCode) }
                state.give(aircraft, at: row.milliseconds, into: &batch.names)
            }
            batch.rows.append(ObservationBatch.Row(aircraft, observation))
            rows += 1
            days.insert(CalendarDay(ofMilliseconds: row.milliseconds).number)
            widen(row.milliseconds)
        }
        badRows = reader.badRows
        badValues += reader.badFields
        guard rows > 0 || (filter.area == nil && filter.during == nil) else { return }
        for name in try reader.names(bytes) { take(name, into: &batch) }
    }

    private mutating func take(_ name: TraceName, into batch: inout ObservationBatch) {
        if let during = filter.during, name.milliseconds >= during.upperBound.milliseconds { return }
        guard HistoryStore.times.contains(name.milliseconds), let field = TraceNameState.field(name.field),
            let change = IdentityChange(aircraft, at: name.milliseconds, field, name.value)
        else {
            badValues += 1
            return
        }
        batch.names.append(change)
        widen(name.milliseconds)
    }

    private mutating func widen(_ time: Int64) {
        span = span.map { min($0.lowerBound, time)...max($0.upperBound, time) } ?? time...time
    }
}

/// Why a trace document is not taken in.
enum TraceIntakeError: Error, Hashable {
    case document(TraceDocumentError)
    /// Its name says another aircraft than it does itself.
    case otherAircraft

    var words: String {
        switch self {
        case .document(let error): error.description
        case .otherAircraft: "it is of another aircraft than its name says"
        }
    }
}
