/// What looking at a bundle found.
public struct BundleReport: Hashable, Sendable {
    /// `nil` where there is none that can be read.
    public internal(set) var manifest: BundleManifest?
    /// When an authority says that the digest was there; its signature is not checked here. `nil` where there is none.
    public internal(set) var stamp: TimeStamp?
    /// In the order in which they were found; none where all is as it was made.
    public internal(set) var findings: [BundleFinding] = []
    /// Items whose bytes were read and are those of their record.
    public internal(set) var wholeItems = 0
    public internal(set) var bytesRead = 0
    /// Findings that are no longer listed: there were too many.
    public internal(set) var further = 0

    /// Findings that are listed.
    static let most = 10_000

    /// Whether every record is as it was made, and every item that was not taken out is there and unchanged.
    public var isWhole: Bool { manifest != nil && findings.isEmpty }

    mutating func add(_ finding: BundleFinding) {
        if findings.count < Self.most { findings.append(finding) } else { further += 1 }
    }
}
