import Foundation

/// Real recordings that lie beside the project on some machines; tests that need them are skipped elsewhere.
enum Recordings {
    /// Where they are: `PELACAK_RECORDINGS`, else `../shared/data` seen from the package or from its parent.
    static let folder: String? = {
        let here = FileManager.default.currentDirectoryPath
        let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/data").path()
        let named = ProcessInfo.processInfo.environment["PELACAK_RECORDINGS"]
        return [named, here + "/../shared/data", source].compactMap { $0 }
            .first { FileManager.default.fileExists(atPath: $0 + "/modes") }
    }()

    static var present: Bool { folder != nil }

    static func path(_ name: String) -> String { (folder ?? "") + "/" + name }

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path(name))))
    }

    static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }
}
