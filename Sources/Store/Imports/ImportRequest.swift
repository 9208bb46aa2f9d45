public import Aero

/// What is to be imported, and under which terms.
public struct ImportRequest: Hashable, Sendable {
    /// Files and folders; of a split archive one part or all.
    public var inputs: [String]
    public var filter = ImportFilter()
    /// Asked for once per import, kept with every row.
    public var licence: LicenceTag
    /// Who is to be credited, for example `adsb.lol`.
    public var origin: String
    /// Read files again that the record says are done: their rows may be gone.
    public var isAgain = false

    public init(inputs: [String], licence: LicenceTag, origin: String) {
        self.inputs = inputs
        self.licence = licence
        self.origin = origin
    }

    func check() throws(ImportError) {
        guard (1...64).contains(origin.utf8.count),
            origin.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
        else { throw .badOrigin }
    }
}
