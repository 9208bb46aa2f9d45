import Aero
import Bundles
import Foundation
import Store
import Visits

/// A bundle that is being written, for its owner alone: each item goes to the disk as it comes, the manifest last, so that half a bundle is
/// none. Of what stays out only the sum is taken.
final class BundleDraft {
    private let path: String
    private let draft: String
    private var items: [BundleItem] = []
    private var redactions: [BundleRedaction] = []

    /// - Throws: `Failure` where the folder is there already, or cannot be written.
    init(to path: String) throws(Failure) {
        let files = FileManager.default
        guard !files.fileExists(atPath: path) else { throw Failure(BundleWords.folderIsThere(path)) }
        draft = path + ".part"
        guard !files.fileExists(atPath: draft) else {
            throw Failure(BundleWords.isBrokenOff(draft))
        }
        self.path = path
        try Self.makeFolder(draft)
    }

    func add(_ content: BundleContent) throws(Failure) {
        items.append(content.item)
        if let reason = content.redacted { return redactions.append(BundleRedaction(content.item.path, reason)) }
        let full = try place(of: content.item.path)
        guard PrivateFile.replace(full, with: Data(content.bytes)) else { throw Self.unwritable(full) }
    }

    /// Adds a slice of raw messages, which may be too much to be held at once.
    ///
    /// - Parameter item: what it is, with its length and sum, which are found out here.
    func add(
        _ path: BundlePath,
        _ pieces: consuming RawSlicePieces,
        redacted: BundleRedaction.Reason?,
        item: (_ bytes: Int, _ sum: ContentSum) -> BundleItem
    ) throws(Failure) {
        var (digest, bytes) = (ContentDigest(), 0)
        let handle = try redacted == nil ? file(path) : nil
        while let piece = try Self.next(&pieces) {
            digest.update(piece)
            bytes += piece.count
            do { try handle?.write(contentsOf: Data(piece)) } catch { throw Self.unwritable(path.text) }
        }
        do {
            try handle?.synchronize()
            try handle?.close()
        } catch { throw Self.unwritable(path.text) }
        guard let sum = ContentSum(digest.finish()) else { throw Failure(BundleWords.noSum(path.text)) }
        items.append(item(bytes, sum))
        if let redacted { redactions.append(BundleRedaction(path, redacted)) }
    }

    private static func next(_ pieces: inout RawSlicePieces) throws(Failure) -> [UInt8]? {
        do throws(RawError) { return try pieces.next() } catch { throw Failure("\(error)") }
    }

    /// A new file for an item.
    private func file(_ path: BundlePath) throws(Failure) -> FileHandle {
        let full = try place(of: path)
        guard let handle = PrivateFile.create(full) else { throw Self.unwritable(full) }
        return handle
    }

    /// Writes the manifest and gives the folder its name.
    func finish(_ head: BundleHead) throws(Failure) -> BundleManifest {
        let manifest: BundleManifest
        do throws(BundleManifestError) {
            manifest = try BundleManifest(head: head, items: items, redactions: redactions)
        } catch { throw Failure(BundleWords.text(.badManifest(error))) }
        guard PrivateFile.replace(draft + "/" + BundleLayout.manifest, with: Data(manifest.bytes)) else {
            throw Self.unwritable(draft)
        }
        do { try FileManager.default.moveItem(atPath: draft, toPath: path) } catch {
            throw Failure(BundleWords.failed(path, error.localizedDescription))
        }
        return manifest
    }

    /// Takes away what was written of a bundle that is not finished.
    func drop() { try? FileManager.default.removeItem(atPath: draft) }

    private func place(of item: BundlePath) throws(Failure) -> String {
        let full = draft + "/" + item.text
        try Self.makeFolder((full as NSString).deletingLastPathComponent)
        return full
    }

    private static func makeFolder(_ path: String) throws(Failure) {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch { throw Failure(BundleWords.failed(path, error.localizedDescription)) }
    }

    private static func unwritable(_ path: String) -> Failure {
        Failure(BundleWords.diskFull(path))
    }
}
