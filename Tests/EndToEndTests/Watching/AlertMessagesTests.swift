import Aero
import Feeds
import Foundation
import ModeS
import Testing
import Watch

@testable import Store
@testable import pelacak

/// What is found of the raw messages around an alert's events.
struct AlertMessagesTests {
    private static let start = Timestamp(seconds: 1_718_667_480)
    private static let watched = AircraftAddress(icao: 0x48_40D6)
    /// Identification of the watched one, and a position of another (The 1090 MHz Riddle, chapters 3 and 4).
    private static let own = "8d4840d6202cc371c32ce0576098"
    private static let other = "8d40621d58c382d690c8ac2863a7"

    private static func with(_ body: (AlertMessages) async throws -> Void) async throws {
        let folder = NSTemporaryDirectory() + "messages-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let archive = try RawArchive(folder: folder, decoder: "tests", session: start)
        for second in 0..<300 {
            let time = start.advanced(bySeconds: Double(second))
            for receiver in [UInt32(40), 41] {
                let frames = try [Self.own, Self.other].map { ReceivedFrame(frame: try Frame(hex: $0), time: time) }
                await archive.append(
                    FeedBatch(frames: frames),
                    from: receiver,
                    arrived: time.advanced(bySeconds: receiver == 41 ? 3 : 0.1)
                )
            }
        }
        await archive.flush(at: start.advanced(bySeconds: 310))
        try await body(AlertMessages(shelf: try #require(RawShelf(folder: folder))))
    }

    private static func window(_ from: Double, _ to: Double) -> MessageWindow {
        MessageWindow(aircraft: watched, during: start.advanced(bySeconds: from)..<start.advanced(bySeconds: to))
    }

    @Test("those of the aircraft, of its time, of every receiver, and nobody else's; late ones too")
    func around() async throws {
        try await Self.with { messages in
            let (found, isCut) = await messages.around([Self.window(60, 62)])
            #expect(!isCut && found.map(\.receiver) == [40, 41, 40, 41])
            #expect(found.allSatisfy { $0.aircraft == Self.watched && $0.hex == Self.own && $0.form == .modeS })
            #expect(found.map(\.time) == [60, 60, 61, 61].map { Self.start.advanced(bySeconds: $0) })
        }
    }

    @Test("windows that overlap give each message once, and what is not kept is nothing")
    func overlap() async throws {
        try await Self.with { messages in
            let both = await messages.around([Self.window(60, 62), Self.window(61, 63)])
            #expect(both.messages.count == 6)
            #expect(await messages.around([Self.window(600, 700)]).messages.isEmpty)
            #expect(await messages.around([]).messages.isEmpty)
        }
    }

    @Test("more than an answer holds is said to be more")
    func cut() async throws {
        try await Self.with { messages in
            let (found, isCut) = await messages.around([Self.window(0, 290)])
            #expect(isCut && found.count == AlertMessages.most)
        }
    }
}
