/// What tests ask of `/api/v1/sources`.
extension [String: Any] {
    var sourceNames: [String] { list("sources").compactMap { $0["name"] as? String } }

    func source(_ name: String) -> [String: Any]? { list("sources").first { $0["name"] as? String == name } }

    func connections(_ name: String) -> Int? {
        (source(name)?["counters"] as? [String: Any])?["connections"] as? Int
    }

    /// The feeders of a source, by name and whether they are connected.
    func feeders(_ name: String) -> [String: Bool] {
        let feeders = source(name)?.list("feeders") ?? []
        return [String: Bool](
            feeders.compactMap { feeder in
                (feeder["name"] as? String).map { ($0, feeder["connected"] as? Bool ?? false) }
            },
            uniquingKeysWith: { (one: Bool, other: Bool) in one || other }
        )
    }

    /// A list of objects.
    func list(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }
}
