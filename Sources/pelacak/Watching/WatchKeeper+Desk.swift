import Aero
import Site
import Tracking
import Watch

extension WatchKeeper: WatchDesk {
    func watches() async -> [KeptWatch] {
        let sizes =
            running.map { run in Dictionary(zip(run.engine.rules.map(\.id), run.engine.sizes)) { first, _ in first } }
            ?? [:]
        return entries.map { kept($0, size: sizes[$0.rule.id] ?? 0) }
    }

    func kept(_ entry: RuleBook.Entry, size: Int = 0) -> KeptWatch {
        let rule = entry.rule
        return KeptWatch(
            id: rule.id,
            name: rule.name,
            version: rule.version,
            isEnabled: entry.isEnabled,
            stopped: stopped[rule.id]?.at,
            size: size,
            rule: Array(rule.source.json.utf8),
            yaml: RuleYAML.text(rule.source),
            sentence: WatchRules.sentences(rule),
            isPublic: rule.outcome.isPublic,
            visit: rule.visit,
            by: entry.by,
            made: entry.made
        )
    }

    /// What the interface calls something else.
    private static let reserved: Set<String> = ["areas", "examples", "preview"]

    func add(_ text: WatchText, by who: String) async throws(WatchDeskError) -> KeptWatch {
        guard entries.count < RuleBook.most else { throw .tooMany(most: RuleBook.most) }
        let draft = try WatchRules.rule(text, id: "new", context: WatchPlaces.context(around.places(), areaFiles))
        let base = RuleBook.id(draft.name)
        var id = base
        var number = 1
        while Self.reserved.contains(id) || entries.contains(where: { $0.rule.id == id }) || book.lastVersion(id) > 0 {
            number += 1
            id = "\(base)-\(number)"
        }
        return try write(text, id: id, version: 1, isEnabled: true, by: who)
    }

    func replace(_ id: String, with text: WatchText, by who: String) async throws(WatchDeskError) -> KeptWatch {
        let entry = try changeable(id)
        return try write(
            text,
            id: id,
            version: max(entry.rule.version, book.lastVersion(id)) + 1,
            isEnabled: entry.isEnabled,
            by: who
        )
    }

    func setEnabled(_ isEnabled: Bool, _ id: String, by who: String) async throws(WatchDeskError) -> KeptWatch {
        var entry = try changeable(id)
        do throws(Failure) { try book.setEnabled(isEnabled, id) } catch { throw .unwritable(reason: "\(error)") }
        entry.isEnabled = isEnabled
        put(entry)
        return kept(entry)
    }

    func remove(_ id: String, by who: String) async throws(WatchDeskError) {
        _ = try changeable(id)
        do throws(Failure) { try book.remove(id) } catch { throw .unwritable(reason: "\(error)") }
        entries.removeAll { $0.rule.id == id }
        stopped[id] = nil
        beginAnew()
    }

    /// - Throws: what was written by hand is changed by hand.
    private func changeable(_ id: String) throws(WatchDeskError) -> RuleBook.Entry {
        guard let entry = entries.first(where: { $0.rule.id == id }) else { throw .notFound }
        guard !entry.isByHand else {
            throw .byHand(file: entry.by)
        }
        return entry
    }

    private func write(
        _ text: WatchText,
        id: String,
        version: Int,
        isEnabled: Bool,
        by who: String
    ) throws(WatchDeskError) -> KeptWatch {
        let context = WatchPlaces.context(around.places(), areaFiles)
        let rule = try WatchRules.rule(text, id: id, version: version, context: context)
        let now = around.wall()
        do throws(Failure) { try book.write(rule, isEnabled: isEnabled, by: who, at: now) } catch {
            throw .unwritable(reason: "\(error)")
        }
        let entry = RuleBook.Entry(rule: rule, isEnabled: isEnabled, by: who, made: now, isByHand: false)
        put(entry)
        return kept(entry)
    }

    /// Takes a rule up. One that was stopped begins anew.
    private func put(_ entry: RuleBook.Entry) {
        entries.removeAll { $0.rule.id == entry.rule.id }
        entries.append(entry)
        entries.sort { $0.rule.id < $1.rule.id }
        if stopped.removeValue(forKey: entry.rule.id) != nil { restart.insert(entry.rule.id) }
        beginAnew()
    }

    /// Events that one answer names.
    private static let mostHappenings = 100

    nonisolated func examples() -> [WatchExample] { WatchRules.examples }

    func watching(since: Timestamp?, made: Timestamp?) async -> WatchingReport {
        // Since the program began: by the wall's clock, as that is.
        let made = since == nil ? made ?? started : made
        let start = since ?? started
        let identities = identities
        let happened = happenings.since(start, made: made, in: realm ?? .real, most: Self.mostHappenings) {
            identities?.identity(of: $0).lists.contains(WatchIdentities.hidden) ?? true
        }
        let gaps = watching.gaps.filter { $0.to.map { $0 > start } ?? true } + [openGap].compactMap(\.self)
        let desk = around.outbox as? any AlertDesk
        let kept = try? await desk?.made(since: made ?? start)
        var alerts = kept?.told ?? alertCount
        if made == nil, let counts = try? await desk?.counts(since: start) {
            alerts = counts.values.reduce(0) { $0 + $1.count }
        }
        return WatchingReport(
            since: start,
            watermark: running.map(\.maker.watermark),
            alerts: alerts,
            gaps: gaps,
            stopped: stopped.sorted { $0.key < $1.key }.map { id, one in
                WatchingReport.Stopped(id: id, name: entries.first { $0.rule.id == id }?.rule.name ?? id, at: one.at)
            },
            lateFindings: kept?.late ?? 0,
            lateRows: lateRows,
            aircraft: running?.maker.aircraftCount ?? 0,
            rules: entries.count(where: \.isEnabled),
            wall: around.wall(),
            happenings: happened.some,
            happened: happened.count,
            isSimulated: realm == .simulated,
            heartbeat: await around.heartbeat()
        )
    }
}
