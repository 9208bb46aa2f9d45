import Foundation

/// `DATA/tokens-used.json`: the day on which each token was used last. Only the server writes it, and at most once a day and token.
struct TokenUses: Sendable {
    let path: String
    private static let largest = 1 << 16

    init(folder: String) { path = folder + "/tokens-used.json" }

    /// Days by a token's id; nothing when the file is not there or cannot be understood: nothing depends on it.
    func read() -> [String: String] {
        guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: Self.largest),
            let days = try? JSONDecoder().decode([String: String].self, from: data)
        else { return [:] }
        return days.filter { $0.key.utf8.count == TokenText.idLength && $0.value.utf8.count == 10 }
    }

    func write(_ days: [String: String]) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        if let data = try? encoder.encode(days) { _ = PrivateFile.replace(path, with: data) }
    }
}
