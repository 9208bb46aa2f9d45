import Foundation
import Site

/// `DATA/tokens.json`: the tokens that were given out. Only `pelacak token` writes it, so that nothing a running server does brings a
/// revoked one back.
struct TokenFile: Sendable {
    private struct Document: Codable {
        var version: Int
        var tokens: [TokenRecord]
    }

    let path: String
    /// Tokens kept at most.
    static let capacity = 256
    private static let largest = 1 << 18

    init(folder: String) { path = folder + "/tokens.json" }

    /// All tokens; none when there is no file.
    func read() throws(TokenFileError) -> [TokenRecord] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: Self.largest + 1)
        else {
            // An empty file reads as nothing.
            guard FileManager.default.isReadableFile(atPath: path) else { throw .unreadable(path: path) }
            throw .damaged(path: path, reason: "it is empty")
        }
        guard data.count <= Self.largest else { throw .damaged(path: path, reason: "it is larger than 256 KiB") }
        let document: Document
        do { document = try JSONDecoder().decode(Document.self, from: data) } catch {
            throw .damaged(path: path, reason: "it is not the JSON that pelacak writes")
        }
        guard document.version == 1 else {
            throw .damaged(path: path, reason: "version \(document.version) is not known")
        }
        guard document.tokens.count <= Self.capacity, document.tokens.allSatisfy(Self.isPossible),
            Set(document.tokens.map(\.id)).count == document.tokens.count
        else { throw .damaged(path: path, reason: "it holds what cannot be a token") }
        return document.tokens
    }

    /// Makes a token, while no other program changes the file.
    ///
    /// - Returns: its text, which is kept nowhere.
    func add(name: String, scope: TokenScope, made: String) throws(TokenFileError) -> String {
        try withLock { () throws(TokenFileError) in
            var tokens = try read()
            guard !tokens.contains(where: { $0.name == name }) else { throw .nameTaken(name) }
            guard tokens.count < Self.capacity else { throw .full(limit: Self.capacity) }
            let (id, secret, text) = TokenText.make()
            let salt = TokenText.salt()
            tokens.append(
                TokenRecord(
                    id: id,
                    name: name,
                    scope: scope.rawValue,
                    salt: HexText.encoded(salt),
                    digest: HexText.encoded(TokenText.digest(salt: salt, secret: secret)),
                    made: made
                )
            )
            try write(tokens)
            return text
        }
    }

    func remove(name: String) throws(TokenFileError) {
        try withLock { () throws(TokenFileError) in
            var tokens = try read()
            guard let index = tokens.firstIndex(where: { $0.name == name }) else { throw .unknownName(name) }
            tokens.remove(at: index)
            try write(tokens)
        }
    }

    private static func isPossible(_ token: TokenRecord) -> Bool {
        TokenRecord.isName(token.name) && TokenScope(rawValue: token.scope) != nil
            && token.id.utf8.count == TokenText.idLength
            && HexText.decoded(token.salt)?.count == 16 && HexText.decoded(token.digest)?.count == 32
    }

    private func write(_ tokens: [TokenRecord]) throws(TokenFileError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(Document(version: 1, tokens: tokens)) else {
            throw .unwritable(path: path)
        }
        guard PrivateFile.replace(path, with: data) else { throw .unwritable(path: path) }
    }

    /// Runs while no other `pelacak token` does.
    private func withLock<Value>(_ body: () throws(TokenFileError) -> Value) throws(TokenFileError) -> Value {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard let handle = PrivateFile.lock(path + ".lock") else { throw .unwritable(path: path) }
        defer { try? handle.close() }
        return try body()
    }
}
