public import Aero

/// A stop on an edition's map.
public struct EditionPlace: Hashable, Sendable {
    public let name: String
    public let position: Position

    public init(_ name: String, _ position: Position) {
        self.name = name
        self.position = position
    }
}
