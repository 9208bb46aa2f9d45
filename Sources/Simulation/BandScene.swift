public import Radio

/// What a receiver's band holds, for judging demodulators: not a sky, but frames at known levels.
///
/// `sweep` has DF17 at one ratio of signal to noise, never two at a time; `mixed` has frames of several formats at random times, each aircraft
/// with a level of its own; `noise` has none. All have the simulation's marker.
public struct BandScene: Hashable, Sendable {
    /// Which of them.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case sweep, mixed, noise
    }

    public let kind: Kind
    /// Frames a second of `mixed`.
    public var rate = 1500.0
    /// Aircraft that send them.
    public var aircraft = 60
    /// Power of the pulses over that of the noise in the whole band, dB: of `sweep`, and the bounds of `mixed`.
    public var ratio = 10.0
    public var lowestRatio = 4.0
    public var highestRatio = 35.0
    /// Replies of Mode A and C a second between the frames.
    public var fruit = 0.0
    /// What the receiver does to the samples.
    public var faults = ReceiverFaults()

    /// A scene as it is without settings.
    public init(_ kind: Kind) { self.kind = kind }

    /// Reads `mixed` or `sweep?snr=12&fruit=500`; `nil` if the text does not begin with the name of such a scene.
    ///
    /// - Throws: `BandSceneError`.
    public init?(name: String) throws(BandSceneError) {
        let halves = name.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let word = halves.first, let kind = Kind(rawValue: String(word)) else { return nil }
        self.kind = kind
        for setting in halves.count > 1 ? halves[1].split(separator: "&") : [] {
            let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            try set(String(parts[0]), to: parts.count == 2 ? String(parts[1]) : "")
        }
        guard lowestRatio <= highestRatio else { throw .crossedBounds }
    }

    /// Noise in dBFS: the strongest pulses stay below full scale, if the noise then still fills the steps of eight bits.
    public var noiseLevel: Float {
        let strongest = kind == .mixed ? highestRatio + 3 : ratio
        return Float(min(-23.5, max(-37.5, -1.5 - strongest)))
    }

    private mutating func set(_ name: String, to text: String) throws(BandSceneError) {
        switch name {
        case "rate": rate = try Self.number(text, name, 1...20_000)
        case "aircraft": aircraft = Int(try Self.number(text, name, 1...5_000))
        case "snr": ratio = try Self.number(text, name, -10...40)
        case "low": lowestRatio = try Self.number(text, name, -10...40)
        case "high": highestRatio = try Self.number(text, name, -10...40)
        case "fruit": fruit = try Self.number(text, name, 0...100_000)
        case "dc-i": faults.constantInPhase = try Self.number(text, name, -0.5...0.5)
        case "dc-q": faults.constantQuadrature = try Self.number(text, name, -0.5...0.5)
        case "imbalance": faults.gainImbalance = try Self.number(text, name, -0.5...0.5)
        case "crosstalk": faults.crosstalk = try Self.number(text, name, -0.5...0.5)
        case "ppm": faults.clockError = try Self.number(text, name, -200...200)
        default: throw .unknownSetting(name)
        }
    }

    private static func number(
        _ text: String,
        _ name: String,
        _ allowed: ClosedRange<Double>
    ) throws(BandSceneError) -> Double {
        guard let number = Double(text), allowed.contains(number) else {
            throw .badNumber(text, setting: name, lowest: allowed.lowerBound, highest: allowed.upperBound)
        }
        return number
    }
}
