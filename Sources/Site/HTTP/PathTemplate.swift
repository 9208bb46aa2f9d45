/// A path with placeholders, as the OpenAPI document writes it: `/api/v1/aircraft/{hex}`.
struct PathTemplate: Hashable, Sendable {
    let text: String
    private let pieces: [Piece]

    private enum Piece: Hashable, Sendable {
        case fixed(String)
        case placeholder
    }

    init(_ text: String) {
        self.text = text
        pieces = text.split(separator: "/").map { piece in
            piece.hasPrefix("{") && piece.hasSuffix("}") ? .placeholder : .fixed(String(piece))
        }
    }

    /// What stands in place of the placeholders, in order; `nil` when the path is another one.
    ///
    /// - Parameter path: the decoded pieces; an empty one fills no placeholder.
    func values(in path: [String]) -> [String]? {
        guard path.count == pieces.count else { return nil }
        var values: [String] = []
        for (piece, given) in zip(pieces, path) {
            switch piece {
            case .fixed(let text): guard text == given else { return nil }
            case .placeholder:
                guard !given.isEmpty else { return nil }
                values.append(given)
            }
        }
        return values
    }
}
