import Aero
import Foundation
import Testing

@testable import pelacak

struct PlaceOffsetFileTests {
    @Test("the offset is drawn once, for its owner's eyes, and the same ever after")
    func once() throws {
        try TokenFileTests.withFolder { folder in
            let file = PlaceOffsetFile(folder: folder)
            let first = try file.offset()
            #expect(try PlaceOffsetFile(folder: folder).offset() == first)
            #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
        }
        let all = try (0..<8).map { _ in try TokenFileTests.withFolder { try PlaceOffsetFile(folder: $0).offset() } }
        #expect(Set(all).count == 8)
    }

    @Test(
        "a file that is damaged is not replaced: a second offset would half undo the first",
        arguments: [
            "", "{}", #"{"version":2,"east":1,"north":1}"#, #"{"version":1,"east":1e9,"north":0}"#,
        ]
    )
    func damaged(text: String) throws {
        try TokenFileTests.withFolder { folder in
            let file = PlaceOffsetFile(folder: folder)
            try Data(text.utf8).write(to: URL(fileURLWithPath: file.path))
            #expect(throws: Failure.self) { try file.offset() }
            #expect(try String(contentsOfFile: file.path, encoding: .utf8) == text)
        }
    }
}
