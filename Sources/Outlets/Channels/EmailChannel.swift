import Aero
import Foundation
import Watch

/// Mail, handed to the system's `sendmail`: arguments as a list, the letter on its standard input.
///
/// - Source: RFC 5322 (form), RFC 2047 (encoded words), RFC 2045 (base64), RFC 3834 (`Auto-Submitted`).
struct EmailChannel: OutletChannel {
    private let program: String
    private let from: String
    private let to: [String]

    private static let bodyBytes = 100_000

    init(_ outlet: OutletDefinition) throws(OutletError) {
        program = outlet.text("program") ?? "/usr/sbin/sendmail"
        guard program.hasPrefix("/"), !program.utf8.contains(0) else {
            throw OutletError("program", .relativePath)
        }
        from = outlet.text("from") ?? ""
        guard Self.isAddress(from) else { throw OutletError("from", .mailAddress) }
        to = outlet.settings["to"] ?? []
        guard !to.isEmpty, to.allSatisfy(Self.isAddress) else {
            throw OutletError("to", .mailAddress)
        }
    }

    /// Plain addresses alone: no quotes, no comments, nothing that a program could take for an option.
    private static func isAddress(_ text: String) -> Bool {
        text.utf8.count <= 254
            && text.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9._+=\-]{0,63}@[A-Za-z0-9][A-Za-z0-9.\-]{0,189}/) != nil
    }

    /// The whole letter, lines ended by `\n` as `sendmail` takes them.
    func payload(_ message: AlertMessage) -> [UInt8] {
        let text = [message.title, message.body, message.link ?? ""].filter { !$0.isEmpty }.joined(separator: "\n\n")
        let domain = from.split(separator: "@").last ?? "localhost"
        var lines = [
            "From: \(from)",
            "To: " + to.joined(separator: ",\n "),
            "Subject: " + Self.encodedWords(SafeText.clipped(message.title, bytes: 300)),
            "Date: " + Self.date(message.made),
            "Message-ID: <\(message.key).pelacak@\(domain)>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
        ]
        let bytes = Data(SafeText.clipped(text, bytes: Self.bodyBytes).replacing("\n", with: "\r\n").utf8)
        lines.append(bytes.base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]))
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    func send(_ payload: [UInt8], key: String, now: Timestamp, through client: OutboundClient) async -> DeliveryOutcome
    {
        // -i: a line of one dot does not end the letter.
        await ProgramRun(program: program, arguments: ["-i", "-f", from] + to, input: payload).outcome()
    }

    /// Words of at most 75 characters, parted between characters of the text, one a line.
    static func encodedWords(_ text: String) -> String {
        var words: [String] = []
        var piece = ""
        // 45 bytes are 60 letters of base64, with 12 around them.
        for character in text {
            if piece.utf8.count + String(character).utf8.count > 45, !piece.isEmpty {
                words.append(piece)
                piece = ""
            }
            // A letter with more marks on it than fit is left out.
            if String(character).utf8.count <= 45 { piece.append(character) }
        }
        words.append(piece)
        return words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\n ")
    }

    private static func date(_ time: Timestamp) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return formatter.string(from: Date(timeIntervalSince1970: time.seconds))
    }
}
