import Aero
import Tracking

/// How the time that trails are kept for is cut into files for clients that load the past in pieces.
struct ChunkPlan {
    /// Seconds a piece is long.
    static let length = 900.0
    /// Pieces a page loads when it opens: the last hour and what has begun.
    static let usual = 5
    /// Pieces there are at most: a day.
    static let most = 96
    /// Lines a piece has at most, about; where there would be more, its instants stand further apart.
    static let lines = 60_000
    /// Seconds between instants, at least.
    static let step = 15.0

    /// Beginnings of pieces in milliseconds since 1970, oldest first.
    let starts: [Int64]

    /// Seconds of a day.
    static let day = 86_400.0

    /// - Parameters:
    ///   - picture: whose trails there are.
    ///   - reach: seconds that an archive reaches back; `nil`: what the trails have.
    init(_ picture: SkyPicture, reach: Double? = nil) {
        let now = picture.status.now
        let trails = picture.tracks.compactMap { $0.trail.points.first?.time }.min() ?? now
        let earliest = reach.map { min(trails, now.advanced(bySeconds: -$0)) } ?? trails
        let piece = Int64(Self.length * 1000)
        let last = now.milliseconds / piece
        // A recording that names no day begins in 1970: nothing lies before.
        let first = max(0, earliest.milliseconds / piece, last - Int64(Self.most) + 1)
        starts = first <= last && now.milliseconds > 0 ? (first...last).map { $0 * piece } : []
    }

    /// The name of a piece: clients read its beginning out of it.
    static func name(_ start: Int64) -> String { "chunk_\(start).gz" }

    /// The beginning of a piece by its name; `nil` for another name.
    static func start(_ name: String) -> Int64? {
        guard name.hasPrefix("chunk_"), name.hasSuffix(".gz"), name.utf8.count <= 24,
            name.utf8.dropFirst(6).dropLast(3).allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int64(name.dropFirst(6).dropLast(3))
    }

    /// `/chunks/chunks.json`.
    func json(_ provenance: Provenance) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.mark(provenance)
        for (key, list) in [(JSONKey("chunks"), starts.suffix(Self.usual)), (JSONKey("chunks_all"), starts[...])] {
            json.key(key)
            json.beginArray()
            for start in list { json.string(Self.name(start)) }
            json.endArray()
        }
        json.endObject()
        json.newline()
        return json.bytes
    }
}
