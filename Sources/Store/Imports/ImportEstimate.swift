/// What an import will bring, by the files' names and sizes and by trying a few. Rough: within a factor of two as a rule.
public struct ImportEstimate: Hashable, Sendable {
    /// Of all inputs, as they lie there.
    public var bytes = 0
    /// Trace files; counted in folders, reckoned in archives.
    public var files = 0
    /// Of them those that the list of addresses lets through.
    public var wantedFiles = 0
    public var rows = 0
    /// What the rows will take in the archive, at 9 bytes each.
    public var storedBytes = 0
    public var seconds = 0.0
    /// Files that were tried for it.
    public var sample = 0
    /// Those of them that hold something of what is wanted.
    public var held = 0

    /// Whether too few of those tried hold anything to say how many rows there are: of more that were not tried some may.
    public var isUncertain: Bool { held < Self.fewest && sample < wantedFiles }

    private static let fewest = 5

    public init() {}
}
