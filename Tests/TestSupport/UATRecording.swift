import Foundation

/// The shared UAT recordings: text as dump978 prints it, 439 downlink frames of one and 2 of another.
public enum UATRecording {
    /// Whether they are there.
    public static var isThere: Bool { TestSupport.hasRecordings }

    /// The bytes of both, unpacked, one after the other.
    public static func bytes() throws -> [UInt8] {
        guard let folder = TestSupport.recordings?.appendingPathComponent("uat") else { return [] }
        let packed = folder.appendingPathComponent("dump978-sample-data.txt.gz")
        return try unpacked(packed) + [UInt8](Data(contentsOf: folder.appendingPathComponent("example.dump978")))
    }

    /// The lines of both.
    public static func lines() throws -> [String] {
        try String(decoding: bytes(), as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    private static func unpacked(_ file: URL) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitForEnd()
        return [UInt8](data)
    }
}
