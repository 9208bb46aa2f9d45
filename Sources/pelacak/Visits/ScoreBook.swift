import Bundles
import Foundation

/// How many visits of each world were compared again and scored last, `DATA/visits/score.json`: what pages say of how far numbers can be trusted.
struct ScoreBook {
    let path: String
    private static let largest = 10_000
    private static let worlds = BundleHead.World.allCases

    init(dataFolder: String) { path = StoredVisitDesk.folder(in: dataFolder) + "/score.json" }

    /// Visits of the real world, heard here or by others.
    func realVisits() throws(Failure) -> Int {
        try counts().filter { $0.key != .simulated }.values.reduce(0, +)
    }

    /// Writes down how many of a world were scored; those of others stay.
    func note(_ visits: Int, of world: BundleHead.World) throws(Failure) {
        var counts = try counts()
        counts[world] = visits
        let members = Self.worlds.map { ($0.rawValue, CanonicalJSON(counts[$0] ?? 0)) }
        let value = CanonicalJSON.object(Dictionary(uniqueKeysWithValues: members))
        guard PrivateFile.replace(path, with: Data(value.bytes + [0x0A])) else {
            throw Failure("\(path) cannot be written")
        }
    }

    private func counts() throws(Failure) -> [BundleHead.World: Int] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: Self.largest + 1) ?? Data(), data.count <= Self.largest
        else { throw Failure("\(path) cannot be read") }
        do throws(CanonicalJSONError) {
            let fields = try CanonicalFields(try CanonicalJSON(reading: [UInt8](data)), "score")
            var counts: [BundleHead.World: Int] = [:]
            // More visits than a store holds would be no count.
            for world in Self.worlds { counts[world] = min(100_000, max(0, try fields.integer(world.rawValue))) }
            return counts
        } catch { throw Failure("\(path): no counts of visits") }
    }
}
