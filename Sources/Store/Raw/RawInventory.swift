import Aero
import Foundation

/// What lies in the folder at the start, torn slices put in order.
struct RawInventory {
    private(set) var slices: [String: RawSlice] = [:]
    private(set) var pins: [UInt64: RawPin] = [:]
    private(set) var repaired = 0
    private(set) var cut = 0
    private(set) var strangers: [String] = []
    /// When the last process began that wrote here.
    private(set) var newestSession: Timestamp?

    init(_ folder: RawFolder) throws(RawError) {
        for path in folder.files(below: "") {
            switch try RawRepair.settle(path, in: folder) {
            case .whole(let slice, let session):
                slices[path] = slice
                note(session)
            case .repaired(let slice, let session, let bytes):
                slices[path] = slice
                note(session)
                repaired += 1
                cut += bytes
            case .empty: break
            case .stranger: strangers.append(path)
            }
        }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.full("pinned"))) ?? [] {
            guard let id = UInt64(name) else { continue }
            let path = folder.full("pinned/\(name)/pin.json")
            guard let data = FileManager.default.contents(atPath: path), let pin = try? RawPin(json: [UInt8](data)[...])
            else {
                strangers.append("pinned/\(name)")
                continue
            }
            pins[id] = pin
        }
    }

    private mutating func note(_ session: Timestamp) { newestSession = max(session, newestSession ?? session) }
}
