import Aero
import Dispatch
import Foundation
import Logging
import ServiceLifecycle
import Site
import Store
import Synchronization

/// Holds the identities of a running server: reads them only, notices when a command changed them, and keeps the copy of the live path new.
///
/// The database may come, be replaced or go while the server runs. What cannot be read is said once; what was known before stays in use.
final class IdentityKeeper: Service, IdentityDesk {
    /// Seconds between two looks.
    static let lookSeconds = 5
    /// The copy holds for the moment it was made: validity ends by itself. Seconds.
    static let freshSeconds = 86_400.0

    let book = RegisterBook()
    private let folder: String
    /// Is told whom lists call limited.
    private let hidden: HiddenAircraft
    private let logger: Logger
    private let wall: @Sendable () -> Timestamp
    /// One after the other, and off the threads that must not wait.
    private let queue = DispatchQueue(label: "pelacak.identity")
    private let state = Mutex(State())

    private struct State {
        var store: IdentityStore?
        /// Which file it is: one that was put in its place has another number.
        var file: UInt64?
        var change: Int64 = -1
        var made = Timestamp(nanoseconds: .min)
        var problem: String?
        var isLooking = false
        /// There were lists that are gone.
        var hidesOn = false
    }

    init(
        folder: String,
        hidden: HiddenAircraft,
        logger: Logger,
        wall: @escaping @Sendable () -> Timestamp = { TimeText.now }
    ) {
        self.folder = folder
        self.hidden = hidden
        self.logger = logger
        self.wall = wall
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                self.lookSoon()
                try? await Task.sleep(for: .seconds(Self.lookSeconds))
            }
        }
    }

    /// Looks without being waited for: who stops the program does not wait for a long list.
    private func lookSoon() {
        let isFree = state.withLock { state in
            defer { state.isLooking = true }
            return !state.isLooking
        }
        guard isFree else { return }
        queue.async {
            self.takeUp()
            self.state.withLock { $0.isLooking = false }
        }
    }

    /// Takes up what was changed.
    func look() async {
        await onQueue { self.takeUp() }
    }

    func identity(of address: AircraftAddress, known: Timestamp?) async throws(IdentityDeskError) -> HeldIdentity {
        try await ask(else: .unknown(address)) { store throws(IdentityError) in
            try store.held(around: address, known: known, in: self.book.register)
        }
    }

    func addresses(bearing registration: String, limit: Int) async throws(IdentityDeskError) -> [AircraftAddress] {
        try await ask(else: []) { store throws(IdentityError) in
            try store.addresses(bearing: registration, limit: limit)
        }
    }

    /// - Parameter nothing: the answer where there are no lists.
    private func ask<Value: Sendable>(
        else nothing: Value,
        _ question: @escaping @Sendable (IdentityStore) throws(IdentityError) -> Value
    ) async throws(IdentityDeskError) -> Value {
        let answer = await onQueue { () -> Result<Value, IdentityError> in
            guard let store = self.state.withLock({ $0.store }) else { return .success(nothing) }
            do throws(IdentityError) { return .success(try question(store)) } catch {
                self.tell(error)
                return .failure(error)
            }
        }
        switch answer {
        case .success(let value): return value
        case .failure: throw .unreadable
        }
    }

    private func onQueue<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in queue.async { continuation.resume(returning: body()) } }
    }

    // MARK: - On the queue

    private func takeUp() {
        let path = "\(folder)/\(IdentityStore.name)"
        let file: UInt64
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            guard let number = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value else { return }
            file = number
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
            return letGo()
        } catch {
            // Lists that cannot be looked at are not taken for none: whom they hid stays hidden.
            return tell(.unreadable(path: path, reason: error.localizedDescription))
        }
        do throws(IdentityError) {
            let store = try store(file)
            let (change, now) = (try store.lastChange(), wall())
            let isCurrent = state.withLock { $0.change == change && now.seconds(since: $0.made) < Self.freshSeconds }
            guard !isCurrent else { return }
            let index = try store.index(at: now)
            // Who is to be hidden is, before more is told of anybody.
            hidden.take(limited: try store.limitedDisplay(in: index))
            book.replace(with: index)
            let isNew = state.withLock { state in
                defer { (state.change, state.made, state.problem) = (change, now, nil) }
                return state.change != change
            }
            if isNew { logger.notice("who is who: \(index.count) aircraft by lists and registers") }
        } catch {
            tell(error)
        }
    }

    private func store(_ file: UInt64) throws(IdentityError) -> IdentityStore {
        if let store = state.withLock({ $0.file == file ? $0.store : nil }) { return store }
        let store = try IdentityStore(folder: folder)
        state.withLock { ($0.store, $0.file, $0.change) = (store, file, -1) }
        return store
    }

    /// The database is not there, or not any more. Whom lists hid stays hidden until the next start: a file may be away for a moment.
    private func letGo() {
        let hadLists = state.withLock { $0.store != nil || $0.hidesOn }
        if !hadLists { hidden.take(limited: []) }
        let wasThere = state.withLock { state in
            defer { state = State(isLooking: state.isLooking, hidesOn: hadLists) }
            return state.store != nil
        }
        guard wasThere else { return }
        book.replace(with: IdentityIndex())
        logger.notice(
            "\(folder)/\(IdentityStore.name) is gone: who is who is told by the address alone; whom lists call limited (LADD) stays hidden until the next start"
        )
    }

    private func tell(_ error: IdentityError) {
        let words = error.description
        let isTold = state.withLock { state in
            defer { state.problem = words }
            return state.problem == words
        }
        guard !isTold else { return }
        logger.error("who is who: \(words); what was known before stays in use")
        if hidden.awaitsLists {
            logger.error("strangers are shown no aircraft until it can be read whom lists call limited (LADD)")
        }
    }
}
