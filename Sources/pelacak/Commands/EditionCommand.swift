import ArgumentParser
import Bundles
import Foundation
import Site
import Visits

/// Dossiers as they were published.
struct EditionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition",
        abstract:
            "Freeze a visit as a numbered edition: static pages in both languages; list, show, take objections down.",
        discussion: """
            Examples:
              pelacak edition publish k3v9x2m4q8za
              pelacak edition publish k3v9x2m4q8za --note "the second stop was read wrongly" --bundle visit-bundle
              pelacak edition list
              pelacak edition show 2
              pelacak edition compare 2
              pelacak edition challenge 2 --sentence claim-3 --objection "it was the day after" --evidence https://…
              pelacak edition answer 2 --challenge 1 --outcome upheld --answer "put right in edition 3"
              pelacak edition tell 2 --challenge 1

            An edition is a folder DATA/editions/N of static files: open it from the disk, or copy it to any web host (docs/editions.md). It holds what
            others may be told: words that are quoted, no reports whole, no names of people here, nothing of receivers.
            """,
        subcommands: [
            EditionPublish.self, EditionList.self, EditionShow.self, EditionCompare.self, EditionChallenge.self,
            EditionAnswer.self,
            EditionTell.self,
        ]
    )
}

/// `pelacak edition list`
struct EditionList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What was published: number, when, visit, title, digest."
    )

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        let shelf = EditionShelf(dataFolder: archive.dataFolder)
        for number in shelf.numbers() {
            let edition = try shelf.edition(number)
            let title = IdentityOptions.plain(edition.title.english)
            let label = edition.world == .simulated ? "SIMULATED  " : ""
            print(
                "\(number)  \(label)\(TimeText.iso(edition.published))  \(edition.visit)  \(title)  \(edition.digest)"
            )
        }
    }
}

/// `pelacak edition show`
struct EditionShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "An edition's sentences by anchor, its objections, and whether its files are as they were published.",
        discussion: "Status 1 if a file is not as the edition's own content makes it."
    )

    @Argument(help: ArgumentHelp("Its number.", valueName: "N")) var number: Int
    @Option(help: ArgumentHelp("Words in English (en) or Indonesian (id).", valueName: "LANG")) var lang = "en"
    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        guard let language = Draft.Language(rawValue: lang) else { throw UsageError("--lang is en or id") }
        let shelf = EditionShelf(dataFolder: archive.dataFolder)
        let edition = try shelf.edition(number)
        if edition.world == .simulated { print("SIMULATED") }
        print(IdentityOptions.plain(edition.title.text(in: language)))
        print("sha256 \(edition.digest)")
        for section in edition.sections {
            print(IdentityOptions.plain(section.title.text(in: language)))
            for sentence in section.sentences {
                print("  \(sentence.anchor)  \(IdentityOptions.plain(sentence.words.text(in: language)))")
            }
        }
        for challenge in try shelf.challenges(number).challenges { print(Self.line(challenge)) }
        let changed = shelf.changedFiles(edition)
        guard changed.isEmpty else {
            throw Failure("not as they were published, or by another version: \(changed.joined(separator: ", "))")
        }
    }

    static func line(_ challenge: Challenge) -> String {
        let words = [
            "objection \(challenge.number)", challenge.anchor, challenge.outcome.rawValue,
            challenge.isPublic ? "public" : "private", TimeText.iso(challenge.received), challenge.objection,
            challenge.answer,
        ]
        return words.filter { !$0.isEmpty }.map(IdentityOptions.plain).joined(separator: "  ")
    }
}
