/// Who says it: a register, a list, a newspaper, a rule.
public struct IdentitySource: Hashable, Sendable {
    /// Given by the store.
    public let id: Int64
    /// For example `tar1090-db`.
    public let name: String
    public let kind: IdentitySourceKind
    public let licence: LicenceTag
    /// Version or date, as the source calls it; empty if it does not.
    public let version: String
    /// Where it is to be found; empty if nobody says.
    public let location: String
    /// Of the file that was read, 64 hexadecimal digits; empty for what was no file.
    public let sha256: String

    public init(
        id: Int64,
        name: String,
        kind: IdentitySourceKind,
        licence: LicenceTag,
        version: String = "",
        location: String = "",
        sha256: String = ""
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.licence = licence
        self.version = version
        self.location = location
        self.sha256 = sha256
    }
}
