import Aero
import Feeds
import Polling
import Radio

/// A source as written on the command line or in the configuration file: `beast+tcp://HOST:PORT?name=roof`.
///
/// Which options a kind takes is in `SourceSpecification+Parsing.swift`; the forms are those of the command line's contract.
struct SourceSpecification: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case connect(WireFormat, Endpoint)
        case listen(WireFormat, Endpoint)
        case rtlTCP(Endpoint)
        /// `-` is standard input.
        case file(String, InputFormat)
        case simulate(scene: String)
        /// Asked again and again over HTTP.
        case poll(PolledSource)
    }

    var kind: Kind
    /// What people call it.
    var name: String?
    /// Where its receiver stands; never published.
    var place: ReceiverPlace?
    /// What its time stamps count; `nil` is found out.
    var clock: ClockKind?
    /// Samples in a second.
    var rate: Int?
    var pace: Pace?
    var loops = false
    /// When a recording begins.
    var start: Timestamp?
    /// Tenths of a decibel; `nil` is automatic.
    var gain: Int?
    /// The gain is chosen by us, step by step.
    var adaptsGain = false
    /// Hertz, of a tuner; `nil` is 1,090 MHz.
    var frequency: Int?
    /// Correction of the receiver's oscillator, parts per million.
    var ppm: Int?
    /// The receiver feeds an amplifier through its antenna cable.
    var hasBiasTee = false
    /// Work spent on weak signals, of sources of samples; `nil` is normal.
    var effort: Effort?
    /// Replies of Mode A and C are looked for, in samples.
    var findsModeAC = false
    /// SBS lines are computed positions of a network of receivers.
    var isMultilateration = false
    var seed: UInt64?
    /// Of a listener: the key its feeders must show. Of a connection: the key shown to the other side. Never shown to people.
    var key: String?
    /// Of a listener: only registered feeders are accepted.
    var acceptsRegisteredOnly = false
    /// Of a listener: frames and reports a second each feeder may send; `nil` for the usual.
    var frameRate: Double?
    /// Kept but not running.
    var isPaused = false

    init(kind: Kind) { self.kind = kind }

    /// Whether the data are made up.
    var isSimulation: Bool {
        if case .simulate = kind { true } else { false }
    }

    /// Whether the data carry a time of their own that is not now's.
    var isRecording: Bool {
        switch kind {
        case .file(let path, _): path != "-"
        case .simulate: true
        case .connect, .listen, .rtlTCP, .poll: false
        }
    }

    /// What it is called where nobody gave it a name; without the host, because names are shown to everybody.
    var defaultName: String {
        switch kind {
        case .connect(let format, let endpoint): "\(format.rawValue) port \(endpoint.port)"
        case .listen(let format, let endpoint): "\(format.rawValue) listener port \(endpoint.port)"
        case .rtlTCP(let endpoint): "rtl_tcp port \(endpoint.port)"
        case .file("-", _): "standard input"
        case .file(let path, _): path.split(separator: "/").last.map(String.init) ?? path
        case .simulate(let scene): "simulate:\(scene)"
        case .poll(let source): source.shownName
        }
    }

    var shownName: String { name ?? defaultName }

    /// One word for the format.
    var formatName: String {
        switch kind {
        case .connect(let format, _), .listen(let format, _): format.rawValue
        case .rtlTCP: "rtltcp"
        case .file(_, let format): format.rawValue
        case .simulate: "simulated"
        case .poll(let source): source.target.format.rawValue
        }
    }

    /// How it is written, complete.
    var text: String { written(withSecrets: true) }
    /// How it may be shown: without the receiver's place, without keys, and without where a polled source looks.
    var publicText: String { written(withSecrets: false) }

    private func written(withSecrets: Bool) -> String {
        var options: [(String, String)] = []
        if let name { options.append(("name", name)) }
        if withSecrets, let key { options.append(("key", key)) }
        if acceptsRegisteredOnly { options.append(("feeders", "registered")) }
        if withSecrets, let place { options.append(("at", place.text)) }
        if let clock { options.append(("clock", clock.rawValue)) }
        if let rate { options.append(("rate", String(rate))) }
        if let frameRate { options.append(("rate", QueryText.written(frameRate))) }
        if let pace { options.append(("pace", pace.text)) }
        if loops { options.append(("loop", "1")) }
        if let start { options.append(("start", TimeText.exact(start))) }
        if let gain { options.append(("gain", "\(Double(gain) / 10)")) }
        if adaptsGain { options.append(("gain", "adaptive")) }
        if let frequency { options.append(("freq", String(frequency))) }
        if let ppm { options.append(("ppm", String(ppm))) }
        if hasBiasTee { options.append(("bias", "1")) }
        if let effort { options.append(("effort", effort.rawValue)) }
        if findsModeAC { options.append(("mode-ac", "1")) }
        if isMultilateration { options.append(("kind", "mlat")) }
        if let seed { options.append(("seed", String(seed))) }
        if isPaused { options.append(("paused", "1")) }
        let head: String
        switch kind {
        case .connect(let format, let endpoint): head = "\(format.rawValue)+tcp://\(endpoint)"
        case .listen(let format, let endpoint): head = "\(format.rawValue)+listen://\(endpoint)"
        case .rtlTCP(let endpoint): head = "rtltcp://\(endpoint)"
        case .file(let path, let format):
            head = "file:\(PercentText.encoded(path))"
            if InputFormat(ending: path) != format { options.insert(("format", format.rawValue), at: 0) }
        case .simulate(let scene): head = "simulate:\(scene)"
        case .poll(let source):
            head = source.target.text
            options.insert(contentsOf: source.options(isPublic: !withSecrets), at: 0)
        }
        guard !options.isEmpty else { return head }
        return head + (head.contains("?") ? "&" : "?") + QueryText.written(options)
    }
}
