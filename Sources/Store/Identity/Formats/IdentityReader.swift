/// Reads a file row by row.
protocol IdentityReader: AnyObject {
    /// Fills the row with the next one of the file; a bad one has faults and perhaps no subject.
    ///
    /// - Returns: `false` at the end.
    func next(into row: inout IdentityRow) throws(IdentityError) -> Bool

    /// How its text was read.
    var encoding: String { get }
}
