/// What stands beside every export: what it is, of what it is made, under which terms, and sums to check it by.
public struct ExportManifest: Codable, Hashable, Sendable {
    public struct File: Codable, Hashable, Sendable {
        /// With slashes, from the manifest's folder on.
        public var name: String
        public var bytes: Int
        public var sha256: String
        public var rows: Int
    }

    public struct Day: Codable, Hashable, Sendable {
        /// `2024-06-18`, UTC.
        public var day: String
        /// `null`: nobody knows.
        public var complete: Bool?
    }

    public var format: String
    /// `real`, `imported`, `simulated`.
    public var realm: String
    public var simulated: Bool
    /// ISO 8601, UTC.
    public var made: String
    public var from: String
    public var to: String
    /// South, west, north, east.
    public var box: [Double]?
    public var aircraft: Int
    public var rows: Int
    /// Of all rows, and the one under which the whole may be handed on.
    public var licences: [String]
    public var licence: String?
    /// The licences that were asked for; rows under others are left out. `null`: all there are.
    public var chosenLicences: [String]?
    /// Who is to be named.
    public var credits: [String]
    public var days: [Day]
    /// Pieces of the archive that could not be read and are not in it.
    public var damagedChunks: Int
    public var files: [File]
}
