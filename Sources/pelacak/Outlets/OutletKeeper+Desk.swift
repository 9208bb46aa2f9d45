import Aero
import Outlets
import Site
import Store
import Watch

/// What the page of outlets asks for.
extension OutletKeeper: OutletDesk {
    func outlets() async throws(OutletDeskError) -> [ShownOutlet] {
        let tallies: [String: OutletTally]
        do throws(OutboxStoreError) { tallies = try store.tallies() } catch {
            throw .unusable(message: error.description)
        }
        return definitions.map { Self.shown($0, tallies[$0.name] ?? OutletTally()) }
    }

    func add(_ draft: OutletDraft) async throws(OutletDeskError) -> ShownOutlet {
        guard let kind = OutletKind(rawValue: draft.kind), kind != .browser else {
            let kinds = OutletKind.allCases.filter { !$0.isOfFileAlone && $0 != .browser }.map(\.rawValue)
            throw .invalid(field: "kind", texts: OutletFault.oneOf(kinds).texts)
        }
        var values = draft.settings.mapValues { [$0] }
        // Whoever knows a feed's address reads it: it is never one that somebody thought of.
        if kind == .feed { values["key"] = [OutletShelf.newKey()] }
        let definition: OutletDefinition
        do throws(OutletError) {
            definition = try OutletDefinition(name: draft.name, kind: kind, values: values)
        } catch { throw .invalid(field: error.field, texts: error.fault.texts) }
        do throws(OutboundFailure) {
            for address in definition.addresses { try client.check(address) }
        } catch {
            throw .refused(field: definition.secrets["url"] == nil ? "server" : "url", trouble: error.trouble)
        }
        guard outlet(draft.name) == nil else { throw .nameTaken(name: draft.name) }
        do throws(Failure) { try shelf.add(definition) } catch { throw .unusable(message: error.description) }
        look()
        var shown = Self.shown(definition, OutletTally())
        if kind == .feed { shown.feedPath = values["key"]?.first.map { "/feeds/\($0).atom" } }
        return shown
    }

    func remove(_ name: String) async throws(OutletDeskError) {
        guard let outlet = outlet(name) else { throw .notFound(name: name) }
        guard !outlet.definition.isFromFile, Self.builtIn[name] == nil else { throw .fixed(name: name) }
        do throws(Failure) { _ = try shelf.remove(name) } catch { throw .unusable(message: error.description) }
        look()
    }

    func test(_ name: String) async throws(OutletDeskError) -> DeliveryTrouble? {
        guard let outlet = outlet(name) else { throw .notFound(name: name) }
        if outlet.definition.kind == .feed {
            feedTests[name] = Outlet.test(ofFeed: name, id: String(OutletShelf.newKey().prefix(32)), made: TimeText.now)
            return nil
        }
        return await outlet.test(key: OutletShelf.newKey(), now: TimeText.now, through: client).reason
    }

    func again(_ name: String) async throws(OutletDeskError) -> Int {
        guard let outlet = outlet(name) else { throw .notFound(name: name) }
        do throws(OutboxStoreError) {
            let count = try store.again(name, now: TimeText.now) { outlet.draft(of: $0) }
            wake(name)
            return count
        } catch { throw .unusable(message: error.description) }
    }

    private static func shown(_ definition: OutletDefinition, _ tally: OutletTally) -> ShownOutlet {
        ShownOutlet(
            name: definition.name,
            kind: definition.kind.rawValue,
            settings: definition.shown,
            isFromFile: definition.isFromFile || builtIn[definition.name] != nil,
            tally: tally
        )
    }
}
