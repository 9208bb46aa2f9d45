import Crypto
import Foundation
import Testing

@testable import pelacak

struct SiteKeyTests {
    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test func itIsMadeOnceAndOnlyItsOwnerMayReadIt() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try SiteKey.of(folder: folder.path)
        let second = try SiteKey.of(folder: folder.path)
        #expect(first.key == second.key && first.key.bitCount == 256)
        let path = folder.appendingPathComponent("site.key").path
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        let other = try self.folder()
        defer { try? FileManager.default.removeItem(at: other) }
        #expect(try SiteKey.of(folder: other.path).key != first.key)
    }

    @Test func aFileThatHoldsNoKeyIsNotReplaced() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("site.key")
        try Data("not a key\n".utf8).write(to: path)
        #expect(throws: Failure.self) { try SiteKey.of(folder: folder.path) }
        #expect(try String(contentsOf: path, encoding: .utf8) == "not a key\n")
    }

    @Test func blindedNumbersAreSteadyAndTellReceiversApart() throws {
        let key = SiteKey(key: SymmetricKey(data: [UInt8](repeating: 7, count: 32)))
        var blinding = ReceiverBlinding(key)
        func number(_ source: String, _ feeder: String, _ receiver: UInt64?) -> UInt64 {
            blinding.number(of: .init(source: source, feeder: feeder, number: receiver))
        }
        let all = [
            number("a", "#1", nil), number("a", "#1", 5), number("a", "#2", 5), number("b", "#1", 5),
            number("a", "roof", 5),
        ]
        #expect(Set(all).count == 5)
        #expect(number("a", "#1", 5) == all[1])
        var again = ReceiverBlinding(key)
        #expect(again.number(of: .init(source: "a", feeder: "roof", number: 5)) == all[4])
        var other = ReceiverBlinding(SiteKey(key: SymmetricKey(data: [UInt8](repeating: 8, count: 32))))
        #expect(other.number(of: .init(source: "a", feeder: "roof", number: 5)) != all[4])
    }
}
