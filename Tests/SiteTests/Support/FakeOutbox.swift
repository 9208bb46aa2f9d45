import Aero
import Synchronization
import Watch

@testable import Site

/// Alerts and outlets in memory.
final class FakeOutbox: AlertNews, OutletDesk {
    private struct State {
        var alerts: [KeptAlert] = []
        var outlets: [ShownOutlet] = []
        var test: AlertRecord?
        var failure: AlertOutboxError?
        var listeners: [AsyncStream<Void>.Continuation] = []
    }

    private let state = Mutex(State())
    /// What adds an outlet that may not be sent to.
    static let refused = #"{"name":"own","kind":"webhook","settings":{"url":"https://127.0.0.1/"}}"#
    static let key = "0123456789abcdef0123456789abcdef01234567"

    init(_ records: [AlertRecord] = [], failure: AlertOutboxError? = nil) {
        state.withLock { state in
            state.failure = failure
            state.outlets = [
                ShownOutlet(
                    name: "desk",
                    kind: "telegram",
                    settings: ["chat": "-100", "token": "…mnop"],
                    isFromFile: false
                ),
                ShownOutlet(name: "mail", kind: "email", settings: ["to": "a@example.org"], isFromFile: true),
            ]
            state.outlets[0].tally.pending = 2
            state.outlets[1].tally.lastError = .status(500)
            state.outlets[1].tally.lastFailure = Timestamp(seconds: 1_700_000_000)
        }
        add(records)
    }

    func add(_ records: [AlertRecord]) {
        let listeners = state.withLock { state in
            for record in records {
                let deliveries = record.outlets.map {
                    DeliveryReport(outlet: $0, state: .waiting, tries: 1, lastError: .status(500), ended: nil)
                }
                let number = Int64(state.alerts.count + 1)
                state.alerts.append(KeptAlert(number: number, record: record, correctedBy: nil, deliveries: deliveries))
            }
            return state.listeners
        }
        for listener in listeners { listener.yield() }
    }

    private func check() throws(AlertOutboxError) { if let failure = state.withLock({ $0.failure }) { throw failure } }

    func alerts(_ question: AlertSearch) async throws(AlertOutboxError) -> [KeptAlert] {
        try check()
        let found = state.withLock { $0.alerts }.filter { alert in
            let record = alert.record
            return question.since.map { record.made >= $0 } ?? true && question.before.map { alert.number < $0 } ?? true
                && question.after.map { alert.number > $0 } ?? true
                && question.ruleID.map { record.ruleID == $0 } ?? true
                && question.outlet.map { record.outlets.contains($0) } ?? true
                && (!question.isPublicOnly || record.isPublic)
        }
        let ordered = question.after == nil ? found.reversed() : found
        return Array(ordered.prefix(question.limit))
    }

    func kept(_ id: String) async throws(AlertOutboxError) -> KeptAlert? {
        try check()
        return state.withLock { state in state.alerts.first { $0.record.id == id } }
    }

    func feed(_ key: String) async -> AlertFeed? {
        key == Self.key ? AlertFeed(outlet: "feed", id: "00112233445566778899aabbccddeeff") : nil
    }

    func test(ofFeed outlet: String) async -> AlertRecord? { state.withLock { $0.test } }

    func setTest(_ record: AlertRecord) { state.withLock { $0.test = record } }

    func arrivals() async -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        state.withLock { $0.listeners.append(continuation) }
        return stream
    }

    func outlets() async throws(OutletDeskError) -> [ShownOutlet] { try checked { state.withLock { $0.outlets } } }

    func add(_ draft: OutletDraft) async throws(OutletDeskError) -> ShownOutlet {
        guard draft.kind != "email" else {
            throw .invalid(field: "kind", texts: ["en": "not from here", "id": "bukan dari sini"])
        }
        guard draft.settings["url"] == nil else { throw .refused(field: "url", trouble: .ownAddress(.loopback)) }
        var outlet = ShownOutlet(name: draft.name, kind: draft.kind, settings: [:], isFromFile: false)
        if draft.kind == "feed" { outlet.feedPath = "/feeds/\(Self.key).atom" }
        let isTaken = try checked {
            state.withLock { state in
                if state.outlets.contains(where: { $0.name == draft.name }) { return true }
                state.outlets.append(outlet)
                return false
            }
        }
        guard !isTaken else { throw .nameTaken(name: draft.name) }
        return outlet
    }

    func remove(_ name: String) async throws(OutletDeskError) {
        let outlet = try await find(name)
        guard !outlet.isFromFile else { throw .fixed(name: name) }
        state.withLock { state in state.outlets.removeAll { $0.name == name } }
    }

    func test(_ name: String) async throws(OutletDeskError) -> DeliveryTrouble? {
        try await find(name).isFromFile ? .status(403) : nil
    }

    func again(_ name: String) async throws(OutletDeskError) -> Int {
        _ = try await find(name)
        return 3
    }

    private func find(_ name: String) async throws(OutletDeskError) -> ShownOutlet {
        guard let outlet = try await outlets().first(where: { $0.name == name }) else { throw .notFound(name: name) }
        return outlet
    }

    private func checked<Value>(_ body: () -> Value) throws(OutletDeskError) -> Value {
        do throws(AlertOutboxError) { try check() } catch { throw .unusable(message: error.description) }
        return body()
    }
}
