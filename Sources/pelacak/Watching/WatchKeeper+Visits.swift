import Site
import Watch

/// The watches of announced visits.
extension WatchKeeper {
    func keep(_ rules: [WatchText], ofVisit id: String, by who: String) async throws(WatchDeskError) -> [KeptWatch] {
        let context = WatchPlaces.context(around.places(), areaFiles)
        // All are read before any is kept.
        var wanted: [(text: WatchText, rule: WatchRule)] = []
        for text in rules { wanted.append((text, try WatchRules.rule(text, id: "new", context: context))) }
        var before = entries.filter { $0.rule.visit == id && !$0.isByHand }
        guard entries.count - before.count + wanted.count <= RuleBook.most else { throw .tooMany(most: RuleBook.most) }
        var kept: [KeptWatch] = []
        for (text, rule) in wanted {
            guard let place = before.firstIndex(where: { $0.rule.name == rule.name }) else {
                kept.append(try await add(text, by: who))
                continue
            }
            let entry = before.remove(at: place)
            if Self.withoutVersion(entry.rule) == Self.withoutVersion(rule) {
                kept.append(self.kept(entry))
            } else {
                kept.append(try await replace(entry.rule.id, with: text, by: who))
            }
        }
        for entry in before { try await remove(entry.rule.id, by: who) }
        return kept
    }

    private static func withoutVersion(_ rule: WatchRule) -> RuleValue { rule.source.replacing("version", with: 1.0) }
}
