import Aero
import Foundation
import Testing

@testable import Polling

@Suite struct SecretReferenceTests {
    @Test func aKeyComesFromAFileOrAVariable() throws {
        let path = try Poll.folder() + "/key"
        try Data("  s3cret \n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try SecretReference.file(path: path).resolve([:]).value == "s3cret")
        #expect(try SecretReference.environment(name: "K").resolve(["K": "x"]).value == "x")
    }

    @Test func whatIsNotThereIsSaidWithoutSayingMore() throws {
        let path = try Poll.folder() + "/key"
        try Data("two\nlines".utf8).write(to: URL(fileURLWithPath: path))
        for reference in [SecretReference.file(path: path), .file(path: path + "x"), .environment(name: "K")] {
            let error = #expect(throws: PollSourceError.self) { try reference.resolve(["K": ""]) }
            #expect(error?.description.contains("two") == false)
        }
    }

    @Test(arguments: ["", " ", "a\u{7F}b", "a\u{0}", "gr\u{fc}n", String(repeating: "x", count: 4097)])
    func whatCannotStandInAHeaderIsNoKey(text: String) { #expect(Secret(text) == nil) }
}
