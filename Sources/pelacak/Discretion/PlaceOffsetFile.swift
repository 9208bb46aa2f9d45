import Aero
import Foundation

/// `DIR/place-offset.json`: by how much the shown place lies off the true one. Drawn once by the system's generator of secrets and never
/// again, for its owner's eyes only: with it anybody could undo the blur, and without it a second draw would half undo it.
struct PlaceOffsetFile: Sendable {
    private struct Document: Codable {
        var version: Int
        /// Metres.
        var east: Double
        var north: Double
    }

    let path: String
    /// What is promised: no guess from the shown place alone comes nearer in more than one case of 36.
    static let protected = Metres(5000)
    private static let largest = 4096

    init(folder: String) { path = folder + "/place-offset.json" }

    /// The offset, drawn where there is none yet.
    ///
    /// - Throws: `Failure` when it cannot be read or written: then nothing is drawn anew.
    func offset() throws(Failure) -> PlaceOffset {
        guard !FileManager.default.fileExists(atPath: path) else { return try read() }
        var generator = SystemRandomNumberGenerator()
        let offset = PlaceOffset(protecting: Self.protected, using: &generator)
        let document = Document(version: 1, east: offset.east.rawValue, north: offset.north.rawValue)
        guard let data = try? JSONEncoder().encode(document), PrivateFile.replace(path, with: data) else {
            throw Failure("cannot write \(path); choose a folder that may be written with --data DIR")
        }
        return offset
    }

    private func read() throws(Failure) -> PlaceOffset {
        let bound = PlaceOffset.widths * Self.protected.rawValue * 1.001
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: Self.largest),
            let document = try? JSONDecoder().decode(Document.self, from: data), document.version == 1,
            abs(document.east) <= bound, abs(document.north) <= bound
        else {
            throw Failure(
                "\(path) cannot be read; restore it from a backup: another offset beside the one that was shown gives the place away"
            )
        }
        return PlaceOffset(east: Metres(document.east), north: Metres(document.north))
    }
}
