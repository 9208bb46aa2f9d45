public import Aero

/// One poll, as the record keeps it.
public struct CaptureEntry: Hashable, Sendable {
    public var time: Timestamp
    /// The source's name.
    public var source: String
    public var provider: String
    public var licence: LicenceTag
    /// `GET https://host/path?query`; keys are in headers and never here.
    public var request: String
    /// 0 where no answer came.
    public var status: Int
    /// Of the body, unpacked.
    public var bytes: Int
    /// SHA-256 of the body, hexadecimal; `nil` where there was none.
    public var hash: String?
    /// Aircraft in it; `nil` where it was not read.
    public var aircraft: Int?
    public var purpose: Purpose?
    /// The day the operator read the terms.
    public var termsRead: String?
    public var failure: String?
}
