import Feeds

extension SourceSpecification {
    /// What is said first to a server that wants to know who reads.
    var hello: [UInt8] {
        guard case .connect(let format, _) = kind, let key else { return [] }
        return FeederKey(key)?.greeting(in: format) ?? []
    }

    /// Whom a listener accepts.
    var admissionRule: FeederAdmission.Rule {
        if acceptsRegisteredOnly { return .registered }
        return key.flatMap { FeederKey($0) }.map { .key($0) } ?? .everybody
    }

    /// What each feeder of a listener may send.
    var limits: FeedLimits {
        let usual = FeedLimits()
        return frameRate.map { usual.allowing(framesPerSecond: $0) } ?? usual
    }
}
