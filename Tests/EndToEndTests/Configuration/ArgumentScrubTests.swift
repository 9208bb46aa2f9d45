import Foundation
import Testing

@testable import pelacak

struct ArgumentScrubTests {
    @Test func valuesOfSecretOptionsAreFoundAndNothingElse() {
        let text = "serve\0--feeder\0roof?key=abc&at=1,2\0--sink\0beast+tcp://h:1?key=de\0x?client_secret=f&monkey\0"
        let bytes = Array(text.utf8)
        let hidden = ArgumentScrub.secrets(in: bytes).map { String(decoding: [bytes[$0]], as: UTF8.self) }
        #expect(hidden.joined() == "abcdef")
    }
}
