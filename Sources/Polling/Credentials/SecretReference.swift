public import Aero
import Foundation

/// Where a key is: written out, in a file or in the environment.
public enum SecretReference: Hashable, Sendable {
    case literal(Secret)
    case file(path: String)
    case environment(name: String)

    private static let largestFile = 8192

    /// Fetches the key.
    ///
    /// - Throws: `PollSourceError` naming where it was looked for, never what was found.
    public func resolve(_ environment: [String: String]) throws(PollSourceError) -> Secret {
        switch self {
        case .literal(let secret): return secret
        case .file(let path):
            guard let handle = FileHandle(forReadingAtPath: path) else {
                throw PollSourceError(field: "key", "the key file \(path) cannot be read")
            }
            defer { try? handle.close() }
            guard let data = try? handle.read(upToCount: Self.largestFile),
                let secret = Secret(String(decoding: data, as: UTF8.self))
            else { throw PollSourceError(field: "key", "the key file \(path) holds no key of one line") }
            return secret
        case .environment(let name):
            guard let secret = environment[name].flatMap({ Secret($0) }) else {
                throw PollSourceError(field: "key", "the environment has no key under \(name)")
            }
            return secret
        }
    }

    /// Reads `WORD=`, `WORD-file=` or `WORD-env=` out of a source's options.
    ///
    /// - Throws: `PollSourceError` when there are several, or one that cannot be meant.
    static func take(_ word: String, _ options: inout [String: String]) throws(PollSourceError) -> SecretReference? {
        var found: [SecretReference] = []
        if let text = options.removeValue(forKey: word) {
            guard let secret = Secret(text) else { throw PollSourceError(field: word, "\(word)= is no key") }
            found.append(.literal(secret))
        }
        if let path = options.removeValue(forKey: "\(word)-file") {
            guard (1...1024).contains(path.utf8.count), !path.utf8.contains(0) else {
                throw PollSourceError(field: word, "\(word)-file= needs a path")
            }
            found.append(.file(path: path))
        }
        if let name = options.removeValue(forKey: "\(word)-env") {
            guard name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]{0,63}/) != nil else {
                throw PollSourceError(field: word, "\(word)-env= needs the name of a variable")
            }
            found.append(.environment(name: name))
        }
        guard found.count <= 1 else {
            throw PollSourceError(field: word, "write one of \(word)=, \(word)-file= and \(word)-env=")
        }
        return found.first
    }

    /// As `take` reads it. A key written out is in it: for the configuration file alone.
    func option(_ word: String) -> (String, String) {
        switch self {
        case .literal(let secret): (word, secret.value)
        case .file(let path): ("\(word)-file", path)
        case .environment(let name): ("\(word)-env", name)
        }
    }
}
