import Aero
import Feeds
import Polling
import Radio

extension SourceSpecification {
    private static let schemes =
        [
            "beast+tcp", "avr+tcp", "sbs+tcp", "uat+tcp", "jsonl+tcp",
            "beast+listen", "avr+listen", "sbs+listen", "uat+listen", "jsonl+listen", "rtltcp",
            "file", "simulate",
        ] + pollSchemes

    /// Reads a source.
    ///
    /// - Throws: `UsageError` naming what is wrong and, for a mistyped word, the nearest known one.
    init(_ text: String) throws(UsageError) {
        guard text.utf8.count <= 4_096, let colon = text.firstIndex(of: ":") else {
            throw UsageError(
                "\"\(text.prefix { $0 != "?" }.prefix(80))\" is no source; write for example beast+tcp://127.0.0.1:30005"
            )
        }
        let scheme = String(text[..<colon])
        guard Self.schemes.contains(scheme) else {
            throw UsageError(
                "unknown kind of source \"\(scheme)\"\(NearestName.hint(scheme, among: Self.schemes)); known: "
                    + Self.schemes.joined(separator: ", ")
            )
        }
        var rest = text[text.index(after: colon)...]
        if rest.hasPrefix("//"), scheme != "file" { rest = rest.dropFirst(2) }
        let question = rest.firstIndex(of: "?")
        let head = PercentText.decoded(question.map { rest[..<$0] } ?? rest)
        var options = try QueryText.options(question.map { rest[rest.index(after: $0)...] } ?? "", flags: ["mil"])
        self.init(kind: try Self.kind(scheme, head, &options))
        try take(&options, of: scheme)
        if let left = options.keys.min() {
            let known =
                [
                    "name", "at", "clock", "rate", "pace", "loop", "start", "gain", "freq", "ppm", "bias", "effort",
                    "mode-ac",
                    "kind",
                    "seed", "format",
                    "paused", "key", "feeders",
                ] + PolledSource.words
            throw UsageError("\(scheme) takes no option \"\(left)\"\(NearestName.hint(left, among: known))")
        }
    }

    /// What to say of a source whose `start=` names no zone; `nil` where nothing was left open.
    static func zoneNote(_ text: String) -> String? {
        guard let question = text.firstIndex(of: "?"),
            let value = try? QueryText.options(text[text.index(after: question)...], flags: ["mil"])["start"],
            let note = TimeText.zoneNote(value)
        else { return nil }
        return "start=" + note
    }

    private static func kind(
        _ scheme: String,
        _ head: String,
        _ options: inout [String: String]
    ) throws(UsageError) -> Kind {
        switch scheme {
        case "file":
            guard !head.isEmpty else { throw UsageError("file: needs a path, or - for standard input") }
            if let name = options.removeValue(forKey: "format") { return .file(head, try InputFormat(name: name)) }
            guard let format = InputFormat(ending: head) else {
                throw UsageError(
                    "the ending of \(head) tells no format; add ?format=beast (or uc8, sc16, avr, sbs, uat, jsonl)"
                )
            }
            return .file(head, format)
        case "simulate":
            guard !head.isEmpty else { throw UsageError("simulate: needs a scene, for example simulate:state-visit") }
            let aircraft = options.removeValue(forKey: "aircraft").map { "?aircraft=\($0)" } ?? ""
            return .simulate(scene: head + aircraft)
        case "rtltcp":
            return .rtlTCP(try Endpoint(head, defaultPort: 1234))
        case let scheme where pollSchemes.contains(scheme): return .poll(try polled(scheme, head, &options))
        default:
            let parts = scheme.split(separator: "+")
            guard parts.count == 2, let format = WireFormat(rawValue: String(parts[0])) else {
                throw UsageError("unknown kind of source \"\(scheme)\"")
            }
            let ports: [WireFormat: Int] = [.beast: 30005, .avr: 30002, .sbs: 30003, .uat: 30978, .jsonl: 30047]
            let endpoint = try Endpoint(head, defaultPort: ports[format])
            return parts[1] == "listen" ? .listen(format, endpoint) : .connect(format, endpoint)
        }
    }

    private mutating func take(_ options: inout [String: String], of scheme: String) throws(UsageError) {
        if let value = options.removeValue(forKey: "name") {
            guard !value.isEmpty, value.count <= 80 else { throw UsageError("name= must have 1 to 80 characters") }
            name = value
        }
        if let value = options.removeValue(forKey: "at") { place = try ReceiverPlace(value) }
        isPaused = try QueryText.flag(options.removeValue(forKey: "paused"), "paused")
        switch kind {
        case .connect(let format, _), .listen(let format, _):
            clock = try Self.clock(options.removeValue(forKey: "clock"))
            if format == .sbs, let value = options.removeValue(forKey: "kind") {
                guard value == "mlat" else { throw UsageError("kind=\(value): only kind=mlat is known") }
                isMultilateration = true
            }
            if let value = options.removeValue(forKey: "key") { key = try Self.key(value, of: format) }
            if case .listen = kind { try takeAdmission(&options) }
        case .rtlTCP:
            rate = try Self.rate(options.removeValue(forKey: "rate"))
            // What a dongle can do at most.
            if let rate, rate > 3_200_000 {
                throw UsageError("rate=\(rate): a dongle gives at most 3200000 samples a second")
            }
            effort = try Self.effort(options.removeValue(forKey: "effort"))
            findsModeAC = try QueryText.flag(options.removeValue(forKey: "mode-ac"), "mode-ac")
            hasBiasTee = try QueryText.flag(options.removeValue(forKey: "bias"), "bias")
            let wanted = options.removeValue(forKey: "gain")
            adaptsGain = wanted == "adaptive"
            if let value = wanted, value != "auto", value != "adaptive" {
                guard let gain = Double(value), (0...60).contains(gain) else {
                    throw UsageError("gain=\(value): write auto, adaptive or 0 to 60 dB")
                }
                self.gain = Int((gain * 10).rounded())
            }
            if let value = options.removeValue(forKey: "freq") {
                // What tuners reach: for a converter in front of one, which moves the band.
                guard let hertz = Double(value).flatMap(Int.init(exactly:)),
                    (24_000_000...1_800_000_000).contains(hertz)
                else { throw UsageError("freq=\(value): write hertz, 24000000 to 1800000000; 1090000000 without") }
                frequency = hertz
            }
            if let value = options.removeValue(forKey: "ppm") {
                guard let ppm = Int(value), (-200...200).contains(ppm) else {
                    throw UsageError("ppm=\(value): write -200 to 200")
                }
                self.ppm = ppm
            }
        case .file(_, let format):
            clock = try Self.clock(options.removeValue(forKey: "clock"))
            if format.samples != nil {
                rate = try Self.rate(options.removeValue(forKey: "rate"))
                effort = try Self.effort(options.removeValue(forKey: "effort"))
                findsModeAC = try QueryText.flag(options.removeValue(forKey: "mode-ac"), "mode-ac")
            }
            if let value = options.removeValue(forKey: "pace") { pace = try Pace(value) }
            loops = try QueryText.flag(options.removeValue(forKey: "loop"), "loop")
            if let value = options.removeValue(forKey: "start") { start = try TimeText.parse(value) }
        case .poll: break
        case .simulate:
            if let value = options.removeValue(forKey: "pace") { pace = try Pace(value) }
            if let value = options.removeValue(forKey: "seed") {
                guard let seed = UInt64(value) else {
                    throw UsageError("seed=\(value): write a whole number, 0 or more")
                }
                self.seed = seed
            }
        }
    }

    /// Options of listeners alone.
    private mutating func takeAdmission(_ options: inout [String: String]) throws(UsageError) {
        if let value = options.removeValue(forKey: "rate") { frameRate = try QueryText.frameRate(value) }
        guard let value = options.removeValue(forKey: "feeders") else { return }
        guard value == "registered" || value == "all" else {
            let hint = NearestName.hint(value, among: ["registered", "all"])
            throw UsageError("feeders=\(value)\(hint): write registered or all")
        }
        acceptsRegisteredOnly = value == "registered"
        if acceptsRegisteredOnly, key != nil {
            throw UsageError(
                "key= and feeders=registered cannot both stand: one names a key, the other all that are registered"
            )
        }
    }

    private static func key(_ value: String, of format: WireFormat) throws(UsageError) -> String {
        guard try FeederKey.stated(value).canBeShown(in: format) else {
            throw UsageError("key= of a \(format.rawValue) connection must be 32 hexadecimal digits (a UUID: uuidgen)")
        }
        return value
    }

    private static func clock(_ value: String?) throws(UsageError) -> ClockKind? {
        guard let value, value != "auto" else { return nil }
        guard let clock = ClockKind(rawValue: value) else {
            throw UsageError("clock=\(value): write 12mhz, gps or none")
        }
        return clock
    }

    private static func effort(_ value: String?) throws(UsageError) -> Effort? {
        guard let value else { return nil }
        guard let effort = Effort(rawValue: value) else {
            throw UsageError("effort=\(value): write low, normal or high")
        }
        return effort
    }

    static func rate(_ value: String?) throws(UsageError) -> Int? {
        guard let value else { return nil }
        guard let rate = Double(value), let whole = Int(exactly: rate), Demodulator.sampleRates.contains(whole) else {
            throw UsageError("rate=\(value): 2000000 to 12000000 samples a second are understood; 2400000 costs least")
        }
        return whole
    }
}
