import Aero
import Flights
import Foundation
import Testing

@testable import pelacak

@Suite struct AirframeSettingsTests {
    private func table(_ text: String) throws -> AirframeTable {
        try ConfigurationFile.parse(text, name: "pelacak.yaml").airframes
    }

    @Test("what is written stands over the built-in table, and the rest of a type stays")
    func overrides() throws {
        let table = try table(
            "airframes:\n  il96: {maximum: 930, runway: 2500}\n  PC12:\n    typical: 500\n    maximum: 540\n    endurance: 6.5\n"
        )
        let built = AirframeTable()
        let jet = table.limits(ofType: "IL96")
        #expect(jet.maximumSpeed == 930 && jet.runwayMinimum == 2_500)
        #expect(jet.typicalSpeed == built.limits(ofType: "IL96").typicalSpeed)
        #expect(jet.enduranceSeconds == built.limits(ofType: "IL96").enduranceSeconds)
        let small = table.limits(ofType: "PC12")
        #expect(small.typicalSpeed == 500 && small.maximumSpeed == 540 && small.enduranceSeconds == 6.5 * 3_600)
        #expect(small.runwayMinimum == AirframeLimits.unknown.runwayMinimum)
        #expect(table.limits(ofType: "A148") == built.limits(ofType: "A148"))
        #expect(table.limits(ofType: nil) == .unknown)
    }

    @Test("a range is the usual one, and what is flown in need is added as in the built-in table")
    func range() throws {
        let limits = try table("airframes: {B752: {typical: 850, maximum: 915, range: 7200, runway: 2000}}")
            .limits(ofType: "B752")
        #expect(limits == AirframeTable().limits(ofType: "B752"))
        let rotation = try table("airframes: {B752: {rotation: 120}}").limits(ofType: "B752").rotation
        #expect(rotation == 120)
    }

    @Test(arguments: ["", "airframes:", "airframes: {}"])
    func nothingWritten(text: String) throws { #expect(try table(text) == AirframeTable()) }

    @Test(
        "what cannot be meant is named, with what to write",
        arguments: [
            ("[IL96]", AirframeSettingError.noTypes), ("fast", .noTypes), ("{IL-96: {typical: 870}}", .noType("IL-96")),
            ("{ILYUSHIN: {typical: 870}}", .noType("ILYUSHIN")), ("{IL96: 870}", .noValues(type: "IL96")),
            ("{IL96: {maximal: 870}}", .unknownValue("maximal", type: "IL96")),
            ("{IL96: {maximum: fast}}", .noNumber("fast", value: .maximum, type: "IL96")),
            ("{IL96: {maximum: [900]}}", .noNumber("", value: .maximum, type: "IL96")),
            ("{IL96: {maximum: nan}}", .noNumber("nan", value: .maximum, type: "IL96")),
            ("{IL96: {maximum: 5}}", .outOfRange(5, value: .maximum, type: "IL96")),
            ("{IL96: {runway: -1}}", .outOfRange(-1, value: .runway, type: "IL96")),
            ("{IL96: {range: 11500, endurance: 14}}", .rangeAndEndurance(type: "IL96")),
            ("{IL96: {maximum: 700}}", .maximumBelowTypical(maximum: 700, typical: 870, type: "IL96")),
        ] as [(String, AirframeSettingError)]
    )
    func nonsense(text: String, error: AirframeSettingError) throws {
        do {
            _ = try table("airframes: \(text)")
            Issue.record("\(text) was accepted")
        } catch let refusal as UsageError {
            #expect(refusal.description == "airframes in pelacak.yaml: \(error)")
        }
    }

    @Test func wordsSayWhatToWrite() {
        #expect(
            AirframeSettingError.unknownValue("maximal", type: "IL96").description.contains("did you mean \"maximum\"?")
        )
        #expect(
            AirframeSettingError.outOfRange(5, value: .maximum, type: "IL96").description
                == "IL96: maximum 5: write km/h from 20 to 4000"
        )
    }

    @Test("a type written twice is refused")
    func twice() {
        #expect(throws: UsageError.self) { try table("airframes:\n  IL96: {maximum: 930}\n  il96: {maximum: 940}\n") }
    }

    @Test("settings hold them, and a reload says that they are taken up at the next start")
    func settings() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let flags = ServeSettings.Flags(data: folder.path)
        let before = try ServeSettings(flags: flags, environment: [:])
        #expect(before.airframes == AirframeTable())
        try Data("airframes: {IL96: {maximum: 930}}\n".utf8).write(to: folder.appendingPathComponent("pelacak.yaml"))
        let after = try ServeSettings(flags: flags, environment: [:])
        #expect(after.airframes.limits(ofType: "IL96").maximumSpeed == 930)
        #expect(Reloader.restarts(before, after) == ["airframes"])
    }
}
