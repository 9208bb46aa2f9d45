import Aero
import Foundation
import Testing
import Watch

@testable import Outlets

/// Gate W9: of random callsigns and names with markup, line breaks, bidi and control characters nothing is interpreted.
struct HostileTextTests {
    private static let pieces = [
        "@everyone", "@here", "<@123>", "<!channel>", "<http://evil.example|x>", "[x](http://evil.example)", "*b*",
        "_i_", "~s~", "`c`", "||s||",
        "> q", "# h", "-# s", "- l", "1. l", "http://evil.example/x", "https://evil.example", "evil.example",
        "@user@evil.example", "#tag", "$CASH",
        "/command", "tg://user?id=1", "<b>x</b>", "<script>alert(1)</script>", "&amp;", "&", "<", ">", "\"", "'", "\\",
        "\\*", "]]>", "<!--",
        "\u{202E}gnp.exe", "\u{2066}", "\u{200F}", "\u{200B}", "\u{FEFF}", "\u{E0041}", "\u{0}", "\u{1B}[31m", "\u{7}",
        "\u{85}", "\u{2028}",
        "\r\n", "\r\nBcc: evil@evil.example", "\n.\n", "\nFrom evil", "\t", "GA 960", "飛行機", "é", "=?utf-8?q?x?=",
        "{A.registration}", "%s", "%00",
        "<t:0>", ":smile:", "<:x:1>", "😀", "\u{3164}", "\u{FFFE}",
    ]

    private static func text(_ generator: inout SplitMix) -> String {
        (0..<Int(generator.next() % 12)).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined(
            separator: generator.next() % 2 == 0 ? " " : ""
        )
    }

    private struct SplitMix {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }

    private static let alerts: [AlertRecord] = {
        var generator = SplitMix(state: 9)
        return (0..<150).map { number in
            Alerts.one(
                number,
                title: text(&generator),
                body: (0..<4).map { _ in text(&generator) }.joined(separator: "\n"),
                link: number % 3 == 0 ? text(&generator) : "/#x"
            )
        }
    }()

    private static func object(_ kind: OutletKind, _ alert: AlertRecord) throws -> [String: Any] {
        let outlet = try Outlet(try Alerts.definition(kind, port: 80), site: try WebAddress("https://site.example"))
        return try #require(
            try JSONSerialization.jsonObject(with: Data(outlet.draft(of: alert).payload)) as? [String: Any]
        )
    }

    /// What no text that leaves may hold: controls, and what turns, hides or tags.
    private static func isClean(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            if scalar == "\n" || scalar == "\u{2060}" { return true }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                return false
            default: return !(0xE0000...0xE0FFF).contains(scalar.value)
            }
        }
    }

    /// What chat programs find in plain text by themselves, as they describe it: mentions, tags, commands, addresses.
    private static func found(_ text: String) -> [String] {
        let without = text.replacing("https://site.example/#x", with: "")
        let forms = [
            /[@#$\/][A-Za-z0-9_]+/, /[a-z][a-z0-9+.\-]*:\/\/[^ ]+/, /[A-Za-z0-9\-]+\.[A-Za-z]{2,}/,
        ]
        return forms.flatMap { form in without.matches(of: form).map { String($0.0) } }
    }

    @Test("chats of plain text find nothing in it", arguments: [OutletKind.telegram, .matrix, .mastodon, .ntfy])
    func plainChats(kind: OutletKind) throws {
        let keys = [OutletKind.telegram: "text", .matrix: "body", .mastodon: "status", .ntfy: "message"]
        for alert in Self.alerts {
            let text = try #require(try Self.object(kind, alert)[keys[kind] ?? ""] as? String)
            #expect(Self.isClean(text))
            #expect(Self.found(text).isEmpty, "\(text)")
        }
    }

    @Test func slackFindsNothing() throws {
        for alert in Self.alerts {
            let text = try #require(try Self.object(.slack, alert)["text"] as? String)
            #expect(!text.contains("<") && !text.contains(">"))
            // Every ampersand begins one of the three escapes.
            #expect(text.matches(of: /&(?!amp;|lt;|gt;)/).isEmpty)
            let plain = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
            #expect(Self.isClean(plain))
            #expect(Self.found(plain).isEmpty, "\(plain)")
        }
    }

    /// Reads as Discord does: a backslash takes the meaning of the punctuation after it.
    @Test func discordFindsNothing() throws {
        for alert in Self.alerts {
            let content = try #require(try Self.object(.discord, alert)["content"] as? String)
            #expect(Self.isClean(content))
            var rest = content.replacing("<https://site.example/#x>", with: "")[...]
            while let character = rest.popFirst() {
                if character == "\\" {
                    let next = rest.popFirst()
                    #expect(
                        next?.isASCII == true && next?.isLetter == false && next != "\n",
                        "a backslash stands before punctuation"
                    )
                } else {
                    #expect(!"*_~`|>#[]()<:@-!+".contains(character), "\(content)")
                }
            }
        }
    }

    @Test("a letter's head is ours alone, and its body what was meant")
    func email() throws {
        let outlet = try Outlet(try Alerts.definition(.email, port: 80))
        for alert in Self.alerts {
            let letter = String(decoding: outlet.draft(of: alert).payload, as: UTF8.self)
            #expect(letter.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
            let parts = try #require(letter.range(of: "\n\n"))
            let names = letter[..<parts.lowerBound].split(separator: "\n").filter { !$0.hasPrefix(" ") }.map {
                $0.split(separator: ":")[0]
            }
            #expect(
                names == [
                    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
                    "Content-Transfer-Encoding",
                ]
            )
            #expect(letter.split(separator: "\n").allSatisfy { $0.utf8.count <= 998 && $0 != "." })
            let body = try #require(Data(base64Encoded: letter[parts.upperBound...].filter { $0 != "\n" }))
            #expect(Self.isClean(String(decoding: body, as: UTF8.self).replacing("\r\n", with: "\n")))
        }
    }

    @Test("words of a subject are read back by the rule they were written by")
    func encodedWords() throws {
        for alert in Self.alerts {
            let title = SafeText.line(alert.title(in: "en"))
            let lines = EmailChannel.encodedWords(title).split(separator: "\n")
            var read = Data()
            for line in lines {
                let word = line.drop { $0 == " " }
                #expect(word.utf8.count <= 75)
                #expect(word.hasPrefix("=?UTF-8?B?") && word.hasSuffix("?="))
                read += try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
            }
            #expect(String(decoding: read, as: UTF8.self) == title)
        }
    }

    @Test("JSON for programs holds clean texts")
    func webhook() throws {
        for alert in Self.alerts {
            let object = try Self.object(.webhook, alert)
            let (title, text) = (try #require(object["title"] as? String), try #require(object["text"] as? String))
            #expect(Self.isClean(title))
            #expect(Self.isClean(text))
            let url = object["url"] as? String
            #expect(
                url.map { $0.hasPrefix("https://site.example/") && !$0.hasPrefix("https://site.example//") } ?? true
            )
        }
    }

    @Test(
        "what is plain stays as it is",
        arguments: ["GA 960", "飛行機", "Łódź 12.5 km", "RA-96024 → UEEE", "é", "10,000 ft / 250 kt"]
    )
    func plain(text: String) { #expect(SafeText.plain(text) == text) }

    @Test func aTextIsCutBetweenCharacters() {
        let family = "👩‍👩‍👧‍👦"
        for limit in 0..<40 {
            #expect(SafeText.clipped(family + family, units: limit).utf16.count <= limit)
            #expect(SafeText.clipped("é飛" + family, bytes: limit).utf8.count <= limit)
            #expect(SafeText.clipped("é飛" + family, scalars: limit).unicodeScalars.count <= limit)
        }
        #expect(SafeText.clipped("abcdef", bytes: 6) == "abcdef")
        #expect(SafeText.clipped("abcdef", units: 4) == "abc…")
    }
}
