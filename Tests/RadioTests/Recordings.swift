import Foundation

/// The shared recordings beside the checkout; tests that need one are skipped, and say so, where it is missing.
enum Recordings {
    static let folder: URL = {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return root.appendingPathComponent("../shared/data").standardizedFileURL
    }()

    static func has(_ path: String) -> Bool {
        FileManager.default.isReadableFile(atPath: folder.appendingPathComponent(path).path)
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
    }

    /// How often each frame stands in an AVR file.
    static func frames(_ path: String) throws -> [String: Int] {
        let text = String(decoding: try bytes(path), as: UTF8.self)
        var counts: [String: Int] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("*") {
            counts[String(line.dropFirst().prefix { $0 != ";" }), default: 0] += 1
        }
        return counts
    }
}
