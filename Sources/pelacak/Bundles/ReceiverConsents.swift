import Aero
import Bundles
import Foundation

/// Who agreed that the raw messages of his receiver leave in bundles: a file that is only added to, `DATA/consents.jsonl`.
struct ReceiverConsents {
    /// One line: what an owner said, as whoever runs the site wrote it down.
    struct Entry: Codable, Hashable, Sendable {
        let when: String
        /// Who wrote it down.
        let who: String
        /// The archive's number of the receiver.
        let receiver: UInt32
        /// Whether he agrees from then on, or no longer.
        let agrees: Bool
        /// How it is known: a letter's date, a ticket's number. No name of a private person.
        let why: String
    }

    private let file: PrivateJSONLines<Entry>
    var path: String { file.path }

    init(folder: String) {
        file = PrivateJSONLines(path: folder + "/consents.jsonl", largest: 4_000_000)
    }

    /// All that was written down, oldest first; a line that cannot be read may take a consent back, so none is passed over.
    func entries() throws(Failure) -> [Entry] {
        do throws(PrivateJSONLinesError) { return try file.everyLine() } catch { throw Self.failure(error, path) }
    }

    /// Receivers whose owners agree, by what was written down last of each. Who was never asked does not.
    func agreeing() throws(Failure) -> Set<UInt32> {
        let last = try entries().reduce(into: [:]) { $0[$1.receiver] = $1.agrees }
        return Set(last.filter(\.value).keys)
    }

    func append(_ entry: Entry) throws(Failure) {
        do throws(PrivateJSONLinesError) { try file.append(entry) } catch { throw Self.failure(error, path) }
    }

    private static func failure(_ error: PrivateJSONLinesError, _ path: String) -> Failure {
        switch error {
        case .unreadable: Failure(BundleWords.cannotRead(path))
        case .tooLarge(let bytes): Failure(BundleWords.tooLong(path, bytes: bytes))
        case .unwritable: Failure(BundleWords.cannotWrite(path))
        case .strange(let line): Failure(BundleWords.strangeConsent(line: line, of: path))
        }
    }
}
