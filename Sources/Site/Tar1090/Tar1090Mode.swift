/// How a page like tar1090 gets its aircraft. `receiver.json` decides it, by the abilities it names.
public enum Tar1090Mode: String, Hashable, Sendable, CaseIterable {
    /// `aircraft.json`, all aircraft at once, and their past in chunks.
    case plain
    /// The same in binCraft.
    case plainBinCraft = "plain-bincraft"
    /// The same, packed with zstd.
    case plainZstd = "plain-zstd"
    /// Tiles of the globe as JSON.
    case globe
    /// Tiles in binCraft.
    case globeBinCraft = "globe-bincraft"
    /// Tiles in binCraft, packed with zstd.
    case globeZstd = "globe-zstd"
    /// The part of the sky that is looked at, as JSON.
    case reAPI = "reapi"
    /// The same in binCraft.
    case reAPIBinCraft = "reapi-bincraft"
    /// The same, packed with zstd: the fewest bytes, whatever the sky.
    case reAPIZstd = "reapi-zstd"

    var usesGlobe: Bool { !rawValue.hasPrefix("plain") }
    var usesQueries: Bool { rawValue.hasPrefix("reapi") }
    var usesBinCraft: Bool { rawValue.hasSuffix("bincraft") || usesZstd }
    var usesZstd: Bool { rawValue.hasSuffix("zstd") }
}
