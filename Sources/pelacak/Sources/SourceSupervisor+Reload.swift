import Site

extension SourceSupervisor {
    /// Takes the list of the configuration file: new sources start, gone ones stop, changed ones begin anew, all others are not touched.
    ///
    /// - Throws: `UsageError` when the list cannot be run; then nothing was changed.
    func reload(_ wanted: [SourceSpecification], areFromFile: Bool) async throws(UsageError) -> ReloadReport {
        await enter()
        defer { leave() }
        guard !isStopping else { return ReloadReport(subject: "sources") }
        guard areFromFile else {
            // The command line names the sources: what the file says is only kept.
            dormant = wanted.map(\.text)
            return ReloadReport(subject: "sources", untouched: entries.count)
        }
        try check(wanted)
        let before = entries
        let plan = plan(wanted, before)
        var result = ReloadReport(subject: "sources", untouched: plan.kept)
        let wasSimulated = before.contains { $0.specification.isSimulation && !$0.specification.isPaused }
        for entry in before where !plan.ids.contains(entry.id) {
            await stop(entry.id)
            entries.removeAll { $0.id == entry.id }
            result.removed.append(entry.specification.shownName)
        }
        for id in plan.changed.keys { await stop(id) }
        if wanted.contains(where: { !$0.isPaused }) {
            let isSimulated = wanted.contains { $0.isSimulation && !$0.isPaused }
            // Real and simulated data never meet in one sky.
            if isSimulated != wasSimulated { await sky.clear() }
            reason = .configured
        }
        let order = plan.order.map { id, specification in
            let made = SourceEntry(id: id ?? newID(), specification: specification, isFromFile: true)
            guard let id, var old = entry(id) else { return made }
            old.specification = specification
            old.isFromFile = true
            return old
        }
        entries = order
        for (index, step) in plan.order.enumerated() {
            let entry = order[index]
            if step.id == nil { result.added.append(entry.specification.shownName) }
            if plan.changed[entry.id] != nil { result.changed.append(entry.specification.shownName) }
            guard step.id == nil || plan.changed[entry.id] != nil, !entry.specification.isPaused else { continue }
            await start(entry.id)
        }
        await publishChoice()
        return result
    }

    /// - Throws: `UsageError` when a list cannot be run.
    nonisolated func check(_ wanted: [SourceSpecification]) throws(UsageError) {
        guard wanted.count <= Self.capacity else { throw UsageError("more than \(Self.capacity) sources") }
        let names = wanted.map(\.shownName)
        if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw UsageError("two sources are named \(twice); give each a name= of its own")
        }
        try ServeSettings.check(wanted.filter { !$0.isPaused })
    }

    /// What becomes of each source: the same specification goes on, the same name is changed, all others are new.
    private func plan(
        _ wanted: [SourceSpecification],
        _ before: [SourceEntry]
    ) -> (
        order: [(id: String?, specification: SourceSpecification)], ids: Set<String>, changed: [String: Bool], kept: Int
    ) {
        var order: [(id: String?, specification: SourceSpecification)] = []
        var ids: Set<String> = []
        var changed: [String: Bool] = [:]
        for specification in wanted {
            let same = before.first { $0.specification == specification && !ids.contains($0.id) }
            let named = before.first { $0.specification.shownName == specification.shownName && !ids.contains($0.id) }
            if let found = same ?? named {
                ids.insert(found.id)
                if same == nil { changed[found.id] = true }
            }
            order.append((id: (same ?? named)?.id, specification: specification))
        }
        return (order, ids, changed, ids.count - changed.count)
    }
}
