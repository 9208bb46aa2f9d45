import Aero
import Foundation
import Site
import Testing
import Tracking
import Watch

@testable import pelacak

@Suite(.timeLimit(.minutes(5))) struct WatchKeeperTests {
    private static let until600: @Sendable (Double) -> Bool = { $0 <= 600 }

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
        let during = await keeper.watching(since: nil, made: nil)
        #expect(during.gaps.map(\.reason) == [.noData] && during.gaps.first?.to == nil)
        try await stage.play(keeper, from: 4_000, to: 4_100, heard: { _ in true })
        let after = await keeper.watching(since: nil, made: nil)
        #expect(after.gaps.map(\.reason) == [.noData] && after.gaps.first?.to != nil)
        #expect(await stage.outbox.all.isEmpty)
    }

    @Test("what happened to watched aircraft is told to who looks later, once, over a restart too")
    func happenings() async throws {
        let stage = try WatchStage()
        var keeper = stage.keeper()
        _ = try await keeper.add(WatchStage.silence, by: "desk")
        try await stage.play(keeper, from: 0, to: 6_000, heard: Self.until600)
        let told = await keeper.watching(since: WatchStage.begin, made: nil)
        #expect(told.happenings.map(\.kind) == ["silent"])
        #expect(told.happened == 1)
        #expect(told.happenings.first?.hex == WatchStage.watched.hex)
        keeper = stage.keeper()
        try await stage.play(keeper, from: 6_000, to: 6_100, heard: { _ in false })
        #expect(await keeper.watching(since: WatchStage.begin, made: nil).happened == 1)
        let now = WatchStage.begin.advanced(bySeconds: 6_050)
        #expect(await keeper.watching(since: WatchStage.begin, made: now).happened == 0)
    }

    @Test("a rule that is written by hand is taken up while the program runs, and goes with its file")
    func byHand() async throws {
        let stage = try WatchStage()
        let keeper = stage.keeper()
        try await stage.play(keeper, from: 0, to: 100, heard: { _ in true })
        #expect(await keeper.watches().isEmpty)
        let folder = stage.folder + "/watches"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let text = "name: heard\nwhere: { A: { list: special } }\nwhen: { heard: {} }\nlimit: { cooldown: 1d }\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/seen.yaml"))
        try await stage.play(keeper, from: 100, to: 200, heard: { _ in true })
        #expect(await keeper.watches().map(\.id) == ["seen"])
        let told = await stage.outbox.all
        #expect(told.map(\.ruleID) == ["seen"], "\(told.map { ($0.id, $0.time, $0.title) })")
        // Half a file, as while somebody writes it, changes nothing.
        try Data("name: heard\nwhere: {".utf8).write(to: URL(fileURLWithPath: folder + "/seen.yaml"))
        try await stage.play(keeper, from: 200, to: 250, heard: { _ in true })
        #expect(await keeper.watches().map(\.id) == ["seen"])
        #expect(await stage.outbox.all.count == 1)
        try FileManager.default.removeItem(atPath: folder + "/seen.yaml")
        try await stage.play(keeper, from: 250, to: 350, heard: { _ in true })
        #expect(await keeper.watches().isEmpty)
    }

    @Test("a rule that is added loses nothing of what came and waits for its time")
    func addedWhileRowsWait() async throws {
        let stage = try WatchStage()
        let keeper = stage.keeper()
        _ = try await keeper.add(WatchStage.silence, by: "desk")
        try await stage.play(keeper, from: 0, to: 600, heard: { _ in false })
        try await stage.play(keeper, from: 600, to: 605, heard: { _ in true })
        let rule = WatchText.yaml("name: heard\nwhere: { A: { list: special } }\nwhen: { heard: {} }\n")
        _ = try await keeper.add(rule, by: "desk")
        try await stage.play(keeper, from: 605, to: 700, heard: { _ in false })
        #expect(await stage.outbox.all.map(\.time) == [WatchStage.begin.advanced(bySeconds: 605)])
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
        await #expect(throws: WatchDeskError.rule(RuleError(.unknownKey("flies"), path: "when", line: 3))) {
            try await keeper.add(.yaml("name: n\nwhere: { A: {} }\nwhen: { flies: {} }\n"), by: "desk")
        }
        await #expect(throws: WatchDeskError.self) {
            try await keeper.add(.yaml("name: n\nwhere: { A: {} }\nwhen: { near: { airport: XXXX } }\n"), by: "desk")
        }
    }

    @Test("the engine's state goes along with every alert: started anew from it, nothing is told twice")
    func stateWithAlerts() async throws {
        let stage = try WatchStage()
        let keeper = stage.keeper()
        _ = try await keeper.add(WatchStage.silence, by: "desk")
        // State alone is written once a minute; the alert comes in between.
        try await stage.play(keeper, from: 0, to: 1_825, heard: Self.until600)
        #expect(await stage.outbox.all.count == 1)
        let state = try #require(try await stage.outbox.engineState())
        let rules = await keeper.entries.map(\.rule)
        let engine = try WatchEngine(rules: rules.map { $0.sparing([WatchIdentities.hidden]) }, state: state)
        #expect(engine.watermark > WatchStage.begin.advanced(bySeconds: 1_800))
    }

    @Test("nothing is matched before the places were read: without them a landing has no airport")
    func placesFirst() async throws {
        let stage = try WatchStage()
        stage.setRead(false)
        let keeper = stage.keeper()
        let rule = WatchText.yaml("name: heard\nwhere: { A: { list: special } }\nwhen: { heard: {} }\n")
        _ = try await keeper.add(rule, by: "desk")
        try await stage.play(keeper, from: 0, to: 30) { _ in true }
        #expect(await stage.outbox.all.isEmpty)
        let (isWell, watching) = (await keeper.isWell, await keeper.watching(since: nil, made: nil))
        #expect(!isWell && watching.watermark == nil)
        stage.setRead(true)
        try await stage.play(keeper, from: 30, to: 60) { _ in true }
        #expect(await !stage.outbox.all.isEmpty)
    }

    @Test("areas are kept under a name, taken up by rules, and not removed while one asks for them")
    func areas() async throws {
        let stage = try WatchStage()
        let keeper = stage.keeper()
        let rule = WatchText.yaml("name: near\nwhere: { A: { list: special } }\nwhen: { enters: { area: field } }\n")
        await #expect(throws: WatchDeskError.self) { try await keeper.add(rule, by: "desk") }
        let circle = Array(#"{"circle":{"latitude":55.6,"longitude":37.3,"km":20}}"#.utf8)
        #expect(try await keeper.setArea("field", circle, by: "desk").area == circle)
        _ = try await keeper.add(rule, by: "desk")
        await #expect(throws: WatchDeskError.areaInUse(rule: "near")) {
            try await keeper.removeArea("field", by: "desk")
        }
        await #expect(throws: WatchDeskError.self) { try await keeper.setArea("../x", circle, by: "desk") }
        await #expect(throws: WatchDeskError.self) { try await keeper.setArea("field", Array("{}".utf8), by: "desk") }
        try await stage.play(keeper, from: 0, to: 60) { _ in true }
        #expect(await stage.outbox.all.map(\.ruleID) == ["near"])
        #expect(await stage.keeper().areas().map(\.name) == ["field"])
        try await keeper.remove("near", by: "desk")
        try await keeper.removeArea("field", by: "desk")
        #expect(await keeper.areas().isEmpty)
        await #expect(throws: WatchDeskError.notFound) { try await keeper.removeArea("field", by: "desk") }
    }

    @Test("an area that is changed on disk is what rules ask for from then on")
    func changedArea() async throws {
        let stage = try WatchStage()
        let keeper = stage.keeper()
        let far = Array(#"{"circle":{"latitude":0,"longitude":0,"km":20}}"#.utf8)
        _ = try await keeper.setArea("field", far, by: "desk")
        let rule = WatchText.yaml("name: near\nwhere: { A: { list: special } }\nwhen: { enters: { area: field } }\n")
        _ = try await keeper.add(rule, by: "desk")
        try await stage.play(keeper, from: 0, to: 60) { _ in true }
        #expect(await stage.outbox.all.isEmpty)
        let near = #"{"circle":{"latitude":55.6,"longitude":37.3,"km":200.5}}"#
        try near.write(toFile: stage.folder + "/watches/areas/field.json", atomically: true, encoding: .utf8)
        try await stage.play(keeper, from: 60, to: 180) { _ in true }
        #expect(await stage.outbox.all.map(\.ruleID) == ["near"])
    }

    @Test(
        "the watches of a visit become those that are asked for: the same stay, others are new versions, made or removed"
    )
    func visit() async throws {
        func rule(_ name: String, _ when: String = "{\"takeoff\":{}}") -> WatchText {
            .json(Array(#"{"name":"\#(name)","where":{"A":{}},"when":\#(when),"visit":"v1"}"#.utf8))
        }
        let stage = try WatchStage()
        let keeper = stage.keeper()
        _ = try await keeper.add(WatchStage.silence, by: "desk")
        let first = try await keeper.keep([rule("fleet"), rule("near"), rule("near")], ofVisit: "v1", by: "desk")
        #expect(first.map(\.id) == ["fleet", "near", "near-2"] && first.allSatisfy { $0.visit == "v1" })
        let again = [rule("fleet"), rule("near", "{\"landing\":{}}"), rule("other")]
        let second = try await keeper.keep(again, ofVisit: "v1", by: "desk")
        #expect(second.map(\.id) == ["fleet", "near", "other"])
        #expect(second.map(\.version) == [1, 2, 1])
        #expect(await keeper.watches().map(\.id) == ["fleet", "near", "other", "silent"])
        await #expect(throws: WatchDeskError.self) {
            try await keeper.keep([rule("more"), rule("bad", "{}")], ofVisit: "v1", by: "desk")
        }
        #expect(await keeper.watches().count == 4, "all or none")
        _ = try await keeper.keep([], ofVisit: "v1", by: "desk")
        #expect(await keeper.watches().map(\.id) == ["silent"])
    }

    @Test("names that the interface uses are no ids of rules")
    func reserved() async throws {
        let keeper = try WatchStage().keeper()
        for name in ["areas", "preview", "examples"] {
            let text = WatchText.yaml("name: \(name)\nwhere: { A: {} }\nwhen: { takeoff: {} }\n")
            #expect(try await keeper.add(text, by: "desk").id == name + "-2")
        }
    }
}
