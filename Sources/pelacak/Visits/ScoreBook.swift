import Bundles
import Foundation

/// Which visits were compared again and scored last in each world, `DATA/visits/score.json`: of how many pages say that numbers were checked.
struct ScoreBook {
    let path: String
    private static let largest = 16_000_000
    private static let worlds = BundleHead.World.allCases

    init(dataFolder: String) { path = StoredVisitDesk.folder(in: dataFolder) + "/score.json" }

    /// Visits of the real world, heard here or by others, each counted once.
    func realVisits() throws(Failure) -> Int {
        let visits = try visits()
        return visits[.real, default: []].union(visits[.imported, default: []]).count
    }

    /// Writes down which of a world were scored; those of others stay.
    func note(_ scored: Set<String>, of world: BundleHead.World) throws(Failure) {
        var visits = try visits()
        visits[world] = scored
        let members = Self.worlds.map { world in
            (world.rawValue, CanonicalJSON.array(visits[world, default: []].sorted().map { .string($0) }))
        }
        let value = CanonicalJSON.object(Dictionary(uniqueKeysWithValues: members))
        guard PrivateFile.replace(path, with: Data(value.bytes + [0x0A])) else {
            throw Failure("\(path) cannot be written")
        }
    }

    private func visits() throws(Failure) -> [BundleHead.World: Set<String>] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: Self.largest + 1) ?? Data(), data.count <= Self.largest
        else { throw Failure("\(path) cannot be read") }
        do throws(CanonicalJSONError) {
            let fields = try CanonicalFields(try CanonicalJSON(reading: [UInt8](data)), "score")
            var visits: [BundleHead.World: Set<String>] = [:]
            for world in Self.worlds { visits[world] = Set(try fields.strings(world.rawValue)) }
            return visits
        } catch { throw Failure("\(path): no list of visits; pelacak visit backtest writes it anew when it is gone") }
    }
}
