import Aero
import ModeS
import TestSupport

@testable import Tracking

/// What became of the replies of a generated fleet under three rules: any active address is believed; altitude decides; the guard.
struct GuardTally {
    /// Replies of their true sender that the first rule believes.
    var good = 0
    /// Replies believed of another than their sender.
    var naive = 0
    var byAltitude = 0
    var guarded = 0
    /// Good replies that the guard keeps back.
    var lost = 0

    var lostShare: Double { good == 0 ? 0 : Double(lost) / Double(good) }
    /// How many times fewer wrong ones there are with the guard.
    var ratio: Double { Double(naive) / Double(max(1, guarded)) }

    static func += (left: inout GuardTally, right: GuardTally) {
        left.good += right.good
        left.naive += right.naive
        left.byAltitude += right.byAltitude
        left.guarded += right.guarded
        left.lost += right.lost
    }

    init() {}

    init(_ frames: [SisterFleet.Sent]) {
        var configuration = TrackTable.Configuration()
        configuration.guardsSisters = false
        var open = TrackTable(configuration: configuration)
        var guarding = TrackTable()
        var altitudes = AltitudeRule()
        let feed = FeedID(rawValue: 1)
        for sent in frames {
            let plain = open.ingest(sent.received, from: feed)
            let careful = guarding.ingest(sent.received, from: feed)
            guard let message = plain.message else { continue }
            let byAltitude = altitudes.believes(message)
            guard message.addressing == .overParity, plain.isAttributed else { continue }
            if message.address == sent.sender {
                good += 1
                if !careful.isAttributed { lost += 1 }
            } else {
                naive += 1
                if careful.isAttributed { guarded += 1 }
                if byAltitude { self.byAltitude += 1 }
            }
        }
    }
}

/// The simplest guard: a reply is refused when its altitude is more than 500 ft from its aircraft's last one and nearer to another's.
private struct AltitudeRule {
    private var last: [AircraftAddress: Double] = [:]

    mutating func believes(_ message: Message) -> Bool {
        guard let altitude = Self.altitude(message) else { return true }
        if let own = last[message.address], abs(own - altitude) > 500,
            last.contains(where: { $0.key != message.address && abs($0.value - altitude) <= 500 })
        {
            return false
        }
        last[message.address] = altitude
        return true
    }

    private static func altitude(_ message: Message) -> Double? {
        switch message.content {
        case .surveillance(let reply):
            if case .altitude(let code) = reply.code { code.altitude?.rawValue } else { nil }
        case .airAir(let reply): reply.altitude.altitude?.rawValue
        case .squitter(let squitter):
            if case .airbornePosition(let position) = squitter.content {
                position.altitude.altitude?.rawValue
            } else {
                nil
            }
        case .allCall, .extendedLength, .opaque: nil
        }
    }
}
