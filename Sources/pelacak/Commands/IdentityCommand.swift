import Aero
import ArgumentParser
import Foundation
import Store

/// Who is who: lists brought in, looked at, taken back.
struct IdentityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identity",
        abstract: "Who an aircraft is: bring lists in, look, take them back.",
        discussion: """
            Examples:
              pelacak identity import tar1090-db aircraft.csv.gz --dry-run
              pelacak identity import own fleet.csv --source desk --yes
              pelacak identity import starter --dry-run
              pelacak identity show 14fa3a
              pelacak identity show RA-64508 --as-of 2026-11-26
              pelacak identity conflicts
              pelacak identity imports
              pelacak identity undo 3
              pelacak identity export facts.csv --leave-out
              pelacak identity retire tar1090-db

            No list of others comes with the program: you bring the file, and its rows keep their licence. starter is our own list of state
            aircraft, each row with its source. No names of persons are kept, from any file.
            A running server follows every change within seconds. docs/identity.md tells more.
            """,
        subcommands: [
            ImportIdentities.self, ListIdentityImports.self, UndoIdentityImport.self, ShowIdentity.self,
            ListIdentityConflicts.self, DecideIdentityConflict.self, ExportIdentities.self, RetireIdentitySource.self,
        ]
    )
}

/// The data folder whose identities are meant.
struct IdentityOptions: ParsableArguments {
    @OptionGroup var archive: ArchiveOptions

    var folder: String { archive.dataFolder }
    var isThere: Bool { FileManager.default.fileExists(atPath: "\(folder)/\(IdentityStore.name)") }

    /// - Parameter isNew: whether the database may be made.
    func open(isNew: Bool = false) throws(Failure) -> IdentityStore {
        guard isNew || isThere else {
            throw Failure(
                "\(folder): no list was brought in yet; begin with: pelacak identity import --help, or check --data"
            )
        }
        return try Self.run { () throws(IdentityError) in try IdentityStore(folder: folder) }
    }

    /// Turns errors of the store into one line and status 1, with what can be done.
    static func run<Value>(_ body: () throws(IdentityError) -> Value) throws(Failure) -> Value {
        do throws(IdentityError) { return try body() } catch { throw failure(error) }
    }

    static func failure(_ error: IdentityError) -> Failure {
        switch error {
        case .privacyList: Failure("\(error); ask for it with --privacy-list")
        case .doubtful: Failure("\(error); --shrink takes it all the same")
        case .notThisFormat: Failure("\(error); the formats are: \(ImportIdentities.formats)")
        case .sourceDiffers: Failure("\(error) with --source")
        case .unknownImport, .notTheLast: Failure("\(error); see: pelacak identity imports")
        case .unreadable, .newerSchema, .full, .failed, .badFile, .encoding, .tooManyRows, .unknownSource, .forbidden,
            .incompatible:
            Failure("\(error)")
        }
    }

    /// A time as people write it; a zone that is not written is told.
    static func time(_ text: String?) throws(UsageError) -> Timestamp? {
        guard let text else { return nil }
        let time = try TimeText.parse(text)
        if let note = TimeText.zoneNote(text) { StandardError.line("pelacak: \(note)") }
        return time
    }

    static func address(_ text: String) throws(UsageError) -> AircraftAddress {
        guard let address = AircraftAddress(text) else {
            throw UsageError(
                "\(text) is no address: write six hexadecimal digits, as 4ca1fa; ~ before one that is not ICAO's"
            )
        }
        return address
    }

    /// Prints one JSON document.
    static func write(_ document: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(document), as: UTF8.self))
    }

    /// A text from a file without what a terminal would obey.
    static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    scalar.value >= 32 && !(127..<160).contains(scalar.value) && !scalar.properties.isBidiControl
                }
            )
        )
    }
}
