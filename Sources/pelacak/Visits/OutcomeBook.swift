import Bundles
import Foundation

/// What became known of visits, `DATA/visits/outcomes.jsonl`: only ever added to, readable by its owner alone.
struct OutcomeBook {
    let path: String
    private static let largest = 4_000_000

    init(dataFolder: String) { path = StoredVisitDesk.folder(in: dataFolder) + "/outcomes.jsonl" }

    /// The one that was noted last of each visit, by the visit's name.
    func outcomes() throws(Failure) -> [String: VisitOutcome] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: Self.largest + 1) ?? Data(), data.count <= Self.largest
        else { throw Failure("\(path) cannot be read") }
        do throws(CanonicalJSONError) { return try VisitOutcome.last(of: [UInt8](data)) } catch {
            throw Failure(
                "\(path): a line of it is no outcome; where a crash cut it short, take it out and write the outcome down anew"
            )
        }
    }

    /// Adds one; it is on the disk when this returns.
    func append(_ outcome: VisitOutcome) throws(Failure) {
        guard PrivateFile.append(Data(outcome.line), to: path) else { throw Failure("\(path) cannot be written") }
    }
}
