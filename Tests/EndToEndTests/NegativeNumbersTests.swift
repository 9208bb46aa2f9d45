import Foundation
import Testing

@testable import pelacak

/// Places south of the equator and west of Greenwich, as people type them.
struct NegativeNumbersTests {
    @Test(arguments: [
        (
            ["history", "area", "--box", "-8,105,-5,109", "--json"],
            ["history", "area", "--box=-8,105,-5,109", "--json"]
        ),
        (["serve", "--receiver", "-6.2,106.8"], ["serve", "--receiver=-6.2,106.8"]),
        (["history", "near", "-6.2,106.8", "--at", "1"], ["history", "near", "--at", "1", "--", "-6.2,106.8"]),
        (["history", "near", "--", "-6.2,106.8"], ["history", "near", "--", "-6.2,106.8"]),
        (["export", "traces", "--from", "-1.5", "--quiet"], ["export", "traces", "--from=-1.5", "--quiet"]),
        (["decode", "-", "--output", "avr"], ["decode", "-", "--output", "avr"]),
        (["serve", "-h"], ["serve", "-h"]), ([], []),
    ])
    func settles(given: [String], settled: [String]) {
        #expect(NegativeNumbers.settled(given) == settled)
    }

    @Test(
        "Jakarta is a place for every command that takes one",
        arguments: [
            ["history", "near", "-6.2,106.8", "--at", "2026-01-01T00:00Z"],
            ["history", "area", "--box", "-8,105,-5,109", "--from", "2026-01-01", "--to", "2026-01-02"],
            ["pin", "add", "--box", "-8,105,-5,109", "--reason", "there"],
            [
                "export", "traces", "--box", "-8,105,-5,109", "--from", "2026-01-01", "--to", "2026-01-02", "--format",
                "csv",
            ],
            [
                "import", "traces", "--box", "-8,105,-5,109", "--source-name", "tests", "--licence", "ODbL",
                "no-such-input",
            ],
        ]
    )
    func jakarta(_ arguments: [String]) throws {
        let data = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: data) }
        let ended = try Program.run(arguments + ["--data", data])
        // The place was understood; there is nothing to ask.
        #expect(ended.status == 1, "\(ended.errors)")
        #expect(!ended.errors.contains("Missing") && !ended.errors.contains("Usage"), "\(ended.errors)")
    }
}
