import Store
import Testing

@testable import pelacak

struct HistoryKeepingTests {
    @Test(
        "sizes as people write them",
        arguments: [
            ("20GiB", 20 << 30), ("500 MB", 500_000_000), ("1.5g", 3 << 29), ("1048576", 1_048_576), ("2TiB", 2 << 40),
        ] as [(String, Int64)]
    )
    func sizes(text: String, bytes: Int64) { #expect(SizeText.bytes(text) == bytes) }

    @Test("what is no size is none", arguments: ["", "GiB", "-1", "1 XB", "nan", "1e9", "99999999999TiB", "1..2"])
    func noSizes(text: String) { #expect(SizeText.bytes(text) == nil) }

    @Test("flags, environment and file settle how much is kept")
    func settled() throws {
        let settings = try OperationSettings(
            OperationSettings.Flags(keepDays: "30"),
            environment: ["PELACAK_RAW_HOURS": "12"],
            file: ["keep-days": ["7"], "keep-size": ["200GiB"], "raw-size": ["1GiB"]]
        )
        #expect(settings.keeping.positions.days == 30 && settings.keeping.positions.bytes == 200 << 30)
        #expect(settings.keeping.raw.hours == 12 && settings.keeping.raw.bytes == 1 << 30)
        let usual = try OperationSettings(OperationSettings.Flags(), environment: [:], file: [:]).keeping
        #expect(usual.positions.days == nil && usual.positions.bytes == nil)
        #expect(usual.raw.hours == 48 && usual.raw.bytes == 20 << 30)
    }

    @Test(
        "what cannot be meant is refused",
        arguments: [
            ("keep-days", "0"), ("keep-days", "x"), ("keep-size", "5"), ("raw-hours", "-1"), ("raw-size", "all"),
        ]
    )
    func refused(key: String, text: String) {
        #expect(throws: UsageError.self) { try HistoryKeeping { $0 == key ? text : nil } }
    }
}
