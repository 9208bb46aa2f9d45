import Aero
import TestSupport
import Testing

@testable import Bundles

struct CanonicalTimeTests {
    @Test(
        "instants and their text",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_718_731_320_250_000_000, "2024-06-18T17:22:00.25Z"),
            (-1, "1969-12-31T23:59:59.999999999Z"), (951_782_400_000_000_000, "2000-02-29T00:00:00Z"),
        ] as [(Int64, String)]
    )
    func text(nanoseconds: Int64, text: String) {
        #expect(CanonicalTime.text(Timestamp(nanoseconds: nanoseconds)) == text)
        #expect(CanonicalTime.time(text) == Timestamp(nanoseconds: nanoseconds))
    }

    @Test("every instant comes back, the first and the last too")
    func roundTrip() {
        var chance = SeededGenerator(seed: 3)
        let some = (0..<20_000).map { _ in Int64(bitPattern: chance.next()) }
        for nanoseconds in some + [.min, .max, 0] {
            let time = Timestamp(nanoseconds: nanoseconds)
            #expect(CanonicalTime.time(CanonicalTime.text(time)) == time)
        }
    }

    @Test(
        "what is written otherwise is refused",
        arguments: [
            "", "2024-06-18", "2024-06-18T17:22:00", "2024-06-18T17:22:00+00:00", "2024-06-18T17:22:00.250Z",
            "2024-06-18T24:00:00Z", "2024-02-30T00:00:00Z", "2024-06-18 17:22:00Z", "9999-01-01T00:00:00Z",
            "2024-06-18T17:22:00.Z", "2024-06-18T17:22:00.1234567891Z", "٢٠٢٤-06-18T17:22:00Z",
        ]
    )
    func refused(_ text: String) { #expect(CanonicalTime.time(text) == nil) }
}
