import Foundation
import Logging
import Synchronization
import Testing

@testable import pelacak

struct LineLogHandlerTests {
    private static func line(_ format: LogFormat, _ message: String, _ metadata: Logger.Metadata = [:]) -> String {
        let lines = Mutex<[String]>([])
        let logger = Logger(label: "pelacak") { label in
            LineLogHandler(
                label: label,
                format: format,
                level: .info,
                now: { Date(timeIntervalSince1970: 1_795_377_968.5) }
            ) { line in
                lines.withLock { $0.append(line) }
            }
        }
        logger.notice("\(message)", metadata: metadata)
        logger.debug("below the level")
        #expect(lines.withLock { $0.count } == 1)
        return lines.withLock { $0.joined() }
    }

    @Test("a line of JSON holds what was said, whatever that was")
    func json() throws {
        let nasty = "a\"b\\c\nd\te\u{0}f\u{2028}g ✈"
        let line = Self.line(.json, nasty, ["feed": "roof\n", "count": "3"])
        #expect(!line.contains("\n"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["message"] as? String == nasty)
        #expect(object["level"] as? String == "notice" && object["label"] as? String == "pelacak")
        #expect(object["time"] as? String == "2026-11-22T20:06:08.500Z")
        #expect(object["metadata"] as? [String: String] == ["feed": "roof\n", "count": "3"])
    }

    @Test("text from elsewhere makes no second line of a log for people")
    func text() {
        let line = Self.line(.text, "hello\n2026-01-01 error: forged\r\u{85}\u{2028}", ["b": "2", "a": "1"])
        #expect(line == "2026-11-22T20:06:08.500Z notice pelacak: hello 2026-01-01 error: forged    a=1 b=2")
    }

    @Test("what must not be kept is taken out of messages and metadata", arguments: LogFormat.allCases)
    func redaction(format: LogFormat) {
        let line = Self.line(
            format,
            "beast+listen://0.0.0.0:1?name=roof&key=hunter2&at=52.1,5.2",
            ["token": "hunter2", "header": "Bearer hunter2"]
        )
        #expect(!line.contains("hunter2") && !line.contains("52.1"), "\(line)")
        #expect(line.contains("name=roof"))
    }
}
