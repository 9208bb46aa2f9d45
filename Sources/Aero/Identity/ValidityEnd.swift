/// One end of the time for which a fact is said to be true.
public enum ValidityEnd: Hashable, Sendable {
    /// No such end: true since ever, or still.
    case open
    /// There is one, but nobody says when.
    case unknown
    /// The beginning of the instant, day, month or year that is meant.
    case at(Timestamp, Precision)

    /// How exactly an end is known.
    public enum Precision: UInt8, Hashable, Sendable, CaseIterable {
        case instant
        case day
        case month
        case year

        /// The most that such a span lasts. Milliseconds; a month counts 31 days, a year 366.
        var longestMilliseconds: Int64 {
            switch self {
            case .instant: 1
            case .day: 86_400_000
            case .month: 31 * 86_400_000
            case .year: 366 * 86_400_000
            }
        }
    }

    /// The instants at which the end may lie, in milliseconds since 1970.
    ///
    /// - Returns: the first and the one after the last; both `nil` for an end that is not there or of which nothing is known.
    var span: Range<Int64>? {
        guard case .at(let time, let precision) = self else { return nil }
        let start = time.milliseconds
        return start..<start + precision.longestMilliseconds
    }
}

extension ValidityEnd {
    /// The last instant at which the end may lie; `nil` for one that is not there or of which nothing is known.
    public var latest: Timestamp? {
        span.map { Timestamp(nanoseconds: ($0.upperBound - 1).multipliedReportingOverflow(by: 1_000_000).partialValue) }
    }

    /// As one number, for tables: 0 is open, 1 unknown; else milliseconds shifted by three bits, with the precision plus 2 in them.
    public var code: Int64 {
        switch self {
        case .open: 0
        case .unknown: 1
        case .at(let time, let precision): time.milliseconds << 3 | Int64(precision.rawValue + 2)
        }
    }

    /// - Returns: `nil` for a number that `code` does not give.
    public init?(code: Int64) {
        switch code {
        case 0: self = .open
        case 1: self = .unknown
        default:
            let low = code & 7
            guard low >= 2, let precision = Precision(rawValue: UInt8(low - 2)) else { return nil }
            let (nanoseconds, overflow) = (code >> 3).multipliedReportingOverflow(by: 1_000_000)
            guard !overflow else { return nil }
            self = .at(Timestamp(nanoseconds: nanoseconds), precision)
        }
    }
}
