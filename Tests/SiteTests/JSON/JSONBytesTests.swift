import NIOCore
import Testing

@testable import Site

/// `JSONWriter` is the safe twin of `JSONBytes`.
struct JSONBytesTests {
    private func quick(_ write: (inout JSONBytes) -> Void) -> String {
        var buffer = ByteBuffer()
        JSONBytes.fill(&buffer, room: 4096, write)
        return String(decoding: buffer.readableBytesView, as: UTF8.self)
    }

    private func plain(_ write: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        write(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test("eight digits of every number that has a digit like no other, and of many more")
    func eightDigits() {
        var random = SplitMix(state: 1)
        var numbers: [UInt64] = []
        for number in UInt64(0)..<10_000 {
            numbers += [number, number * 10_000, 99_999_999 - number, number * 10_000 + number]
        }
        for _ in 0..<200_000 { numbers.append(random.next() % 100_000_000) }
        for number in numbers {
            let digits = DecimalDigits.eight(number)
            var value: UInt64 = 0
            for place in 0..<8 { value = value * 10 + (digits >> UInt64(8 * place) & 0xFF) }
            guard value == number else {
                Issue.record("\(number) became \(value)")
                return
            }
        }
    }

    @Test("numbers are written as the safe twin writes them, with every count of decimals")
    func numbers() {
        var random = SplitMix(state: 2)
        let odd = [
            0, -0.0, 0.5, -0.5, 0.05, 0.049999, -0.0004, 9_999_999.4999, 9_999_999.5, 99_999_999, 100_000_000, 1e12,
            -1e15, 8.9e18,
            9e18, 1e300, -1e300, .nan, .infinity, -.infinity, 999.95, 0.999999, 123.456,
        ]
        for decimals in 0...6 {
            for step in 0..<20_000 {
                let wide = Double(bitPattern: random.next())
                let near = Double(Int64(bitPattern: random.next()) >> Int64(random.below(50))) / 1000
                let value = step < odd.count ? odd[step] : step % 7 == 0 ? wide : near
                let one = quick { json in
                    switch (decimals, step % 2) {
                    case (0, 0): json.whole(rounding: value)
                    case (1, 0): json.tenths(value)
                    case (2, 0): json.hundredths(value)
                    case (3, 0): json.thousandths(value)
                    default: json.number(value, decimals: decimals)
                    }
                }
                let other = plain { $0.number(value, decimals: decimals) }
                guard one == other else {
                    Issue.record("\(value) to \(decimals): \(one), not \(other)")
                    return
                }
            }
        }
    }

    @Test("whole numbers of every length, and degrees")
    func wholeAndDegrees() {
        var random = SplitMix(state: 3)
        for step in 0..<50_000 {
            let number = step == 0 ? UInt64(Int64.max) : random.next() >> UInt64(1 + random.below(63))
            #expect(quick { $0.whole(number) } == String(number))
            let degrees = Double(Int(random.next() % 720_000_000) - 360_000_000) / 1e6
            #expect(quick { $0.degrees(degrees) } == plain { $0.number(degrees, decimals: 6) })
        }
        #expect(quick { $0.degrees(-0.0000004) } == "0.000000")
        for number in UInt8.min...UInt8.max { #expect(quick { $0.small(number) } == String(number)) }
    }

    @Test(
        "strings are escaped and padded as the safe twin does",
        arguments: [
            "", "KLM1023", "a\"b\\c\n\u{0}\u{1F}\u{7F}", "\u{e9}\u{4e2d}\u{1f6e9}", "ABCDEFGHIJ",
        ]
    )
    func strings(text: String) {
        #expect(quick { $0.string(text) } == plain { $0.string(text) })
        #expect(quick { $0.string(text, width: 8) } == plain { $0.padded(text, to: 8) })
        #expect(quick { $0.callsign(text) } == plain { $0.padded(text, to: 8) })
    }

    @Test("hexadecimal and octal digits of every value that has a digit like no other")
    func radixes() {
        for value in UInt32(0)..<0x1000 {
            for bits in [value, value << 12, value | value << 12] {
                let text = quick { $0.word(DecimalDigits.hexadecimal(bits), 6) }
                #expect(text == String(0x100_0000 | bits, radix: 16).dropFirst())
            }
            #expect(
                quick { $0.word(DecimalDigits.octal(UInt16(value)), 4) }
                    == String(0o10000 | value, radix: 8).dropFirst()
            )
        }
    }

    @Test("memory is lent again and again, and what was written before stays")
    func fills() {
        var buffer = ByteBuffer(string: "[")
        for step in 0..<1000 {
            JSONBytes.fill(&buffer, room: 64) { json in
                json.whole(UInt64(step))
                json.byte(UInt8(ascii: ","))
            }
        }
        let expected = "[" + (0..<1000).map { "\($0)," }.joined()
        #expect(String(decoding: buffer.readableBytesView, as: UTF8.self) == expected)
    }

    @Test("asking for more than there is room for ends the program instead of writing over other memory")
    func bounds() async {
        await #expect(processExitsWith: .failure) {
            var buffer = ByteBuffer()
            JSONBytes.fill(&buffer, room: 8) { json in
                for _ in 0..<1_000_000 { json.byte(0x20) }
            }
        }
    }
}
