extension WatchRule {
    /// The names of the areas it asks for.
    public var areaNames: Set<String> {
        var references: [AreaReference] = []
        for trigger in triggers {
            switch trigger.what {
            case .enters(let area), .leaves(let area): references.append(area)
            default: break
            }
        }
        for case .inside(_, let area) in pattern.conditions.flatMap(\.guards) { references.append(area) }
        return Set(
            references.compactMap { reference -> String? in
                if case .named(let name) = reference { name } else { nil }
            }
        )
    }
}
