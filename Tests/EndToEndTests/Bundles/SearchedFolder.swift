import Aero
import Bundles
import Feeds
import Foundation
import ModeS
import Store

/// All bytes below a folder, as somebody searches them who was handed it; packed messages are unpacked.
struct SearchedFolder {
    /// By their path in it.
    let files: [String: [UInt8]]
    /// Addresses of packed frames, and numbers of receivers of slices.
    private let unpacked: String

    init(_ folder: String) throws {
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let file = URL(fileURLWithPath: folder + "/" + name)
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            files[name] = [UInt8](try Data(contentsOf: file))
        }
        self.files = files
        var unpacked = ""
        if let shelf = RawShelf(folder: folder + "/raw") {
            var reader = shelf.replay(during: Timestamp(nanoseconds: .min)..<Timestamp(nanoseconds: .max)).makeReader()
            while let arrival = reader.next() {
                unpacked += " \(arrival.receiver)"
                for one in arrival.batch.frames { unpacked += " " + String(one.frame.high, radix: 16) }
                for one in arrival.batch.reports { unpacked += " " + one.address.hex }
            }
        }
        self.unpacked = unpacked
    }

    /// Which of some texts are found, each with the file it is in.
    func found(_ texts: [String]) -> [String] {
        var found: [String] = []
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            let text = (String(decoding: bytes, as: UTF8.self) + name).lowercased()
            found += texts.filter { text.contains($0.lowercased()) }.map { "\(name): \($0)" }
        }
        return found + texts.filter { unpacked.contains($0.lowercased()) }.map { "unpacked messages: \($0)" }
    }
}
