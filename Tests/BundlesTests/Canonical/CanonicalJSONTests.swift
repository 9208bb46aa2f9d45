import TestSupport
import Testing

@testable import Bundles

struct CanonicalJSONTests {
    /// - Source: RFC 8785, appendix B: bits of the double, its text.
    @Test(
        "published numbers",
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
            (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
            (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
            (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"), (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
            (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
            (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
            (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
            (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
            (0x41B3_DE43_5555_5557, "333333333.33333343"), (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
            (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
        ] as [(UInt64, String)]
    )
    func publishedNumber(bits: UInt64, text: String) {
        #expect(CanonicalNumber.text(Double(bitPattern: bits)) == text)
    }

    @Test("what is not finite is no number")
    func notFinite() {
        #expect(CanonicalNumber.text(.nan) == nil)
        #expect(CanonicalNumber.text(.infinity) == nil)
        #expect(String(decoding: CanonicalJSON.number(.nan).bytes, as: UTF8.self) == "null")
    }

    /// - Source: RFC 8785, 3.2.2 to 3.2.4: the sample, its canonical form.
    @Test("the published sample")
    func publishedSample() throws {
        let sample = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
              "literals": [null, true, false]
            }
            """
        let wanted =
            #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#
        let value = try CanonicalJSON(reading: Array(sample.utf8))
        #expect(String(decoding: value.bytes, as: UTF8.self) == wanted)
        #expect(try CanonicalJSON(canonical: Array(wanted.utf8)) == value)
    }

    /// - Source: RFC 8785, 3.2.3: names by their UTF-16 code units.
    @Test("names are sorted as the document sorts them")
    func sortedNames() throws {
        let sample =
            #"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}"#
        let written = String(decoding: try CanonicalJSON(reading: Array(sample.utf8)).bytes, as: UTF8.self)
        let order = [
            "Carriage Return", "One", "Control", "Latin Small", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter",
        ]
        let places = try order.map { try #require(written.firstRange(of: $0)).lowerBound }
        #expect(places == places.sorted())
    }

    @Test(
        "what is no JSON, or could be read in two ways, is refused",
        arguments: [
            "", "{", "[1,]", "{\"a\":1,}", "01", "1.", ".5", "+1", "1e", "nul", "\"\\ud800\"", "\"\\udc00\"",
            "\"\u{1}\"",
            "{\"a\":1,\"a\":2}", "[1] 2", "1e999", "\"a", "{a:1}", "'a'", "NaN",
        ]
    )
    func refused(_ text: String) {
        #expect(throws: CanonicalJSONError.self) { try CanonicalJSON(reading: Array(text.utf8)) }
    }

    @Test("bytes that are no UTF-8 are refused")
    func notUTF8() {
        #expect(throws: CanonicalJSONError.self) { try CanonicalJSON(reading: [0x22, 0xFF, 0x22]) }
        // An overlong form of "/".
        #expect(throws: CanonicalJSONError.self) { try CanonicalJSON(reading: [0x22, 0xC0, 0xAF, 0x22]) }
    }

    @Test(
        "any other form of a value is not canonical",
        arguments: ["{ }", "1.0", "[1, 2]", "{\"b\":1,\"a\":2}", "\"\\u0041\""]
    )
    func otherForm(_ text: String) {
        #expect(throws: CanonicalJSONError.self) { try CanonicalJSON(canonical: Array(text.utf8)) }
    }

    @Test("depth is bounded")
    func depth() {
        let deep = Array(String(repeating: "[", count: 100_000).utf8)
        #expect(throws: CanonicalJSONError.tooDeep(offset: 32)) { try CanonicalJSON(reading: deep) }
    }

    @Test("random bytes never trap, and what is read is written the same")
    func randomBytes() throws {
        var chance = SeededGenerator(seed: 7)
        let alphabet = Array("{}[]\",:0123456789.eE+-truefalsn\\u \n".utf8)
        for _ in 0..<20_000 {
            let bytes = (0..<Int(chance.next() % 24)).map { _ in alphabet[Int(chance.next() % UInt64(alphabet.count))] }
            guard let value = try? CanonicalJSON(reading: bytes) else { continue }
            #expect(try CanonicalJSON(canonical: value.bytes) == value)
        }
    }

    @Test("doubles come back as they were")
    func roundTrip() throws {
        var chance = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: chance.next())
            guard value.isFinite, value != 0 else { continue }
            let read = try CanonicalJSON(canonical: CanonicalJSON.number(value).bytes)
            #expect(read == .number(value))
        }
    }
}
