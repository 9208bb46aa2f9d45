/// What a runway is covered with, as far as it matters to who can land.
public enum RunwaySurface: UInt8, Hashable, Sendable, CaseIterable {
    /// Asphalt, concrete, and what is like them.
    case paved
    /// Grass, gravel, earth, sand.
    case unpaved
    case water
    case ice
}
