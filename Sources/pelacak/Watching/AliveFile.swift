import Aero
import Foundation
import Store

/// A time in a file of its own.
enum AliveFile {
    static func read(_ path: String) -> Timestamp? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8), text.utf8.count < 32,
            let seconds = Double(text.filter { !$0.isWhitespace }), seconds.isFinite, seconds > 0, seconds < 1e11
        else { return nil }
        return Timestamp(seconds: seconds)
    }

    static func write(_ time: Timestamp, _ path: String) {
        let folder = path.parentFolder
        try? FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        _ = PrivateFile.replace(path, with: Data("\(time.seconds)\n".utf8))
    }
}
