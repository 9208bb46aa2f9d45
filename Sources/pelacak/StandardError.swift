import Foundation

/// The stream for people: progress, notes, errors. Results go to standard output.
enum StandardError {
    /// Writes one line.
    static func line(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}
