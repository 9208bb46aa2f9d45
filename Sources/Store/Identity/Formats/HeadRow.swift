/// The head row of a table whose columns are found by name.
struct HeadRow {
    /// What the next row of a file is.
    enum Step {
        case cells(ColumnNames)
        /// It cannot be read; the row says why.
        case fault
        case end
    }

    private let format: IdentityFormat
    private let required: [String]
    private let remark: UInt8?
    private var columns: ColumnNames?

    /// - Parameters:
    ///   - required: columns without which a file is not of this form.
    ///   - remark: what a row begins with that is passed over.
    init(_ format: IdentityFormat, required: [String], remark: UInt8? = nil) {
        self.format = format
        self.required = required
        self.remark = remark
    }

    /// Goes on to the next row below the head.
    ///
    /// - Throws: `notThisFormat` when the head row or a column that is required is missing.
    mutating func next(_ reader: DelimitedReader, into row: inout IdentityRow) throws(IdentityError) -> Step {
        while let kind = try reader.next() {
            if let remark, reader.cell(0).first == remark { continue }
            row.clear(line: reader.line)
            guard kind == .cells else {
                row.faults.append("the row is longer than any is")
                return .fault
            }
            if let columns { return .cells(columns) }
            let names = ColumnNames(reader)
            for name in required { _ = try names.place(of: name, format: format) }
            columns = names
        }
        guard columns != nil else { throw .notThisFormat(format, missing: "the head row") }
        return .end
    }
}
