import Foundation

/// `@FILE` in place of a value: what must not stand on a command line stands in a file of its own.
enum SecretFile {
    private static let largest = 1 << 18

    /// The lines of the file where the text is `@FILE`, else the text itself. Blank lines and comments are left out.
    ///
    /// - Throws: `Failure` when the file cannot be read.
    static func lines(_ text: String) throws(Failure) -> [String] {
        guard text.hasPrefix("@"), text.utf8.count > 1 else { return [text] }
        let path = String(text.dropFirst())
        guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: largest + 1),
            data.count <= largest, let content = String(data: data, encoding: .utf8)
        else { throw Failure("cannot read \(path), named by \(text); check that it is there, may be read and is text") }
        return content.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    /// The one line of the file where the text is `@FILE`, else the text itself.
    static func line(_ text: String) throws(Failure) -> String {
        let lines = try lines(text)
        guard let only = lines.first, lines.count == 1 else { throw Failure("\(text) must hold one line") }
        return only
    }
}
