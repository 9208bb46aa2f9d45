public import Foundation

/// What the tests of several rooms share.
public enum TestSupport {
    /// The entries of a vector file, each a JSON object with its source.
    public static func vectors(_ name: String) -> [[String: Any]] {
        let file = Bundle.module.resourceURL?.appendingPathComponent("Vectors/\(name).json")
        guard let file, let data = try? Data(contentsOf: file) else { return [] }
        return (try? JSONSerialization.jsonObject(with: data)) as? [[String: Any]] ?? []
    }

    /// The folder of recordings beside the checkout, `../shared/data`; `nil` when it is not there.
    public static let recordings: URL? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.deletingLastPathComponent().appendingPathComponent("shared/data")
        return FileManager.default.fileExists(atPath: folder.appendingPathComponent("README.md").path) ? folder : nil
    }()

    /// Whether the recordings are there; a test that needs them is skipped aloud without.
    public static var hasRecordings: Bool { recordings != nil }

    /// The lines of a recording in text form.
    public static func lines(_ path: String) throws -> [Substring] {
        guard let recordings else { return [] }
        let text = try String(contentsOf: recordings.appendingPathComponent(path), encoding: .utf8)
        return text.split(whereSeparator: \.isNewline)
    }
}

/// Random numbers that are the same in every run.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64
    public init(seed: UInt64) { state = seed }

    /// - Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (SplitMix64), 2014.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
