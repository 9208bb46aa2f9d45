import Bundles
import Foundation
import Visits

/// The editions of an installation: `DATA/editions/N/`, each a folder that any web host serves as it is; objections lie beside, private.
struct EditionShelf {
    let folder: String

    init(dataFolder: String) { folder = dataFolder + "/editions" }

    private static let content = "edition.json"
    private static let largest = 32_000_000

    func path(_ number: Int) -> String { "\(folder)/\(number)" }

    /// Numbers of what was published and is there, rising.
    func numbers() -> [Int] { names().compactMap { Self.number($0) }.sorted() }

    private func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }

    private static func number(_ name: some StringProtocol) -> Int? {
        guard let number = Int(name), number > 0, "\(number)" == name else { return nil }
        return number
    }

    /// Whether there is an edition of that number.
    func holds(_ number: Int) -> Bool {
        number > 0 && FileManager.default.fileExists(atPath: path(number) + "/" + Self.content)
    }

    /// Tells whether what is written of an edition is still what was read of it.
    func stamp(_ number: Int) -> Stamp? {
        let path = path(number) + "/" + Self.content
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let changed = attributes[.modificationDate] as? Date, let size = attributes[.size] as? NSNumber
        else { return nil }
        return Stamp(changed: changed, bytes: size.intValue)
    }

    struct Stamp: Hashable {
        let changed: Date
        let bytes: Int
    }

    // MARK: Numbers

    /// The last number that was given, written before its edition is there.
    private var counter: String { folder + "/last" }

    /// The number of the next edition: one that never was given, whatever was taken out of the folder since.
    func nextNumber() throws(Failure) -> Int {
        // Objections stay where their edition is gone.
        let objected = names().compactMap { name in
            name.hasPrefix("challenges-") && name.hasSuffix(".jsonl")
                ? Self.number(name.dropFirst("challenges-".count).dropLast(".jsonl".count)) : nil
        }
        var last = max(numbers().last ?? 0, objected.max() ?? 0)
        if FileManager.default.fileExists(atPath: counter) {
            guard let bytes = Self.bytes(counter),
                let given = Self.number(String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self))
            else { throw Failure("\(counter) is no number: write the last number into it that an edition was given") }
            last = max(last, given)
        }
        return last + 1
    }

    /// - Throws: `Failure` where there is none of that number, or it cannot be read.
    func edition(_ number: Int) throws(Failure) -> Edition {
        let path = path(number) + "/" + Self.content
        guard let bytes = Self.bytes(path) else { throw Failure("there is no edition \(number) in \(folder)") }
        do throws(EditionError) { return try Edition(reading: bytes) } catch { throw Failure("\(path): \(error)") }
    }

    /// The last edition of a visit, flight or silence; `nil` where none was published.
    func last(of subject: EditionSubject) throws(Failure) -> Edition? {
        for number in numbers().reversed() {
            let edition = try edition(number)
            if edition.subject == subject { return edition }
        }
        return nil
    }

    private static func bytes(_ path: String) -> [UInt8]? {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: largest + 1), data.count <= largest
        else { return nil }
        return [UInt8](data)
    }

    /// The files of an edition by name: what it says, and a page in each language.
    static func files(_ edition: Edition) -> [(name: String, bytes: [UInt8])] {
        [(content, edition.bytes)]
            + [Draft.Language.english, .indonesian].map { language in
                (EditionPage.name(language), EditionPage(edition, language).bytes)
            }
    }

    /// The pages of the objections that are told. They lie beside the edition and are written anew; it is not.
    private static func files(_ book: ChallengeBook) -> [(name: String, bytes: [UInt8])] {
        [Draft.Language.english, .indonesian].map { (ObjectionsPage.name($0), ObjectionsPage(book, $0).bytes) }
    }

    /// Writes an edition under its number, whole or not at all. A number is never given twice.
    func publish(_ edition: Edition) throws(Failure) {
        let (files, target) = (FileManager.default, path(edition.number))
        guard !files.fileExists(atPath: target) else { throw Failure("\(target) is there already") }
        let draft = "\(folder)/.\(edition.number)-\(UUID().uuidString)"
        do {
            try files.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            guard PrivateFile.replace(counter, with: Data("\(max(edition.number, try nextNumber() - 1))\n".utf8)) else {
                throw Failure("\(counter) cannot be written")
            }
            try files.createDirectory(atPath: draft, withIntermediateDirectories: false)
            for (name, bytes) in Self.files(edition) + Self.files(ChallengeBook(edition)) {
                try Data(bytes).write(to: URL(fileURLWithPath: draft + "/" + name))
            }
            try files.moveItem(atPath: draft, toPath: target)
        } catch {
            try? files.removeItem(atPath: draft)
            throw error as? Failure ?? Failure("\(target): \(error.localizedDescription)")
        }
    }

    /// Names of files that are not as this edition makes them: changed since, or written by another version.
    func changedFiles(_ edition: Edition) -> [String] {
        Self.files(edition).filter { Self.bytes(path(edition.number) + "/" + $0.name) != $0.bytes }.map(\.name)
    }

    // MARK: Objections

    private func challengePath(_ number: Int) -> String { "\(folder)/challenges-\(number).jsonl" }

    /// What was objected to an edition, and what came of it.
    func challenges(_ number: Int) throws(Failure) -> ChallengeBook {
        var book = ChallengeBook(try edition(number))
        let path = challengePath(number)
        guard FileManager.default.fileExists(atPath: path) else { return book }
        guard let bytes = Self.bytes(path) else { throw Failure("\(path) cannot be read") }
        do throws(ChallengeError) { try book.take(lines: bytes) } catch { throw Self.unreadable(path) }
        return book
    }

    private static func unreadable(_ path: String) -> Failure {
        Failure("\(path): a line of it is no entry; where a crash cut it short, take it out and write the entry anew")
    }

    /// Takes an entry down; it is on the disk when this returns.
    func take(_ entry: ChallengeBook.Entry, for number: Int) throws(Failure) -> ChallengeBook {
        var book = try challenges(number)
        let time = TimeText.now
        do throws(ChallengeError) { try book.take(entry, at: time) } catch {
            switch error {
            case .noSuchSentence(let anchor): throw Failure("edition \(number) has no sentence \(anchor)")
            case .badText: throw Failure("a text is 1 to \(Challenge.longest) bytes, without control characters")
            case .noSuchChallenge(let one): throw Failure("edition \(number) has no objection \(one)")
            case .unreadable: throw Self.unreadable(challengePath(number))
            }
        }
        let path = challengePath(number)
        guard PrivateFile.append(Data(ChallengeBook.line(entry, at: time)), to: path) else {
            throw Failure("\(path) cannot be written")
        }
        for (name, bytes) in Self.files(book) {
            do {
                try Data(bytes).write(to: URL(fileURLWithPath: self.path(number) + "/" + name), options: .atomic)
            } catch {
                throw Failure("taken down, but \(self.path(number))/\(name): \(error.localizedDescription)")
            }
        }
        return book
    }
}
