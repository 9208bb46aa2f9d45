import Foundation

/// The stream for people: progress, notes, errors. Results go to standard output.
enum StandardError {
    /// Writes one line.
    static func line(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
