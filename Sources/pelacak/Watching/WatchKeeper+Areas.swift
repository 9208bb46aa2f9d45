import Logging
import Site
import Watch

/// Areas that rules ask for by name, and the files that people write.
extension WatchKeeper {
    /// Areas and rules that were written by hand are taken up when their files change.
    func lookAtFiles() {
        let stamp = areaFiles.stamp + "\n\n" + book.stamp
        guard stamp != fileStamp else { return }
        defer { fileStamp = stamp }
        for trouble in areaFiles.areas().troubles { logger.error("watches: \(trouble)") }
        // The rules of the start were read, and told of, there.
        guard fileStamp != nil else { return }
        let (read, troubles) = book.entries()
        for trouble in troubles { logger.error("watches: \(trouble)") }
        let before = entries
        entries = entries.filter { !$0.isByHand }
        entries += read.filter { one in one.isByHand && !entries.contains { $0.rule.id == one.rule.id } }
        entries.sort { $0.rule.id < $1.rule.id }
        for id in before.map(\.rule.id) where !entries.contains(where: { $0.rule.id == id }) { stopped[id] = nil }
        beginAnew()
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
        if known.contains(where: { $0.name == name && $0.isByHand }) { throw Self.byHand(name) }
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
        guard !known.isByHand else { throw Self.byHand(name) }
        do throws(Failure) { try areaFiles.remove(name) } catch { throw .unwritable(reason: "\(error)") }
        logger.notice("watches: the area \(name) was taken away by \(who)")
    }

    private static func byHand(_ name: String) -> WatchDeskError {
        .unwritable(reason: "the area \(name) is a file of the data folder that was written by hand; change it there")
    }
}
