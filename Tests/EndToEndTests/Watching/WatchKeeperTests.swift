import Aero
import Foundation
import Site
import Testing
import Tracking
import Watch

@testable import pelacak

@Suite(.timeLimit(.minutes(5))) struct WatchKeeperTests {
    private static let until600: (Double) -> Bool = { $0 <= 600 }

    @Test("a silence is told once, when it has lasted so long")
    func silence() async throws {
        let stage = try WatchStage()
        let keeper = stage.keeper()
        _ = try await keeper.add(WatchStage.silence, by: "desk")
        try await stage.play(keeper, from: 0, to: 3_000, heard: Self.until600)
        let told = await stage.outbox.all
        #expect(told.map(\.time) == [WatchStage.begin.advanced(bySeconds: 1_800)])
        #expect(told.first?.ruleID == "silent" && told.first?.aircraft == [WatchStage.watched.hex])
        #expect(told.first?.body(in: "en").contains("cannot be told") == true)
    }

    @Test("a preview over the archive tells what was told live, at the same times")
    func previewIsLive() async throws {
        let stage = try WatchStage()
        let keeper = stage.keeper()
        let kept = try await keeper.add(WatchStage.silence, by: "desk")
        try await stage.play(keeper, from: 0, to: 7_000) { Int($0) % 2_500 < 600 }
        let live = await stage.outbox.all
        #expect(live.count == 3)
        let preview = try await keeper.preview(.json(kept.rule), days: 1, in: .real)
        #expect(preview.alerts.map(\.time) == live.map(\.time))
        #expect(preview.count == 3 && !preview.isTruncated && preview.rows > 0)
    }

    @Test("restarted in the middle of a silence, it is told at its time, and what was told is not told again")
    func restart() async throws {
        let stage = try WatchStage()
        var keeper = stage.keeper()
        _ = try await keeper.add(WatchStage.silence, by: "desk")
        try await stage.play(keeper, from: 0, to: 1_200, heard: Self.until600)
        keeper = stage.keeper()
        try await stage.play(keeper, from: 1_200, to: 3_000, heard: { _ in false })
        #expect(await stage.outbox.all.map(\.time) == [WatchStage.begin.advanced(bySeconds: 1_800)])
        keeper = stage.keeper()
        try await stage.play(keeper, from: 3_000, to: 3_600, heard: { _ in false })
        #expect(await stage.outbox.all.count == 1)
    }

    @Test("while nothing comes in, silence means nothing, and the gap is told")
    func stoppedFeed() async throws {
        let stage = try WatchStage()
        let keeper = stage.keeper()
        _ = try await keeper.add(WatchStage.silence, by: "desk")
        try await stage.play(keeper, from: 0, to: 600, heard: { _ in true })
        try await stage.play(keeper, from: 600, to: 4_000, heard: { _ in false }, isQuiet: true)
        #expect(await stage.outbox.all.isEmpty)
        let during = await keeper.watching(since: nil)
        #expect(during.gaps.map(\.reason) == [.noData] && during.gaps.first?.to == nil)
        try await stage.play(keeper, from: 4_000, to: 4_100, heard: { _ in true })
        let after = await keeper.watching(since: nil)
        #expect(after.gaps.map(\.reason) == [.noData] && after.gaps.first?.to != nil)
        #expect(await stage.outbox.all.isEmpty)
    }

    @Test("what the outbox does not take waits, and nothing is lost")
    func brokenOutbox() async throws {
        let stage = try WatchStage()
        let keeper = stage.keeper()
        _ = try await keeper.add(WatchStage.silence, by: "desk")
        await stage.outbox.setBroken(true)
        try await stage.play(keeper, from: 0, to: 2_000, heard: Self.until600)
        #expect(await stage.outbox.all.isEmpty)
        await stage.outbox.setBroken(false)
        try await stage.play(keeper, from: 2_000, to: 2_100, heard: { _ in false })
        #expect(await stage.outbox.all.count == 1)
    }

    @Test("rules are kept over a start, an edit makes a new version, wrong ones are refused with their place")
    func rules() async throws {
        let stage = try WatchStage()
        let keeper = stage.keeper()
        let first = try await keeper.add(WatchStage.silence, by: "desk")
        let second = try await keeper.add(WatchStage.silence, by: "desk")
        #expect(first.id == "silent" && second.id == "silent-2")
        let edited = try await keeper.replace("silent", with: WatchStage.silence, by: "other")
        #expect(edited.version == 2 && edited.by == "other")
        try await keeper.remove("silent-2", by: "desk")
        #expect(await stage.keeper().watches().map(\.version) == [2])
        await #expect(throws: WatchDeskError.rule(message: "unknown key “flies”", path: "when", line: 3)) {
            try await keeper.add(.yaml("name: n\nwhere: { A: {} }\nwhen: { flies: {} }\n"), by: "desk")
        }
        await #expect(throws: WatchDeskError.self) {
            try await keeper.add(.yaml("name: n\nwhere: { A: {} }\nwhen: { near: { airport: XXXX } }\n"), by: "desk")
        }
    }
}
