import Aero
import ArgumentParser
import Foundation
import ModeS
import Site
import Store
import Tracking

/// `pelacak history trace`
struct HistoryTrace: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Where an aircraft was, a line for each position; silence is an empty line."
    )

    @Argument(help: ArgumentHelp("Its address; ~ before one that is not ICAO's.", valueName: "HEX")) var aircraft:
        String
    @Option(help: ArgumentHelp("From then on; all there is without.", valueName: "T")) var from: String?
    @Option(help: ArgumentHelp("Until then.", valueName: "T")) var to: String?
    @Flag(help: "What was heard without a position too, with - for the place.") var silent = false
    @OptionGroup var question: QuestionOptions

    /// Rows of one JSON document.
    private static let mostRows = 1_000_000
    /// Silence that is one. ms.
    private static let gap: Int64 = 120_000

    func run() async throws {
        let aircraft = try QuestionOptions.aircraft(aircraft)
        try await question.ask { store, realm in
            let span = from == nil || to == nil ? try await store.span(of: aircraft) : nil
            guard span != nil || from != nil && to != nil else {
                throw Failure("nothing is kept of \(aircraft.address.hex) there")
            }
            let during = try QuestionOptions.range(from, to, else: span)
            if question.json {
                let answers = HistoryAnswers(store, realm: realm, book: StoredBook(folder: question.archive.dataFolder))
                let json = try await answers.trace(
                    of: aircraft,
                    during: during,
                    withoutPositions: silent,
                    limit: Self.mostRows
                )
                try QuestionOptions.write(json)
            } else {
                try await print(aircraft, during, store, realm)
            }
        }
    }

    private func print(
        _ aircraft: ArchivedAircraft,
        _ during: Range<Timestamp>,
        _ store: HistoryStore,
        _ realm: ArchiveRealm
    ) async throws {
        var evidence = ArchiveEvidence()
        var last: Observation?
        var time = during.lowerBound
        while time < during.upperBound {
            // A day at a time: what is printed is not held.
            let slice = time..<min(during.upperBound, time.advanced(bySeconds: 86_400))
            let trace = try await store.trace(of: aircraft, during: slice, withoutPositions: silent)
            evidence.damagedChunks += trace.evidence.damagedChunks
            evidence.incompleteDays.formUnion(trace.evidence.incompleteDays)
            evidence.origins.formUnion(trace.evidence.origins)
            let said =
                last == nil ? trace.names : trace.names.filter { $0.milliseconds >= slice.lowerBound.milliseconds }
            if last == nil, !trace.observations.isEmpty {
                Swift.print("time latitude longitude altitude_ft speed_kt track_deg rate_fpm source")
            }
            for name in said {
                Swift.print(
                    "# \(TimeText.isoWithFraction(Timestamp(seconds: Double(name.milliseconds) / 1000))) \(name.field) \(name.value)"
                )
            }
            for row in trace.observations {
                if let last, row.flags.contains(.afterGap) || row.milliseconds - last.milliseconds > Self.gap {
                    Swift.print("")
                }
                Swift.print(RowText.line(row))
                last = row
            }
            let cut = trace.evidence.isCut ? trace.observations.last?.time.advanced(bySeconds: 1e-3) : nil
            time = cut.map { slice.contains($0) ? $0 : slice.upperBound } ?? slice.upperBound
        }
        // Also where there is nothing: it may be because of what is missing.
        QuestionOptions.tell(evidence, realm)
        guard last == nil else { return }
        if !silent, try await !store.trace(of: aircraft, during: during, withoutPositions: true).observations.isEmpty {
            throw Failure("\(aircraft.address.hex) was heard in that time without a position: see it with --silent")
        }
        throw Failure("nothing is kept of \(aircraft.address.hex) in that time")
    }
}

/// `pelacak history area`
struct HistoryArea: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "area",
        abstract: "Who was in a box between two times, a line for each aircraft."
    )

    @Option(
        help: ArgumentHelp(
            "South, west, north, east in degrees (the interface's box= begins with west); the world without.",
            valueName: "S,W,N,E"
        )
    ) var box: String?
    @Option(help: ArgumentHelp("From then on.", valueName: "T")) var from: String
    @Option(help: ArgumentHelp("Until then.", valueName: "T")) var to: String
    @Flag(help: "Those too who were heard in that time and never with a position, wherever they were; - for its place.")
    var silent = false
    @Option(help: ArgumentHelp("Aircraft at most.", valueName: "N")) var limit = 10_000
    @OptionGroup var question: QuestionOptions

    func run() async throws {
        let during = try QuestionOptions.range(from, to, else: nil)
        let numbers = (box ?? "-90,-180,90,180").split(separator: ",").compactMap { Double($0) }
        guard numbers.count == 4,
            let area = ArchiveArea(south: numbers[0], west: numbers[1], north: numbers[2], east: numbers[3])
        else { throw UsageError("--box \(box ?? ""): write SOUTH,WEST,NORTH,EAST in degrees, as 45,5,48,11") }
        guard limit > 0 else { throw UsageError("--limit: write 1 or more") }
        try await question.ask { store, realm in
            let answers = HistoryAnswers(store, realm: realm, book: StoredBook(folder: question.archive.dataFolder))
            let json = try await answers.area(area, during: during, silent: silent, limit: limit)
            if question.json { return try QuestionOptions.write(json) }
            let document = try JSONDecoder().decode(Document.self, from: Data(json))
            print("hex callsign first last positions lowest_ft highest_ft")
            for line in document.aircraft + (document.silent ?? []) {
                let altitudes = [line.lowestAltitude, line.highestAltitude].map { $0.map { String(Int($0)) } ?? "-" }
                print(
                    line.hex,
                    line.callsign ?? "-",
                    TimeText.isoWithFraction(Timestamp(seconds: line.first.time)),
                    TimeText.isoWithFraction(Timestamp(seconds: line.last.time)),
                    line.positions ?? 0,
                    altitudes[0],
                    altitudes[1]
                )
            }
            if document.isCut || document.isSilentCut == true {
                StandardError.line("pelacak: there are more; ask for less time at once, or raise --limit")
            }
            QuestionOptions.tell(damaged: document.damagedChunks, incomplete: document.incompleteDays)
            QuestionOptions.tell(credits: document.credits, realm)
        }
    }

    /// What is printed of the interface's answer.
    private struct Document: Decodable {
        struct Moment: Decodable { var time: Double }
        struct Line: Decodable {
            var hex: String
            var callsign: String?
            var first: Moment
            var last: Moment
            /// `nil` of one that was heard without.
            var positions: Int?
            var lowestAltitude: Double?
            var highestAltitude: Double?
        }
        var aircraft: [Line]
        var silent: [Line]?
        var isCut: Bool
        var isSilentCut: Bool?
        var incompleteDays: [String]
        var damagedChunks: Int
        var credits: [String]
    }
}

/// `pelacak history near`
struct HistoryNear: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "near",
        abstract: "Who was near a place at a time, nearest first."
    )

    @Argument(help: ArgumentHelp("In degrees.", valueName: "LAT,LON")) var place: String
    @Option(help: ArgumentHelp("When.", valueName: "T")) var at: String
    @Option(help: ArgumentHelp("How far, in kilometres.", valueName: "KM")) var radius = 50.0
    @Option(help: ArgumentHelp("Aircraft at most.", valueName: "N")) var limit = 10
    @OptionGroup var question: QuestionOptions

    func run() async throws {
        let numbers = place.split(separator: ",").compactMap { Double($0) }
        guard numbers.count == 2, let position = Position(latitude: numbers[0], longitude: numbers[1]) else {
            throw UsageError("\(place) is no place: write LATITUDE,LONGITUDE in degrees, as 52.1,5.2")
        }
        guard (0.001...20_000).contains(radius), limit > 0 else {
            throw UsageError("--radius is 0.001 to 20000 kilometres, --limit 1 or more")
        }
        let time = try QuestionOptions.time(at)
        try await question.ask { store, realm in
            if question.json {
                let answers = HistoryAnswers(store, realm: realm, book: StoredBook(folder: question.archive.dataFolder))
                let json = try await answers.near(position, within: Metres(radius * 1000), at: time, limit: limit)
                return try QuestionOptions.write(json)
            }
            print("hex distance_km time latitude longitude altitude_ft speed_kt track_deg rate_fpm source")
            for one in try await store.aircraft(near: position, within: Metres(radius * 1000), at: time, limit: limit) {
                let distance = String(format: "%.2f", one.distance.rawValue / 1000)
                print(one.aircraft.address.hex, distance, RowText.line(one.observation))
            }
            QuestionOptions.tell(
                try await store.evidence(near: position, within: Metres(radius * 1000), at: time),
                realm
            )
        }
    }
}

/// A row of the history as a line of text.
enum RowText {
    /// Time, place, altitude, speed, track, rate, source; `-` for what was not reported.
    static func line(_ row: Observation) -> String {
        func text(_ value: Double?, _ decimals: Int) -> String {
            value.map { String(format: "%.\(decimals)f", $0) } ?? "-"
        }
        let altitude =
            row.flags.contains(.onGround)
            ? "ground" : text((row.barometricAltitude ?? row.geometricAltitude)?.rawValue, 0)
        return [
            TimeText.isoWithFraction(row.time), text(row.position?.latitude, 5), text(row.position?.longitude, 5),
            altitude, text(row.groundSpeed?.rawValue, 1), text(row.track?.rawValue, 1),
            text(row.verticalRate?.rawValue, 0), row.sourceClass.readsbName,
        ].joined(separator: " ")
    }
}
