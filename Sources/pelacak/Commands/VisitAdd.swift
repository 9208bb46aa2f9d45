import ArgumentParser
import Foundation
import Site
import Store
import Visits

/// `pelacak visit add`
struct VisitAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Keep a report: begin a visit with it, or add it to one; prints the visit's name.",
        discussion: """
            Examples:
              pelacak visit add story.txt --published 2024-06-18T20:00+07:00 --address https://news.example/story
              pelacak visit add second.txt --to k3v9x2m4q8za
              pelacak visit add track.kml --kind kml --to k3v9x2m4q8za --licence "with permission"

            A text in Indonesian or English is drafted; stops wait to be confirmed. One in another language (--language) is kept, and words
            of it can be marked on the page. The report stays in DATA/visits; it is never handed out whole.
            """
    )

    @Argument(help: ArgumentHelp("The report; - is standard input.", valueName: "FILE")) var file: String
    @Option(help: ArgumentHelp("text, picture, kml, csv, sighting or note.", valueName: "KIND")) var kind = "text"
    @Option(help: ArgumentHelp("The visit it is added to; a new one without.", valueName: "NAME")) var to: String?
    @Option(help: ArgumentHelp("When it was published, with the outlet's offset.", valueName: "T")) var published:
        String?
    @Option(help: ArgumentHelp("When a picture was taken, something was seen, a page was saved.", valueName: "T"))
    var captured: String?
    @Option(help: ArgumentHelp("Of the report.", valueName: "TEXT")) var title: String?
    @Option(help: ArgumentHelp("Where it stands.", valueName: "URL")) var address: String?
    @Option(help: ArgumentHelp("Who published it.", valueName: "TEXT")) var outlet: String?
    @Option(help: ArgumentHelp("Of the text: id and en are drafted.", valueName: "CODE")) var language: String?
    @Option(help: ArgumentHelp("Under which terms the copy is kept.", valueName: "TEXT")) var licence: String?
    @Option(help: ArgumentHelp("Who puts it in.", valueName: "TEXT")) var who = "command line"
    @OptionGroup var options: VisitOptions

    func run() throws {
        guard let kind = Report.Kind(rawValue: kind) else {
            throw UsageError("--kind is one of \(Report.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let answers = try options.answers()
        let bytes = try Self.bytes(of: file)
        let store = try options.open(isNew: to == nil)
        let before = try to.map { id throws(Failure) in try options.visit(id, in: store) }
        let time = TimeText.now
        let (acts, copies): ([VisitChange.Act], [ReportCopy])
        do throws(VisitAnswers.Refusal) {
            (acts, copies) = try answers.acts(
                adding: bytes,
                kind: kind,
                fields: fields,
                to: before?.visit ?? Visit(),
                by: who,
                at: time,
                sha256: VisitStore.sha256(of:)
            )
        } catch { throw Failure(error.reason) }
        let kept = try VisitOptions.run { () throws(VisitKeepingError) in
            if let before {
                return try store.apply(acts, copies: copies, to: before.id, after: before.version, by: who, at: time)
            }
            return try store.begin(acts, copies: copies, by: who, at: time)
        }
        let open = kept.visit.stops.filter { $0.confirmedBy == nil }.count
        print(kept.id)
        StandardError.line("pelacak: kept as \(kept.id): \(kept.visit.stops.count) stops, \(open) to be confirmed")
    }

    private var fields: ReportFields {
        var fields = ReportFields()
        (fields.title, fields.address, fields.outlet) = (title, address, outlet)
        (fields.published, fields.capturedAt) = (published, captured)
        (fields.language, fields.licence) = (language, licence)
        fields.name = file == "-" ? nil : URL(fileURLWithPath: file).lastPathComponent
        return fields
    }

    /// - Throws: `Failure` for what cannot be read, or is larger than is kept.
    private static func bytes(of file: String) throws(Failure) -> [UInt8] {
        guard let handle = file == "-" ? .standardInput : FileHandle(forReadingAtPath: file),
            let data = try? handle.read(upToCount: ReportCopy.largest + 1)
        else { throw Failure("\(file) cannot be read, or is empty") }
        guard data.count <= ReportCopy.largest else {
            throw Failure("\(file): a report has at most \(ReportCopy.largest) bytes")
        }
        return [UInt8](data)
    }
}
