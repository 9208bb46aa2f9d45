import Aero
import ArgumentParser
import Foundation
import Site
import Store
import Tracking

/// Keeps a part of the past for good.
struct PinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pin",
        abstract: "Keep a part of the past whatever the rules of keeping say.",
        discussion: """
            Examples:
              pelacak pin add --icao 4ca1fa --reason "watched"
              pelacak pin add --list fleet.txt --reason "the fleet we follow"
              pelacak pin add --box 52,4.5,52.5,5 --from 2026-11-25T12:00Z --to 2026-11-25T14:00Z --reason "the visit"
              pelacak pin list
              pelacak pin remove 3

            Positions that a pin means are not deleted by keep-days or keep-size, and raw messages of its time or its aircraft stay beyond \
            raw-hours. A running server follows every change within a minute. What was deleted before is not brought back.
            """,
        subcommands: [AddPin.self, ListPins.self, RemovePin.self]
    )
}

/// The archive whose pins are meant.
struct PinOptions: ParsableArguments {
    @Option(help: ArgumentHelp("real, imported or simulated.", valueName: "REALM")) var realm = "real"
    @OptionGroup var archive: ArchiveOptions

    func open() throws -> ArchivePins {
        let realm = try ArchiveOptions.realm(realm)
        guard archive.has(realm) else {
            throw Failure("\(archive.folder(realm)): there is no archive yet; check --data and --realm")
        }
        do { return try ArchivePins(folder: archive.folder(realm), realm: realm) } catch {
            throw ArchiveOptions.failure(error)
        }
    }
}

/// `pelacak pin add`
struct AddPin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Keep aircraft, a box, a time, or all of these together; prints the numbers of the pins."
    )

    @OptionGroup var choice: ChoiceOptions
    @Option(help: ArgumentHelp("Addresses one a line, a pin for each.", valueName: "FILE")) var list: String?
    @Option(help: ArgumentHelp("Why; whoever reads the list sees it.", valueName: "TEXT")) var reason: String
    @Option(help: ArgumentHelp("Who wants it kept.", valueName: "TEXT")) var who = "command line"
    @OptionGroup var options: PinOptions

    /// Pins that one call makes at most.
    private static let most = 10_000

    func run() async throws {
        guard PinText.isFit(reason), PinText.isFit(who) else {
            throw UsageError("--reason and --who: write 1 to 200 characters in one line")
        }
        let (area, times) = (try choice.area(), try choice.times())
        let aircraft = try aircraft()
        guard aircraft != nil || area != nil || times.from != nil && times.to != nil else {
            throw UsageError("say what to keep: --icao or --list, --box, or --from with --to")
        }
        let from = times.from ?? Timestamp(nanoseconds: .min)
        let during = from..<(times.to ?? Timestamp(nanoseconds: .max))
        func pin(_ one: ArchivedAircraft?) -> ArchivePin {
            ArchivePin(aircraft: one, area: area, during: during, reason: reason, who: who)
        }
        let pins = aircraft.map { $0.map { pin($0) } } ?? [pin(nil)]
        do {
            for number in try await options.open().add(pins, at: TimeText.now) { print(number) }
        } catch let error as ArchiveError { throw ArchiveOptions.failure(error) }
    }

    private func aircraft() throws -> [ArchivedAircraft]? {
        var found = Set(try choice.addresses() ?? [])
        if let list {
            guard let data = FileManager.default.contents(atPath: list) else {
                throw UsageError("--list \(list): cannot be read")
            }
            do { found.formUnion(try AddressList.read(String(decoding: data, as: UTF8.self))) } catch {
                throw UsageError("--list \(list): \(error)")
            }
        }
        guard found.count <= Self.most else { throw UsageError("more than \(Self.most) addresses at once") }
        return found.isEmpty ? nil : found.map { ArchivedAircraft($0) }.sorted()
    }
}

/// `pelacak pin list`
struct ListPins: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List what is kept, by number.")

    @OptionGroup var question: QuestionOptions

    func run() async throws {
        try await question.ask { store, realm in
            let pins = try await store.pins().map { HistoryPin($0.key, $0.value) }.sorted { $0.number < $1.number }
            if question.json { return try QuestionOptions.write(HistoryAnswers.pins(pins, realm: realm)) }
            guard !pins.isEmpty else {
                StandardError.line("pelacak: nothing is pinned; pin something with: pelacak pin add")
                return
            }
            print("number hex box_swne from to made who: reason")
            for pin in pins {
                let box = pin.area.map {
                    [$0.south, $0.west, $0.north, $0.east].map { "\($0)" }.joined(separator: ",")
                }
                print(
                    pin.number,
                    pin.aircraft?.address.hex ?? "-",
                    box ?? "-",
                    pin.from.map(TimeText.iso) ?? "-",
                    pin.to.map(TimeText.iso) ?? "-",
                    pin.made.map(TimeText.iso) ?? "-",
                    "\(pin.who): \(pin.reason)"
                )
            }
        }
    }
}

/// `pelacak pin remove`
struct RemovePin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Let the rules of keeping have again what a pin kept."
    )

    @Argument(help: ArgumentHelp("As `pelacak pin list` shows it.", valueName: "NUMBER")) var number: Int64
    @OptionGroup var options: PinOptions

    func run() async throws {
        do {
            guard try await options.open().remove(number) else {
                throw Failure("there is no pin \(number); see: pelacak pin list")
            }
        } catch let error as ArchiveError { throw ArchiveOptions.failure(error) }
    }
}
