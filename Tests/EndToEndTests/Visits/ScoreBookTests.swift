import Aero
import Bundles
import Foundation
import Testing

@testable import pelacak

/// How many real visits were scored, and what became known of them.
final class ScoreBookTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")

    init() throws {
        let visits = folder.appendingPathComponent("visits")
        try FileManager.default.createDirectory(at: visits, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @Test("a visit that was heard here and by others is one visit; simulated ones are none")
    func union() throws {
        let book = ScoreBook(dataFolder: folder.path)
        #expect(try book.realVisits() == 0)
        try book.note(["a", "b"], of: .real)
        try book.note(["b", "c"], of: .imported)
        try book.note(["d"], of: .simulated)
        #expect(try book.realVisits() == 3)
        try book.note([], of: .real)
        #expect(try book.realVisits() == 2)
    }

    @Test("an outcome behind a line that a crash cut short is a line of its own, and the cut one is named")
    func torn() throws {
        let book = OutcomeBook(dataFolder: folder.path)
        let noted = Timestamp(seconds: 1_795_000_000)
        let one = try #require(VisitOutcome(visit: "one", .nobody, source: "a statement", noted: noted))
        let two = try #require(VisitOutcome(visit: "two", .notHeard, source: "a statement", noted: noted))
        try book.append(one)
        // Whole but for the end of its line.
        try FileManager.default.removeItem(atPath: book.path)
        try Data(one.line.dropLast()).write(to: URL(fileURLWithPath: book.path))
        try book.append(two)
        #expect(try book.outcomes() == ["one": one, "two": two])
        try Data(one.line.prefix(20)).write(to: URL(fileURLWithPath: book.path))
        try book.append(two)
        let text = try String(contentsOfFile: book.path, encoding: .utf8)
        #expect(
            text.split(separator: "\n").last.map(String.init) == String(decoding: two.line.dropLast(), as: UTF8.self)
        )
        #expect(throws: Failure.self) { try book.outcomes() }
    }
}
