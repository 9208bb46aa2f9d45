/// What has to be made known of an aircraft because rules may ask for it.
public struct WatchNeeds: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Where it is, what it calls itself, which code it sends.
    public static let hearing = WatchNeeds(rawValue: 1)
    /// Take-offs and landings.
    public static let legs = WatchNeeds(rawValue: 2)
    /// What its silences mean.
    public static let silences = WatchNeeds(rawValue: 4)
    /// When it was heard before, out of the archive.
    public static let past = WatchNeeds(rawValue: 8)
}
