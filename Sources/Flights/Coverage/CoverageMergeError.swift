/// Why two grids cannot be added.
public enum CoverageMergeError: Error, Hashable, Sendable {
    /// Their passes fade with different half-lives, in days.
    case otherHalfLife(days: Double, expected: Double)
}
