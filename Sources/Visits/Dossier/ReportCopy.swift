/// A report as it was put in, whole: a pasted text, a picture, a file. Private.
public struct ReportCopy: Hashable, Sendable {
    /// Bytes at most.
    public static let largest = 8_000_000

    public let report: Int
    public let bytes: [UInt8]
    /// Whether it is a text that spans point into.
    public let isText: Bool

    public init(report: Int, bytes: [UInt8], isText: Bool) {
        self.report = report
        self.bytes = bytes
        self.isText = isText
    }
}
