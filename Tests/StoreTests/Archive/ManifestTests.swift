import Aero
import Foundation
import Testing
import Tracking

@testable import Store

struct ManifestTests {
    private let day = Moments.dayNumber(Samples.start)

    private func at(_ hours: Double, _ day: Int64? = nil) -> Timestamp {
        Samples.time((day ?? self.day) * Moments.day + Int64(hours * 3_600_000))
    }

    /// Not SHA-256, which comes from outside: enough to see what goes in.
    private let digest: @Sendable ([UInt8]) -> String = { bytes in "\(bytes.count)-\(CRC32C.of(bytes))" }

    @Test func aDayIsCompleteWhenProgramAndSomeReceiverWereUpAllOfIt() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        let first = try await store.receiverNumber(of: "roof")
        let second = try await store.receiverNumber(of: "garden")
        #expect(first != second && first > 0)
        #expect(try await store.receiverNumber(of: "roof") == first)
        try await store.append(Samples.batch((0..<10).map { Samples.numbered($0) }))
        try await store.seal()
        #expect(try await store.days(of: Samples.aircraft).first?.isComplete == nil)
        for hour in 0..<30 { try await store.noteUptime(nil, during: at(Double(hour) - 2)..<at(Double(hour) - 1)) }
        try await store.noteUptime(first, during: at(-1)..<at(10))
        try await store.noteUptime(second, during: at(9)..<at(23.5))
        let short = try await store.writeManifest(of: day, digest: digest)
        #expect(!short.isComplete)
        #expect(short.gaps == [.init(from: at(23.5).milliseconds, to: at(24).milliseconds, reason: "no receiver up")])
        #expect(short.processUp == [.init(from: at(0).milliseconds, to: at(24).milliseconds)])
        #expect(short.receivers.map(\.id) == [first, second].sorted())
        let uptime = try await store.uptime(during: at(0)..<at(24))
        #expect(uptime.process == [at(0)..<at(24)])
        #expect(uptime.receivers == [first: [at(0)..<at(10)], second: [at(9)..<at(23.5)]])
        #expect(try await store.uptime(during: at(40)..<at(50)) == ArchivedUptime())
        #expect(try await store.days(of: Samples.aircraft).first?.isComplete == false)
        #expect(try await store.everything().evidence.incompleteDays == [day])
        try await store.noteUptime(second, during: at(23)..<at(25))
        let whole = try await store.writeManifest(of: day, digest: digest)
        #expect(whole.isComplete && whole.gaps.isEmpty && whole.rows == 10 && whole.chunks == 1)
        #expect(try await store.everything().evidence.incompleteDays.isEmpty)
        let next = try await store.writeManifest(of: day + 1, digest: digest)
        #expect(next.previous == (try await store.manifest(of: day))?.sha256)
        #expect(next.contents != whole.contents)
        #expect(try await store.manifest(of: day + 9) == nil)
    }

    @Test func whatWasLostOrDeletedMakesADayIncompleteAgain() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        try await store.append(Samples.batch((0..<10).map { Samples.numbered($0) }))
        try await store.seal()
        for receiver in [nil, 1] as [UInt32?] { try await store.noteUptime(receiver, during: at(0)..<at(72)) }
        #expect(try await store.writeManifest(of: day, digest: digest).isComplete)
        try await store.noteLoss(during: at(20)..<at(30), isImport: false, detail: "2 batches", at: at(31))
        #expect(try await store.days(of: Samples.aircraft).first?.isComplete == false)
        let manifest = try await store.writeManifest(of: day, digest: digest)
        #expect(
            manifest.gaps == [.init(from: at(20).milliseconds, to: at(24).milliseconds, reason: "disk full: 2 batches")]
        )
        #expect(try await store.writeManifest(of: day + 1, digest: digest).gaps.count == 1)
        try await store.retain(RetentionRules(days: 1), at: at(72))
        let removed = try await store.writeManifest(of: day, digest: digest)
        #expect(removed.removed == ["older than 1 days: 1 chunks, 10 observations"])
        #expect(removed.chunks == 0)
        #expect(
            removed.gaps.map(\.reason).contains("removed by retention: older than 1 days: 1 chunks, 10 observations")
        )
    }
}
