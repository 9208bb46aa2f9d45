import Watch

/// A message as one text for a chat.
enum ChatText {
    /// Title, body and link; the body is cut so that the link still fits.
    ///
    /// - Parameter units: of UTF-16 at most.
    static func plain(_ message: AlertMessage, units: Int) -> String {
        joined(message, room: units, { $0.utf16.count }) { SafeText.clipped($0, units: $1) }
    }

    /// The same with at most that many bytes of UTF-8.
    static func plain(_ message: AlertMessage, bytes: Int) -> String {
        joined(message, room: bytes, { $0.utf8.count }) { SafeText.clipped($0, bytes: $1) }
    }

    private static func joined(
        _ message: AlertMessage,
        room: Int,
        _ size: (String) -> Int,
        _ clip: (String, Int) -> String
    ) -> String {
        let text = [message.title, message.body].filter { !$0.isEmpty }.map(SafeText.unlinked).joined(separator: "\n")
        guard let link = message.link, size(link) < room / 2 else { return clip(text, room) }
        return clip(text, room - size(link) - 1) + "\n" + link
    }
}
