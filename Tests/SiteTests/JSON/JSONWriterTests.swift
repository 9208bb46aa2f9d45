import Foundation
import Testing

@testable import Site

struct JSONWriterTests {
    private func written(_ write: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        write(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test(
        "numbers are rounded to their decimals, and what is no number is null",
        arguments: [
            (0, 0, "0"), (-0.04, 1, "0.0"), (1.05, 0, "1"), (-1.5, 0, "-2"), (123.456, 2, "123.46"),
            (0.001, 3, "0.001"),
            (1_718_700_000.125, 3, "1718700000.125"), (.nan, 1, "null"), (.infinity, 0, "null"), (1e300, 6, "null"),
            (-12.34, 1, "-12.3"), (52.000001, 6, "52.000001"), (99.95, 1, "100.0"),
        ] as [(Double, Int, String)]
    )
    func numbers(value: Double, decimals: Int, text: String) {
        #expect(written { $0.number(value, decimals: decimals) } == text)
    }

    @Test("integers of every size", arguments: [0, 9, 10, 99, 100, 101, 12_345, -7, Int.max, Int.min])
    func integers(value: Int) { #expect(written { $0.integer(value) } == String(value)) }

    @Test("strings with quotes, controls and other scripts come back as they were")
    func strings() throws {
        let text = "a\"b\\c\n\u{0}\u{1F}é中🛩\u{202E}</script>"
        let json = written { json in
            json.beginArray()
            json.string(text)
            json.endArray()
        }
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String] == [text])
    }

    @Test("commas stand between members and nowhere else")
    func commas() {
        let json = written { json in
            json.beginObject()
            json.member("a", 1)
            json.member("b", nil as String?)
            json.key("c")
            json.beginArray()
            json.null()
            json.beginObject()
            json.endObject()
            json.boolean(true)
            json.endArray()
            json.member("d", "x")
            json.endObject()
        }
        #expect(json == #"{"a":1,"c":[null,{},true],"d":"x"}"#)
    }
}
