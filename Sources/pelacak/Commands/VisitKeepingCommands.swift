import Aero
import ArgumentParser
import Foundation
import Site
import Store
import Visits

/// The visits of a data folder.
struct VisitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Language of names and sentences: en or id.", valueName: "LANG")) var lang = "en"
    @OptionGroup var archive: ArchiveOptions

    var folder: String { StoredVisitDesk.folder(in: archive.dataFolder) }

    func language() throws(UsageError) -> NameLanguage {
        switch lang {
        case "en": .english
        case "id": .indonesian
        default: throw UsageError("--lang is en or id")
        }
    }

    func answers() throws(UsageError) -> VisitAnswers {
        VisitAnswers(gazetteer: FlightOptions.gazetteer(), language: try language())
    }

    /// - Parameter isNew: whether the database may be made.
    func open(isNew: Bool = false) throws(Failure) -> VisitStore {
        guard isNew || FileManager.default.fileExists(atPath: folder + "/" + VisitStore.name) else {
            throw Failure("\(folder): no visit is kept yet; begin with: pelacak visit add FILE, or check --data")
        }
        return try Self.run { () throws(VisitKeepingError) in try VisitStore(folder: folder) }
    }

    func visit(_ id: String, in store: VisitStore) throws(Failure) -> KeptVisit {
        guard let kept = try Self.run({ () throws(VisitKeepingError) in try store.visit(id) }) else {
            throw Failure("there is no visit \(IdentityOptions.plain(id)); pelacak visit list names them")
        }
        return kept
    }

    static func run<Value>(_ body: () throws(VisitKeepingError) -> Value) throws(Failure) -> Value {
        do throws(VisitKeepingError) { return try body() } catch { throw Failure(error.words) }
    }
}

/// `pelacak visit list`
struct VisitList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The visits that are kept, the one changed last first."
    )

    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var options: VisitOptions

    func run() throws {
        let (store, answers) = (try options.open(), try options.answers())
        let visits = try VisitOptions.run { () throws(VisitKeepingError) in try store.visits() }
        if json { return try QuestionOptions.write(answers.list(visits)) }
        for kept in visits {
            let words = [kept.visit.status.rawValue, kept.visit.isPublic ? "public" : "private"]
            let title = IdentityOptions.plain(answers.title(of: kept.visit))
            print("\(kept.id)  \(TimeText.iso(kept.changed))  \(words.joined(separator: ", "))  \(title)")
        }
    }
}

/// `pelacak visit show`
struct VisitShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "A visit: stops, claims with what physics says of them, what is open, what was done."
    )

    @Argument(help: ArgumentHelp("As the list has it.", valueName: "NAME")) var visit: String
    @Flag(help: "Print JSON: what the interface answers the operator.") var json = false
    @OptionGroup var options: VisitOptions

    func run() throws {
        let (store, answers) = (try options.open(), try options.answers())
        let kept = try options.visit(visit, in: store)
        if json { return try QuestionOptions.write(answers.document(kept)) }
        let language: Draft.Language = try options.language() == .indonesian ? .indonesian : .english
        let text = VisitText(
            kept: kept,
            title: answers.title(of: kept.visit),
            words: answers.words(of: kept.visit),
            language: language
        )
        for line in text.lines() { print(line) }
    }
}

/// `pelacak visit export`
struct VisitExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "A visit as a file for others: quoted words, links and sums, no texts and no names of people here."
    )

    @Argument(help: ArgumentHelp("As the list has it.", valueName: "NAME")) var visit: String
    @Option(help: ArgumentHelp("json, geojson or csv.", valueName: "FORMAT")) var format = "json"
    @OptionGroup var options: VisitOptions

    func run() throws {
        let (store, answers) = (try options.open(), try options.answers())
        let kept = try options.visit(visit, in: store)
        guard let bytes = answers.export(kept, as: format, at: TimeText.now) else {
            throw UsageError("--format is json, geojson or csv")
        }
        FileHandle.standardOutput.write(Data(bytes))
    }
}
