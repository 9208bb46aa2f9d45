public import Aero

/// What a person wants read into the identities.
public struct IdentityImportRequest: Hashable, Sendable {
    public var format: IdentityFormat
    public var path: String
    /// `ACFTREF.txt` beside the FAA's register; `nil` if there is none.
    public var typesPath: String?
    /// How the source is called; the format's name if nobody says.
    public var source: String
    public var licence: LicenceTag
    /// Version or date as the source calls it.
    public var version: String
    /// Where it was taken from.
    public var location: String
    /// Whether names of companies are kept too; those of natural persons never are.
    public var keepsCompanies = false
    /// Whether a list of privacy addresses is read.
    public var takesPrivacyList = false
    /// Whether a file is taken that may be the wrong one, or cut short.
    public var takesDoubtful = true

    public init(
        _ format: IdentityFormat,
        path: String,
        typesPath: String? = nil,
        source: String? = nil,
        licence: LicenceTag? = nil,
        version: String = "",
        location: String = ""
    ) {
        self.format = format
        self.path = path
        self.typesPath = typesPath
        self.source = source ?? format.rawValue
        self.licence = licence ?? format.licence
        self.version = version
        self.location = location
    }
}
