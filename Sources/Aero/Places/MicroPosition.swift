/// A place to a millionth of a degree (0.1 m) in eight bytes.
struct MicroPosition: Hashable, Sendable {
    let latitude: Int32
    let longitude: Int32

    init(_ position: Position) {
        latitude = Int32((position.latitude * 1e6).rounded())
        longitude = Int32((position.longitude * 1e6).rounded())
    }

    /// The place; one that was half a millionth west of 180 degrees is turned into -180.
    var position: Position {
        // Both were in range before they were rounded, and the bounds are whole.
        Position(latitude: Double(latitude) / 1e6, longitude: Double(longitude) / 1e6)
            ?? MicroPosition.origin
    }

    private static let origin: Position = {
        guard let origin = Position(latitude: 0, longitude: 0) else { preconditionFailure("0, 0 is a place") }
        return origin
    }()
}
