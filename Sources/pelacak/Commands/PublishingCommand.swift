import Aero
import ArgumentParser
import Foundation

/// Asks what is to be thought of before others are shown anything, and keeps the answers.
struct PublishingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publishing",
        abstract: "Answer what is asked before publishing, and read what was answered.",
        discussion: """
            Examples:
              pelacak publishing decide
              pelacak publishing decide --conflict no --medical yes --after-landing yes --why "ambulances are on the list"
              pelacak publishing decide --subject "visit of December" --conflict no --medical no --after-landing yes --why "embargo is set"
              pelacak publishing show

            Nothing is kept from you, and nothing is done for you: the answers are written down with who, when and why, and each that calls
            for care says what helps.
            """,
        subcommands: [DecidePublishing.self, ShowPublishing.self]
    )

    static func record(_ data: String?) throws -> PublishingRecord {
        var flags = ServeSettings.Flags()
        flags.data = data
        return PublishingRecord(
            folder: try ServeSettings(flags: flags, environment: ProcessInfo.processInfo.environment).dataFolder
        )
    }
}

/// `pelacak publishing decide`
struct DecidePublishing: ParsableCommand {
    enum Answer: String, ExpressibleByArgument, CaseIterable {
        case yes, no
    }

    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Answer the questions; in a terminal those are asked that were not answered."
    )

    @Option(help: ArgumentHelp("What is published: site, or the name of a visit.", valueName: "NAME"))
    var subject = PublishingRecord.site
    @Option(help: "Does what is heard show movements in or near a conflict zone?") var conflict: Answer?
    @Option(help: "Are ambulance, rescue or evacuation flights heard?") var medical: Answer?
    @Option(help: "Is a visit shown only when the aircraft has landed?") var afterLanding: Answer?
    @Option(help: ArgumentHelp("Why it is right to publish, for the record.", valueName: "TEXT")) var why: String?
    @Option(help: ArgumentHelp("Who decided, for the record; your account without.", valueName: "WHO")) var by: String?
    @Option(
        help: ArgumentHelp("Folder for configuration and history; PELACAK_DATA or data without.", valueName: "DIR")
    )
    var data: String?

    func run() throws {
        guard (1...200).contains(subject.utf8.count), !subject.unicodeScalars.contains(where: { $0.value < 0x20 })
        else {
            throw UsageError("--subject is 1 to 200 bytes in one line")
        }
        var answers: [String: Bool] = [:]
        for (question, given) in [
            (PublishingQuestion.conflict, conflict), (.medical, medical), (.afterLanding, afterLanding),
        ] {
            answers[question.rawValue] = try given.map { $0 == .yes } ?? ask(question)
        }
        let reason = try why ?? askWhy()
        let entry = try SuppressCommand.entry(why: reason, by: by)
        let record = try PublishingCommand.record(data)
        let decision = PublishingRecord.Decision(
            when: entry.when,
            who: entry.who,
            subject: subject,
            answers: answers,
            why: entry.why
        )
        try FileManager.default.createDirectory(
            atPath: URL(fileURLWithPath: record.path).deletingLastPathComponent().path,
            withIntermediateDirectories: true
        )
        try record.append(decision)
        StandardError.line("pelacak: written down in \(record.path)")
        for question in decision.cares { print("\(question.rawValue): \(question.advice)") }
    }

    private func ask(_ question: PublishingQuestion) throws -> Bool {
        guard isatty(STDIN_FILENO) == 1 else {
            throw UsageError("--\(question.rawValue) yes|no: \(question.text)")
        }
        while true {
            StandardError.line("\(question.text) [yes/no]")
            guard let line = readLine() else { throw Failure("left as it was") }
            switch line.trimmingCharacters(in: .whitespaces).lowercased() {
            case "yes", "y": return true
            case "no", "n": return false
            default: continue
            }
        }
    }

    private func askWhy() throws -> String {
        guard isatty(STDIN_FILENO) == 1 else { throw UsageError("--why says why it is right to publish") }
        StandardError.line("Why is it right to publish?")
        guard let line = readLine(), !line.isEmpty else { throw Failure("left as it was") }
        return line
    }
}

/// `pelacak publishing show`
struct ShowPublishing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print what was answered: when, of what, the answers, by whom, why; for your own eyes."
    )

    @Option(
        help: ArgumentHelp("Folder for configuration and history; PELACAK_DATA or data without.", valueName: "DIR")
    )
    var data: String?

    func run() throws {
        for decision in try PublishingCommand.record(data).decisions() {
            let answers = PublishingQuestion.allCases.map { question in
                "\(question.rawValue)=\(decision.answers[question.rawValue].map { $0 ? "yes" : "no" } ?? "?")"
            }
            print(
                [decision.when, decision.subject, answers.joined(separator: " "), decision.who, decision.why]
                    .joined(separator: "\t")
            )
        }
    }
}

extension PublishingQuestion {
    /// The question in words.
    fileprivate var text: String {
        switch self {
        case .conflict: "Does what is heard show movements in or near a conflict zone?"
        case .medical: "Are ambulance, rescue or evacuation flights heard?"
        case .afterLanding: "Is a visit shown only when the aircraft has landed?"
        }
    }

    /// What helps, where the answer calls for care.
    fileprivate var advice: String {
        switch self {
        case .conflict:
            "who is seen there may be in danger by it: a delay of a day (public-delay: 86400), or only holders of a token (read: token)"
        case .medical:
            "they carry patients and those who help: leave them out (pelacak suppress add HEX --mode public --why …), or delay all"
        case .afterLanding:
            "show it after landing: pelacak suppress add HEX --mode embargo --to TIME --reason visit --why …, and set the time anew when you know more"
        }
    }
}
