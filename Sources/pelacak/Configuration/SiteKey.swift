import Crypto
import Foundation

/// The secret of this installation: 32 random bytes in the data folder, made once, for its owner's eyes only.
struct SiteKey: Sendable {
    let key: SymmetricKey

    private static let fileName = "site.key"

    init(key: SymmetricKey) { self.key = key }

    /// Where the key of a data folder lies.
    static func path(in folder: String) -> String {
        URL(fileURLWithPath: folder).appendingPathComponent(fileName).path
    }

    /// Reads the key of a data folder, or makes one.
    ///
    /// - Throws: `Failure` that says what to do.
    static func of(folder: String) throws(Failure) -> SiteKey {
        let path = path(in: folder)
        if let text = try? String(contentsOfFile: path, encoding: .utf8) {
            guard let bytes = bytes(of: text), bytes.count == 32 else {
                throw Failure("\(path) holds no key; restore it, or remove it and a new one is made")
            }
            return SiteKey(key: SymmetricKey(data: bytes))
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Failure("cannot read \(path); check that you may read it")
        }
        // Made by the system's generator of secrets.
        let key = SymmetricKey(size: .bits256)
        // safe: the bytes are copied inside the closure.
        let text = unsafe key.withUnsafeBytes { bytes in unsafe bytes.map { String(format: "%02x", $0) }.joined() }
        let draft = path + ".new"
        let isWritten = FileManager.default.createFile(
            atPath: draft,
            contents: Data((text + "\n").utf8),
            attributes: [.posixPermissions: 0o600]
        )
        // safe: both paths live as long as the call. `rename` never leaves half a file.
        guard isWritten, unsafe rename(draft, path) == 0 else {
            throw Failure("cannot write \(path); choose a folder that may be written with --data DIR")
        }
        return SiteKey(key: key)
    }

    private static func bytes(of text: String) -> [UInt8]? {
        let digits = Array(text.utf8.filter { $0 > 0x20 })
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        return bytes
    }
}
