import Aero
import Crypto
import Foundation
import Logging
import Site
import Store
import Tracking

extension HistoryKeeper {
    /// A day is brought together when its late rows have come. Seconds.
    private static let dayIsOverSeconds = 3_600.0
    /// Rules of retention are applied, and manifests written, so often. Seconds.
    private static let rareSeconds = 1_800.0
    /// Damaged chunks that the log names at once.
    private static let mostTold = 5
    /// What happened to a day before the start is looked for so far back. Seconds.
    private static let notesSeconds = 7 * 86_400.0

    /// What is done once a minute beside the writing. Whatever fails is told, and tried again the next time.
    func keepHouse(at now: Timestamp) async {
        await writeUptime()
        await noteLosses(at: now)
        await followPins()
        let kept = retentionClock.time(wall: now, steady: steady())
        _ = await raw.retain(now: kept)
        let over = now.advanced(bySeconds: -Self.dayIsOverSeconds)
        for (realm, archive) in archives {
            do { try await archive.compactDays(endedBy: over) } catch {
                // The end of the program comes between two small steps.
                guard !Task.isCancelled else { return }
                tell("days could not be brought together", error, realm)
            }
            await noteDamage(realm, archive)
        }
        guard retained.map({ abs(now.seconds(since: $0)) >= Self.rareSeconds }) ?? true else { return }
        retained = now
        await applyRetention(at: kept)
        await writeManifests(endedBy: over, at: now)
    }

    /// Raw messages stay for what is pinned of the real world, whoever pinned it: also the command line, beside this process.
    ///
    /// A pin of a place without a time keeps positions alone: it would keep every message for ever.
    func followPins() async {
        guard let archive = archives[.real] else { return }
        do {
            var wanted: [UInt64: RawPin] = [:]
            for (number, pin) in try await archive.pins() {
                let open = HistoryPin(number, pin)
                guard pin.aircraft != nil || open.from != nil && open.to != nil else { continue }
                wanted[UInt64(clamping: number)] = RawPin(
                    address: pin.aircraft?.address,
                    during: pin.during,
                    reason: pin.reason,
                    who: pin.who,
                    made: pin.made ?? pin.during.lowerBound
                )
            }
            try await raw.follow(wanted)
        } catch {
            logger.error("history: raw messages of what is pinned cannot be kept: \(error)")
        }
    }

    /// A full disk has an alarm of its own, which is enough.
    private func tell(_ what: String, _ error: ArchiveError, _ realm: ArchiveRealm) {
        if case .full = error {
            logger.info("history, \(realm): \(what): the disk is full")
        } else {
            logger.error("history, \(realm): \(what): \(error)")
        }
    }

    /// Pieces that could not be read were put aside as they are: each is told of once, with how to look at it.
    private func noteDamage(_ realm: ArchiveRealm, _ archive: HistoryStore) async {
        guard let found = try? await archive.putAside() else { return }
        let known = damaged[realm]
        damaged[realm] = Set(found.map(\.chunk))
        let fresh = found.filter { known?.contains($0.chunk) != true }
        for damage in fresh.prefix(Self.mostTold) {
            logger.error(
                """
                history, \(realm): chunk \(damage.chunk) of \(damage.aircraft) on day \(QuestionOptions.dayText(damage.day)) could not be \
                read (\(damage.reason)) and was put aside as it is; all else can be read. More: pelacak doctor
                """
            )
        }
        if fresh.count > Self.mostTold {
            logger.error("history, \(realm): \(fresh.count) damaged chunks in all; they are listed by: pelacak doctor")
        }
    }

    /// Heartbeats of the program and of the receivers that gave something.
    func writeUptime() async {
        guard let archive = archives[.real] else { return }
        let taken = uptime.take()
        do {
            guard !taken.process.isEmpty || !taken.receivers.isEmpty else { return }
            try await archive.noteUptime(ofProcess: taken.process, receivers: taken.receivers)
        } catch {
            uptime.putBack(taken)
            logger.debug("history: uptime could not be written: \(error)")
        }
    }

    /// The books of the days tell what was given up.
    private func noteLosses(at now: Timestamp) async {
        let losses = unnoted
        unnoted = [:]
        for (realm, gone) in losses {
            guard let during = gone.during, let archive = archives[realm] else { continue }
            do {
                try await archive.noteLoss(
                    during: during,
                    isImport: false,
                    detail: "\(gone.count) observations could not be written in time",
                    at: now
                )
            } catch {
                unnoted[realm, default: LostRows()].note(gone)
                logger.debug("history, \(realm): \(error)")
            }
        }
    }

    /// What was imported is its owner's to take back. The synthetic sky has days of its own, so that its age says nothing.
    private func applyRetention(at now: Timestamp) async {
        for (realm, rules) in [(ArchiveRealm.real, positions), (.simulated, RetentionRules(bytes: positions.bytes))] {
            guard let archive = archives[realm], rules != RetentionRules() else { continue }
            do {
                let count = try await archive.retain(rules, at: now)
                if count > 0 {
                    logger.notice("history, \(realm): \(count) chunks removed by the rules of keep-days, keep-size")
                }
            } catch {
                guard !Task.isCancelled else { return }
                tell("old days could not be removed", error, realm)
            }
        }
    }

    /// Days that are over get their manifest; those to which something happened get it again.
    ///
    /// Only what was heard has one: nobody was up for an import.
    private func writeManifests(endedBy over: Timestamp, at now: Timestamp) async {
        guard let archive = archives[.real] else { return }
        // After a clock was set back what was noted since lies before the last time.
        let since = manifested.flatMap { $0 <= now ? $0 : nil } ?? now.advanced(bySeconds: -Self.notesSeconds)
        do {
            for day in try await archive.daysWithoutManifest(endedBy: over, notedSince: since) {
                try await archive.writeManifest(of: day) { bytes in
                    SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
                }
            }
            manifested = now
        } catch {
            guard !Task.isCancelled else { return }
            tell("a manifest could not be written", error, .real)
        }
    }
}
