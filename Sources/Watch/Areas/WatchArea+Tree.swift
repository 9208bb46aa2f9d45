extension WatchArea {
    /// Reads an area out of a tree of its own, such as `{circle: {latitude: 55.6, longitude: 37.3, km: 50}}`.
    ///
    /// - Throws: the first thing that is wrong, with its line and path.
    public init(_ tree: RuleValue) throws(RuleError) { self = try RuleParser.area(tree, "area") }
}
