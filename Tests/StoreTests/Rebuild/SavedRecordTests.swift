import Testing

@testable import Store

struct SavedRecordTests {
    @Test func aRecordHasAFewValues() {
        #expect(SavedRecord([4, 1, 0, 9, 7], rowid: 1)?.values == [.integer(7), .null, .integer(1)])
        // A head of 100 values that take no room.
        let many = [101] + [UInt8](repeating: 0, count: 100)
        #expect(SavedRecord(many, rowid: 1) == nil)
    }

    @Test(
        arguments: [
            [], [0], [5, 1, 1], [9], [2, 6, 1], [255, 255, 255, 255, 255, 255, 255, 255, 255], [3, 0x81], [2, 10],
            [2, 15],
            [10, 255, 255, 255, 255, 255, 255, 255, 255, 254],
        ] as [[UInt8]]
    )
    func bytesThatAreNoneAreRefused(bytes: [UInt8]) {
        #expect(SavedRecord(bytes, rowid: nil) == nil)
    }
}
