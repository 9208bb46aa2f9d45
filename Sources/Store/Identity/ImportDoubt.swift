/// Why a file may not be what its source is to say from now on: the wrong one, cut short, or empty.
public enum ImportDoubt: Hashable, Sendable, CustomStringConvertible {
    case noRows
    /// All of its rows are bad, or of a long file more than half.
    case mostlyBad(Int, of: Int)
    /// More than half of what the source said before would end, and not only a few facts.
    case shrinks(Int, of: Int)

    /// Of fewer rows, and fewer facts, people see for themselves what is wrong.
    private static let fewRows = 20
    private static let fewFacts = 10

    init?(_ report: IdentityImportReport) {
        let before = report.closed + report.changed + report.unchanged
        if report.rows == 0 {
            self = .noRows
        } else if report.badRowCount >= report.rows
            || report.rows >= Self.fewRows && report.badRowCount * 2 > report.rows
        {
            self = .mostlyBad(report.badRowCount, of: report.rows)
        } else if report.closed * 2 > before, report.closed >= Self.fewFacts {
            self = .shrinks(report.closed, of: before)
        } else {
            return nil
        }
    }

    public var description: String {
        switch self {
        case .noRows: "the file has no rows"
        case .mostlyBad(let bad, let rows): "\(bad) of \(rows) rows are bad"
        case .shrinks(let closed, let before): "\(closed) of \(before) facts that the source said before would end"
        }
    }
}
