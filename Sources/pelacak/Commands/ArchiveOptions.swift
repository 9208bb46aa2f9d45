import Aero
import ArgumentParser
import Foundation
import Store
import Tracking

/// Which archive a command works on.
struct ArchiveOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder for configuration and history; PELACAK_DATA or data without.", valueName: "DIR"))
    var data: String?

    /// The folder of configuration and history.
    var dataFolder: String {
        let variable = ProcessInfo.processInfo.environment["PELACAK_DATA"]
        return data ?? variable.flatMap { $0.isEmpty ? nil : $0 } ?? "data"
    }

    /// The folder of a realm's archive.
    func folder(_ realm: ArchiveRealm) -> String { "\(dataFolder)/history/\(realm.rawValue)" }

    /// Whether there is an archive of a realm.
    func has(_ realm: ArchiveRealm) -> Bool {
        FileManager.default.fileExists(atPath: folder(realm) + "/pelacak.sqlite")
    }

    /// Opens an archive to ask it, also while a server writes it.
    func read(_ realm: ArchiveRealm) throws(Failure) -> HistoryStore {
        guard has(realm) else {
            try refuseClosed()
            throw Failure("\(folder(realm)): there is no archive yet; check --data and --realm")
        }
        do { return try HistoryStore(reading: folder(realm), realm: realm) } catch { throw Self.failure(error) }
    }

    /// What may not be looked into is not taken for empty.
    ///
    /// - Throws: who may.
    func refuseClosed() throws(Failure) {
        for path in [dataFolder, dataFolder + "/history", dataFolder + "/raw"] {
            guard unsafe access(path, R_OK | X_OK) != 0, errno == EACCES else { continue }
            throw Failure(
                "\(path) may not be read by this user; run it as the one whose it is, for the Debian package: sudo -u pelacak pelacak …"
            )
        }
    }

    static func realm(_ text: String) throws(UsageError) -> ArchiveRealm {
        guard let realm = ArchiveRealm(rawValue: text) else {
            throw UsageError("--realm \(text): write real, imported or simulated")
        }
        return realm
    }

    /// Opens an archive.
    ///
    /// - Parameter isNew: whether it may be made.
    func open(_ realm: ArchiveRealm, isNew: Bool) throws(Failure) -> HistoryStore {
        let path = folder(realm)
        guard isNew || FileManager.default.fileExists(atPath: path) else {
            throw Failure("\(path): there is no archive yet; check --data, or import something first")
        }
        var settings = ArchiveSettings()
        // Imported times jump: the count of rows alone decides when they are sealed.
        settings.sealsByTime = false
        settings.rowsPerLog = 1_000_000
        do { return try HistoryStore(folder: path, realm: realm, settings: settings) } catch {
            throw Self.failure(error)
        }
    }

    static func failure(_ error: ArchiveError) -> Failure {
        switch error {
        case .inUse: Failure("\(error); stop that one first, and start it again afterwards")
        case .full: Failure("\(error), make room and start again")
        case .unreadable, .newerSchema, .badQuestion, .failed: Failure("\(error)")
        }
    }
}

/// What `--icao`, `--box`, `--from`, `--to` say.
struct ChoiceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only these addresses; ~ before those that are no ICAO ones.", valueName: "HEX,…"))
    var icao: String?
    @Option(
        help: ArgumentHelp("Only positions in this box: south, west, north, east in degrees.", valueName: "S,W,N,E")
    ) var box: String?
    @Option(help: ArgumentHelp("From then on; ISO 8601 or seconds since 1970.", valueName: "T")) var from: String?
    @Option(help: ArgumentHelp("Until then.", valueName: "T")) var to: String?

    func addresses() throws(UsageError) -> [AircraftAddress]? {
        guard let icao else { return nil }
        var found: [AircraftAddress] = []
        for word in icao.split(separator: ",") {
            guard let address = AircraftAddress(word.filter { $0 != " " }) else {
                throw UsageError("--icao \(word): write six hexadecimal digits, as 4ca1fa")
            }
            found.append(address)
        }
        guard !found.isEmpty else { throw UsageError("--icao: write six hexadecimal digits, as 4ca1fa") }
        return found
    }

    func area() throws(UsageError) -> ArchiveArea? {
        guard let box else { return nil }
        let numbers = box.split(separator: ",").compactMap { Double($0) }
        guard numbers.count == 4,
            let area = ArchiveArea(south: numbers[0], west: numbers[1], north: numbers[2], east: numbers[3])
        else { throw UsageError("--box \(box): write SOUTH,WEST,NORTH,EAST in degrees, as 45,5,48,11") }
        return area
    }

    /// The times, where they are written; a zone that is not is told.
    func times() throws(UsageError) -> (from: Timestamp?, to: Timestamp?) {
        for text in [from, to].compactMap(\.self) {
            if let note = TimeText.zoneNote(text) { StandardError.line("pelacak: \(note)") }
        }
        let (start, end) = (try from.map(TimeText.parse), try to.map(TimeText.parse))
        if let start, let end, start >= end { throw UsageError("--from \(from ?? "") is not before --to \(to ?? "")") }
        return (start, end)
    }
}
