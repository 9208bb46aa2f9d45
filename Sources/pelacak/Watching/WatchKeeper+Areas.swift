import Aero
import Logging
import Site
import Watch

/// Areas that rules ask for by name, and the files that people write.
extension WatchKeeper {
    /// Areas and rules that were written by hand are taken up when their files change.
    func lookAtFiles() {
        let stamp = areaFiles.stamp + "\n\n" + book.stamp
        guard stamp != fileStamp else { return }
        fileStamp = stamp
        let (read, troubles) = book.entries()
        for trouble in troubles + areaFiles.areas().troubles { logger.error("watches: \(trouble)") }
        let before = entries.filter(\.isByHand)
        let fresh = read.filter(\.isByHand)
        entries.removeAll(where: \.isByHand)
        entries += fresh.filter { one in !entries.contains { $0.rule.id == one.rule.id } }
        // A file that cannot be read while somebody writes it changes nothing: its rule goes when it does.
        entries += before.filter { old in !entries.contains { $0.rule.id == old.rule.id } && book.has(old.by) }
        entries.sort { $0.rule.id < $1.rule.id }
        for old in before {
            let now = entries.first { $0.rule.id == old.rule.id }
            guard now?.rule != old.rule, stopped.removeValue(forKey: old.rule.id) != nil, now != nil else { continue }
            restart.insert(old.rule.id)
        }
        beginAnew()
    }

    /// What happened to watched aircraft, for who looks later.
    func note(_ step: WatchRun.Step, since: Timestamp? = nil, at now: Timestamp, _ facts: ArchiveFacts) {
        guard let realm else { return }
        let events = step.events.filter { event in since.map { event.time >= $0 } ?? true }
        happenings.note(events, in: realm, at: now, facts.identity(of:))
        happenings.withdraw(step.retractions.map(\.event), in: realm)
    }

    func areas() async -> [NamedArea] { areaFiles.areas().areas }

    func setArea(_ name: String, _ area: [UInt8], by who: String) async throws(WatchDeskError) -> NamedArea {
        let tree: RuleValue
        do throws(RuleError) {
            guard NamedArea.isName(name) else {
                throw RuleError(.badValue(expected: .areaName))
            }
            tree = try RuleValue(json: area)
            _ = try WatchArea(tree)
        } catch { throw .rule(error) }
        let known = areaFiles.areas().areas
        if known.contains(where: { $0.name == name && $0.isByHand }) { throw .byHand(file: "areas/\(name).yaml") }
        guard known.count < AreaFiles.most || known.contains(where: { $0.name == name }) else {
            throw .tooMany(most: AreaFiles.most)
        }
        let kept = NamedArea(name: name, area: Array(tree.json.utf8), isByHand: false)
        do throws(Failure) { try areaFiles.write(kept) } catch { throw .unwritable(reason: "\(error)") }
        logger.notice("watches: the area \(name) was written by \(who)")
        beginAnew()
        return kept
    }

    func removeArea(_ name: String, by who: String) async throws(WatchDeskError) {
        guard let known = areaFiles.areas().areas.first(where: { $0.name == name }) else { throw .notFound }
        if let user = entries.first(where: { $0.rule.areaNames.contains(name) }) {
            throw .areaInUse(rule: user.rule.id)
        }
        guard !known.isByHand else { throw .byHand(file: "areas/\(name).yaml") }
        do throws(Failure) { try areaFiles.remove(name) } catch { throw .unwritable(reason: "\(error)") }
        logger.notice("watches: the area \(name) was taken away by \(who)")
    }
}
