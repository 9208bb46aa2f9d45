import Foundation
import Logging
import Site
import Synchronization

/// The tokens of the file as the site asks for them. The file is looked at for every question and read again when it changed, so that a
/// revoked token is good for nothing from that moment on.
final class FileTokenBook: TokenBook {
    private struct Stamp: Equatable {
        var changed: Date
        var size: Int
        var number: Int
    }

    private struct Entry {
        var record: TokenRecord
        var holder: TokenHolder
        var salt: [UInt8]
        var digest: [UInt8]
    }

    private struct State {
        var stamp: Stamp?
        var entries: [String: Entry] = [:]
        var used: [String: String]?
        var problem: TokenFileError?
    }

    private let file: TokenFile
    private let uses: TokenUses
    private let logger: Logger
    private let today: @Sendable () -> String
    private let state = Mutex(State())
    /// Stands in for a token that is not there, so that this takes as long.
    private static let nobody = [UInt8](repeating: 0, count: 32)

    /// - Parameter today: the day in UTC, as in `2026-11-25`.
    init(
        folder: String,
        logger: Logger,
        today: @escaping @Sendable () -> String = { String(TimeText.iso(TimeText.now).prefix(10)) }
    ) {
        file = TokenFile(folder: folder)
        uses = TokenUses(folder: folder)
        self.logger = logger
        self.today = today
    }

    func holder(of token: String) -> TokenHolder? {
        let parts = TokenText.read(token)
        return state.withLock { state in
            refresh(&state)
            let entry = parts.flatMap { state.entries[$0.id] }
            let digest = TokenText.digest(
                salt: entry?.salt ?? Array(Self.nobody.prefix(16)),
                secret: parts?.secret ?? ""
            )
            guard TokenText.isEqual(digest, entry?.digest ?? Self.nobody), let entry else { return nil }
            note(entry.record.id, &state)
            return entry.holder
        }
    }

    func holder(id: String) -> TokenHolder? {
        state.withLock { state in
            refresh(&state)
            guard let entry = state.entries[id] else { return nil }
            note(id, &state)
            return entry.holder
        }
    }

    var hasWriters: Bool {
        state.withLock { state in
            refresh(&state)
            return state.entries.values.contains { $0.holder.scope == .write }
        }
    }

    /// Why nobody is let in by the file, if that is so.
    var problem: TokenFileError? {
        state.withLock { state in
            refresh(&state)
            return state.problem
        }
    }

    private func refresh(_ state: inout State) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let attributes, let changed = attributes[.modificationDate] as? Date else {
            if state.stamp != nil || state.problem != nil { state = State() }
            return
        }
        let stamp = Stamp(
            changed: changed,
            size: (attributes[.size] as? NSNumber)?.intValue ?? 0,
            number: (attributes[.systemFileNumber] as? NSNumber)?.intValue ?? 0
        )
        guard stamp != state.stamp else { return }
        state.stamp = stamp
        state.entries = [:]
        state.problem = nil
        do {
            for record in try file.read() {
                guard let scope = TokenScope(rawValue: record.scope), let salt = HexText.decoded(record.salt),
                    let digest = HexText.decoded(record.digest)
                else { continue }
                let holder = TokenHolder(id: record.id, name: record.name, scope: scope)
                state.entries[record.id] = Entry(record: record, holder: holder, salt: salt, digest: digest)
            }
        } catch {
            state.problem = error
            logger.error("\(error)")
        }
    }

    /// Keeps the day, not the time: enough to see which tokens are not needed any more.
    private func note(_ id: String, _ state: inout State) {
        let day = today()
        if state.used == nil { state.used = uses.read() }
        guard state.used?[id] != day else { return }
        state.used?[id] = day
        let entries = state.entries
        state.used = state.used?.filter { entries[$0.key] != nil }
        uses.write(state.used ?? [:])
    }
}
