import Aero
import Feeds
import Flights
import Site

/// Everything `serve` needs, settled from flags, environment, file and defaults, in this order of strength.
struct ServeSettings: Sendable {
    var listen: Endpoint
    var dataFolder: String
    /// `nil` when nobody named any: then it is tried what answers.
    var sources: [SourceSpecification]?
    var sourcesAreFromFile: Bool
    /// Sources of the file that do not run because the command line or the environment names others; kept when the file is written.
    var dormantSources: [String]
    /// Where the receiver of a source without a place of its own stands.
    var receiver: ReceiverPlace?
    var sinks: [SinkSpecification]
    /// Those the operator gave a key.
    var feeders: [FeederSpecification]
    var basemap: String?
    var token: String?
    /// What types of aircraft can do.
    var airframes: AirframeTable
    /// Where alerts go.
    var outlets: OutletSettings
    var tar1090: Tar1090Configuration
    var operation: OperationSettings
    var file: ConfigurationFile
    /// Whether there was a configuration file.
    var hasFile: Bool
    /// What the operator should change, one line each, to be said at the start.
    var warnings: [String]
    /// What was left open and settled by us, one line each, to be said at the start.
    var notes: [String]

    /// The list of aircraft that are not, or not simply, shown.
    var suppressions: SuppressionList {
        let usual = dataFolder + "/" + SuppressionList.usualName
        return SuppressionList(path: operation.suppress ?? usual, isNamed: operation.suppress != nil)
    }

    /// What was written on the command line.
    struct Flags: Sendable {
        var listen: String?
        var data: String?
        var source: [String] = []
        var sink: [String] = []
        var feeder: [String] = []
        var receiver: String?
        var config: String?
        var basemap: String?
        var tar1090: String?
        var tar1090Mode: String?
        var tar1090Tiles = false
        var operation = OperationSettings.Flags()
    }

    /// Settles.
    ///
    /// - Throws: `UsageError` for what cannot be meant, `Failure` for a file that cannot be read.
    init(flags: Flags, environment: [String: String]) throws {
        func stated(_ flag: String?, _ variable: String) -> String? {
            if let flag { return flag }
            guard let value = environment[variable], !value.isEmpty else { return nil }
            return value
        }
        let data = stated(flags.data, "PELACAK_DATA")
        let named = stated(flags.config, "PELACAK_CONFIG")
        file = ConfigurationFile(path: named ?? (data ?? "data") + "/pelacak.yaml")
        hasFile = file.exists
        let content = try file.read(isNamed: named != nil)
        warnings = [file.warning(content)].compactMap(\.self)
        dataFolder = data ?? content.data ?? "data"
        listen = try Self.listening(stated(flags.listen, "PELACAK_LISTEN") ?? content.listen ?? "127.0.0.1:8080")
        airframes = content.airframes
        outlets = content.outlets
        basemap = stated(flags.basemap, "PELACAK_BASEMAP") ?? content.basemap
        token = try (environment["PELACAK_TOKEN"].flatMap { $0.isEmpty ? nil : $0 } ?? content.token).map {
            try SecretFile.line($0)
        }
        operation = try OperationSettings(flags.operation, environment: environment, file: content.operation)
        receiver = try (stated(flags.receiver, "PELACAK_RECEIVER") ?? content.receiver).map {
            try ReceiverPlace($0)
        }
        let variable = environment["PELACAK_SOURCE"].map { $0.split(separator: " ").map(String.init) } ?? []
        let stronger = try (flags.source.isEmpty ? variable : flags.source).flatMap { try SecretFile.lines($0) }
        sourcesAreFromFile = stronger.isEmpty && !content.source.isEmpty
        let texts = stronger.isEmpty ? content.source : stronger
        dormantSources = sourcesAreFromFile ? [] : content.source
        sources = texts.isEmpty ? nil : try texts.map { try SourceSpecification($0) }
        tar1090 = Tar1090Configuration(
            folder: stated(flags.tar1090, "PELACAK_TAR1090") ?? content.tar1090,
            mode: try Self.mode(stated(flags.tar1090Mode, "PELACAK_TAR1090_MODE") ?? content.tar1090Mode),
            allowsForeignImages: try flags.tar1090Tiles
                || Self.yes(environment["PELACAK_TAR1090_TILES"] ?? content.tar1090Tiles ?? "", "tar1090-tiles")
        )
        notes = texts.compactMap(SourceSpecification.zoneNote)
        let sinkVariable = environment["PELACAK_SINK"].map { $0.split(separator: " ").map(String.init) } ?? []
        let sinkStronger = try (flags.sink.isEmpty ? sinkVariable : flags.sink).flatMap { try SecretFile.lines($0) }
        let sinkTexts = sinkStronger.isEmpty ? content.sink : sinkStronger
        sinks = try sinkTexts.map { try SinkSpecification($0) }
        let feederVariable = environment["PELACAK_FEEDER"].map { $0.split(separator: " ").map(String.init) } ?? []
        let feederStronger = try (flags.feeder.isEmpty ? feederVariable : flags.feeder)
            .flatMap { try SecretFile.lines($0) }
        let feederTexts = feederStronger.isEmpty ? content.feeder : feederStronger
        feeders = try feederTexts.map { try FeederSpecification($0) }
        try FeederSpecification.check(feeders)
        try check()
        notes += nameNotes
    }

    /// What to say of names nobody has: a source may still be added on the page.
    private var nameNotes: [String] {
        var notes: [String] = []
        let names = (sources ?? []).map(\.shownName) + feeders.map(\.name)
        for name in sinks.compactMap(\.source) where !names.contains(name) {
            notes.append(
                "an output waits for the source \"\(name)\", which there is none of\(NearestName.hint(name, among: names))"
            )
        }
        if feeders.isEmpty, (sources ?? []).contains(where: \.acceptsRegisteredOnly) {
            notes.append("feeders=registered, but no feeder is registered: nobody will be accepted; see --feeder")
        }
        return notes
    }

    /// `HOST:PORT`, a host alone, or a port alone.
    private static func listening(_ text: String) throws(UsageError) -> Endpoint {
        if Int(text) != nil { return try Endpoint("127.0.0.1:" + text) }
        return try Endpoint(text, defaultPort: 8080)
    }

    private static func mode(_ text: String?) throws(UsageError) -> Tar1090Mode {
        guard let text else { return Tar1090Configuration().mode }
        if let mode = Tar1090Mode(rawValue: text) { return mode }
        let names = Tar1090Mode.allCases.map(\.rawValue)
        throw UsageError(
            "\"\(text)\" is no mode of tar1090\(NearestName.hint(text, among: names)); there are \(names.joined(separator: ", "))"
        )
    }

    private static func yes(_ text: String, _ name: String) throws(UsageError) -> Bool {
        switch text.lowercased() {
        case "true", "yes", "1": return true
        case "false", "no", "0", "": return false
        default: throw UsageError("\(name) is true or false, not \"\(text)\"")
        }
    }

    private func check() throws(UsageError) {
        try Self.check((sources ?? []).filter { !$0.isPaused })
    }

    /// What cannot share one sky: recordings have a time of their own, and simulated data never meet real ones.
    ///
    /// - Throws: `UsageError` that says what to do instead.
    static func check(_ active: [SourceSpecification]) throws(UsageError) {
        if active.contains(where: \.isSimulation), active.contains(where: { !$0.isSimulation }) {
            throw UsageError(
                "simulated and real sources cannot share one sky; run two programs with --listen and --data of their own"
            )
        }
        if active.contains(where: \.isRecording), active.contains(where: { !$0.isRecording }) {
            throw UsageError(
                "a recording and a live source cannot share one sky: their clocks differ; run two programs"
            )
        }
    }
}

extension ServeSettings {
    /// How watches run.
    var watches: WatchSettings {
        var settings = WatchSettings()
        settings.latenessSeconds = operation.watchLateness
        return settings
    }
}
