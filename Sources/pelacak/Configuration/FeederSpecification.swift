import Feeds

/// A feeder the operator knows, as written: `NAME?key=KEY&at=LAT,LON,METRES&rate=FRAMES`.
struct FeederSpecification: Sendable {
    let name: String
    let key: FeederKey
    /// Where its receiver stands; never published.
    let place: ReceiverPlace?
    /// Frames and reports a second it may send; `nil` for what its listener allows.
    let rate: Double?

    private static let options = ["key", "at", "rate"]

    /// Reads a feeder.
    ///
    /// - Throws: `UsageError` naming what is wrong, never a key.
    init(_ text: String) throws(UsageError) {
        let question = text.firstIndex(of: "?")
        name = PercentText.decoded(question.map { text[..<$0] } ?? text[...])
        guard (1...80).contains(name.count) else {
            throw UsageError("a feeder has a name of 1 to 80 characters; write NAME?key=KEY")
        }
        var options = try QueryText.options(question.map { text[text.index(after: $0)...] } ?? "")
        guard let key = options.removeValue(forKey: "key") else {
            throw UsageError("feeder \(name) has no key; write \(name)?key=KEY (a new one: uuidgen)")
        }
        self.key = try FeederKey.stated(key)
        place = try options.removeValue(forKey: "at").map { text throws(UsageError) in try ReceiverPlace(text) }
        rate = try options.removeValue(forKey: "rate").map { text throws(UsageError) in try QueryText.frameRate(text) }
        if let left = options.keys.min() {
            throw UsageError("a feeder takes no option \"\(left)\"\(NearestName.hint(left, among: Self.options))")
        }
    }

    /// Whether both are written alike, key included.
    func isSame(as other: FeederSpecification) -> Bool {
        name == other.name && key.matches(other.key) && place == other.place && rate == other.rate
    }

    var registered: RegisteredFeeder { RegisteredFeeder(name: name, key: key, framesPerSecond: rate) }

    /// What cannot be meant of several feeders together.
    static func check(_ feeders: [FeederSpecification]) throws(UsageError) {
        for (index, feeder) in feeders.enumerated() {
            for other in feeders[..<index] {
                if other.name == feeder.name { throw UsageError("two feeders are called \(feeder.name)") }
                if other.key.matches(feeder.key) {
                    throw UsageError("the feeders \(other.name) and \(feeder.name) have the same key")
                }
            }
        }
    }
}

extension FeederKey {
    /// A key as the operator wrote it.
    ///
    /// - Throws: `UsageError` without the key.
    static func stated(_ text: String) throws(UsageError) -> FeederKey {
        guard let key = FeederKey(text) else {
            throw UsageError(
                "key= must be 32 hexadecimal digits (a UUID: uuidgen), or 16 to 128 visible characters for text formats"
            )
        }
        return key
    }
}

extension [FeederSpecification] {
    /// Where the receivers of those stand that have a place, by name.
    var places: [String: ReceiverPlace] {
        Dictionary(compactMap { feeder in feeder.place.map { (feeder.name, $0) } }) { first, _ in first }
    }
}
