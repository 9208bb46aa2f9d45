import ModeS
public import Tracking

/// Puts observations of one aircraft that come a little out of order into the order of time.
///
/// The same observations come out in the same order however they came, as long as none was later than the bound.
public struct ObservationSorter: Sendable {
    /// How much later than a younger one an observation may come.
    public let latenessMilliseconds: Int64
    /// Those that came too late and were dropped.
    public private(set) var droppedCount = 0
    private var waiting: [Observation] = []
    private var newest = Int64.min
    private var released = Int64.min

    public init(latenessMilliseconds: Int64) { self.latenessMilliseconds = max(0, latenessMilliseconds) }

    /// Takes one and gives out those that nothing can come before any more.
    public mutating func take(_ row: Observation, into ready: inout [Observation]) {
        guard row.milliseconds > released else {
            droppedCount += 1
            return
        }
        newest = max(newest, row.milliseconds)
        var place = waiting.count
        while place > 0, Self.isBefore(row, waiting[place - 1]) { place -= 1 }
        waiting.insert(row, at: place)
        release(before: newest.subtractingReportingOverflow(latenessMilliseconds).partialValue, into: &ready)
    }

    /// Gives out all that wait.
    public mutating func finish(into ready: inout [Observation]) { release(before: .max, into: &ready) }

    private mutating func release(before limit: Int64, into ready: inout [Observation]) {
        let count = waiting.firstIndex { $0.milliseconds >= limit } ?? waiting.count
        guard count > 0 else { return }
        ready.append(contentsOf: waiting[..<count])
        released = max(released, waiting[count - 1].milliseconds)
        waiting.removeFirst(count)
    }

    /// By time, then by content, so that equal times have one order.
    private static func isBefore(_ one: Observation, _ other: Observation) -> Bool {
        if one.milliseconds != other.milliseconds { return one.milliseconds < other.milliseconds }
        func place(_ row: Observation) -> (Int32, Int32, Int16, Int16, UInt16, UInt16) {
            (
                row.latitudeSteps, row.longitudeSteps, row.barometricSteps, row.rateSteps, row.speedTenths,
                row.trackTenths
            )
        }
        func rest(_ row: Observation) -> (Int16, UInt8, UInt8, UInt8, UInt32) {
            (row.geometricSteps, row.nicByte, row.sourceClass.rawValue, row.flags.rawValue, row.heardBy)
        }
        let (left, right) = (place(one), place(other))
        return left == right ? rest(one) < rest(other) : left < right
    }
}
