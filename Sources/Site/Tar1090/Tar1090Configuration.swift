/// A page of tar1090 that the operator wants served, and how it gets its aircraft.
public struct Tar1090Configuration: Sendable {
    /// tar1090's folder `html`; `nil`: no page, its paths answer all the same.
    public var folder: String?
    /// What `receiver.json` offers where the path names no mode.
    public var mode: Tar1090Mode
    /// The page may load map pictures from other hosts.
    public var allowsForeignImages: Bool

    public init(folder: String? = nil, mode: Tar1090Mode = .reAPIZstd, allowsForeignImages: Bool = false) {
        self.folder = folder
        self.mode = mode
        self.allowsForeignImages = allowsForeignImages
    }
}
