/// The FAA's `ACFTREF.txt`: makers and models of what was built in series, by the code of `MASTER.txt`.
struct FAATypes {
    /// Codes that are read at most; the file has some 94,000.
    static let most = 300_000

    private var names: [String: String] = [:]

    /// No types at all.
    init() {}

    /// - Throws: `notThisFormat`, `badFile`.
    init(_ source: any ByteSource) throws(IdentityError) {
        let reader = DelimitedReader(source, separator: UInt8(ascii: ","), hasQuotes: false)
        guard try reader.next() == .cells else { throw .notThisFormat(.faa, missing: "the head row of ACFTREF.txt") }
        let columns = ColumnNames(reader)
        let code = try columns.place(of: "CODE", format: .faa)
        let (maker, model) = (columns["MFR"], columns["MODEL"])
        // 0 is type certificated; 1 is not, and its maker mostly a person.
        let certificated = try columns.place(of: "BUILD-CERT-IND", format: .faa)
        while let row = try reader.next() {
            guard row == .cells, reader.text(certificated) == "0", names.count < Self.most else { continue }
            let name = reader.text(maker) + " " + reader.text(model)
            // The same check as later: what is not kept needs no memory.
            if ModelFilter.accepts(name) { names[reader.text(code)] = name }
        }
    }

    subscript(_ code: String) -> String? { names[code] }
}
