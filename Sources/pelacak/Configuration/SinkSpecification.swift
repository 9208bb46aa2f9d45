import Feeds

/// An output as written: `beast+listen://127.0.0.1:30005?interval=0.5`.
struct SinkSpecification: Sendable {
    enum Format: String, Hashable, Sendable, CaseIterable {
        case beast, avr, sbs, jsonl
    }

    let format: Format
    let target: FeedSink.Target
    /// At most one message of a kind per aircraft in so many seconds; `nil` for all.
    private(set) var interval: Double?
    /// Says which receiver heard a message, by a number that means nothing outside.
    private(set) var showsReceivers = false
    /// Frames as they were received, before repair.
    private(set) var isVerbatim = false
    /// Only what this source or registered feeder heard, copies included.
    private(set) var source: String?
    /// Mode A/C replies too.
    private(set) var sendsModeAC = false
    /// Positions computed by a network of receivers too.
    private(set) var sendsComputed = false
    /// Others read it: aircraft that are hidden from strangers do not go out.
    private(set) var isPublic = false
    /// Shown to whoever is connected to; never printed.
    private(set) var key: FeederKey?

    private let endpoint: Endpoint
    private static let schemes = Format.allCases.flatMap { ["\($0.rawValue)+listen", "\($0.rawValue)+tcp"] }
    private static let options = ["interval", "receiver-ids", "verbatim", "source", "mode-ac", "mlat", "public", "key"]

    /// Reads an output.
    ///
    /// - Throws: `UsageError` naming what is wrong and, for a mistyped word, the nearest known one; never a key.
    init(_ text: String) throws(UsageError) {
        let question = text.firstIndex(of: "?")
        let head = question.map { text[..<$0] } ?? text[...]
        let parts = head.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard text.utf8.count <= 4_096, parts.count == 2, Self.schemes.contains(parts[0]), parts[1].hasPrefix("//")
        else {
            let hint = NearestName.hint(parts[0], among: Self.schemes)
            throw UsageError(
                "\"\(head.prefix(80))\" is no output\(hint); write for example beast+listen://127.0.0.1:30005"
            )
        }
        let words = parts[0].split(separator: "+").map(String.init)
        guard let format = Format(rawValue: words[0]) else { throw UsageError("\"\(head)\" is no output") }
        let ports: [Format: Int] = [.beast: 30005, .avr: 30002, .sbs: 30003, .jsonl: 30047]
        endpoint = try Endpoint(parts[1].dropFirst(2), defaultPort: ports[format])
        self.format = format
        target =
            words[1] == "listen"
            ? .listen(host: endpoint.host, port: endpoint.port) : .connect(host: endpoint.host, port: endpoint.port)
        var options = try QueryText.options(question.map { text[text.index(after: $0)...] } ?? "")
        try take(&options)
        if let left = options.keys.min() {
            throw UsageError("an output takes no option \"\(left)\"\(NearestName.hint(left, among: Self.options))")
        }
    }

    private mutating func take(_ options: inout [String: String]) throws(UsageError) {
        if let value = options.removeValue(forKey: "interval") {
            guard let seconds = Double(value), (0...3_600).contains(seconds) else {
                throw UsageError("interval=\(value): write seconds, 0 (everything) to 3600")
            }
            interval = seconds > 0 ? seconds : nil
        }
        showsReceivers = try QueryText.flag(options.removeValue(forKey: "receiver-ids"), "receiver-ids")
        isVerbatim = try QueryText.flag(options.removeValue(forKey: "verbatim"), "verbatim")
        sendsModeAC = try QueryText.flag(options.removeValue(forKey: "mode-ac"), "mode-ac")
        sendsComputed = try QueryText.flag(options.removeValue(forKey: "mlat"), "mlat")
        isPublic = try QueryText.flag(options.removeValue(forKey: "public"), "public")
        if let value = options.removeValue(forKey: "source") {
            guard (1...80).contains(value.count) else {
                throw UsageError("source= needs the name of a source or feeder")
            }
            source = value
        }
        if let value = options.removeValue(forKey: "key") {
            guard case .connect = target else {
                throw UsageError("key= is for outputs that connect (\(format.rawValue)+tcp): readers show none")
            }
            let key = try FeederKey.stated(value)
            guard key.canBeShown(in: wireFormat) else {
                throw UsageError("key= of a beast output must be 32 hexadecimal digits (a UUID: uuidgen)")
            }
            self.key = key
        }
        try check()
    }

    /// Options that a format has no place for.
    private func check() throws(UsageError) {
        if showsReceivers, format != .beast, format != .jsonl {
            throw UsageError("receiver-ids=1: only beast and jsonl have a place for them")
        }
        if isVerbatim, format != .beast, format != .avr {
            throw UsageError("verbatim=1: only beast and avr carry frames as received")
        }
        if sendsModeAC, format == .sbs { throw UsageError("mode-ac=1: sbs has no place for Mode A/C replies") }
        // Without time stamps nobody could tell them from receptions.
        if sendsComputed, format == .avr { throw UsageError("mlat=1: avr cannot mark computed positions") }
    }

    /// How it may be shown: without its key.
    var publicText: String {
        var options: [(String, String)] = []
        if let interval { options.append(("interval", QueryText.written(interval))) }
        if showsReceivers { options.append(("receiver-ids", "1")) }
        if isVerbatim { options.append(("verbatim", "1")) }
        if let source { options.append(("source", source)) }
        if sendsModeAC { options.append(("mode-ac", "1")) }
        if sendsComputed { options.append(("mlat", "1")) }
        if isPublic { options.append(("public", "1")) }
        let way: String
        switch target {
        case .listen: way = "listen"
        case .connect: way = "tcp"
        }
        let head = "\(format.rawValue)+\(way)://\(endpoint)"
        return options.isEmpty ? head : head + "?" + QueryText.written(options)
    }

    /// Whether both mean the same output, key included.
    func isSame(as other: SinkSpecification) -> Bool {
        switch (key, other.key) {
        case (nil, nil): publicText == other.publicText
        case (let key?, let others?): publicText == other.publicText && key.matches(others)
        default: false
        }
    }

    /// Whether the other can listen only once this one has ended.
    func takesPort(of other: SinkSpecification) -> Bool {
        guard case .listen(_, let port) = target, case .listen(_, let wanted) = other.target else { return false }
        return port == wanted && port != 0
    }

    var host: String { endpoint.host }

    private var wireFormat: WireFormat {
        switch format {
        case .beast: .beast
        case .avr: .avr
        case .sbs: .sbs
        case .jsonl: .jsonl
        }
    }

    /// What is said first on each connection.
    var hello: [UInt8] { key?.greeting(in: wireFormat) ?? [] }

    /// A fresh encoder of the format. Receivers' numbers are blinded before they come to it.
    func makeEncoder() -> any StreamEncoder {
        switch format {
        case .beast:
            let asItIs: BeastEncoder.Blinding = { number in number }
            return BeastEncoder(blinding: showsReceivers ? asItIs : nil)
        case .avr: return AVREncoder()
        case .sbs: return SBSEncoder()
        case .jsonl: return JSONLinesEncoder()
        }
    }
}
