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

    /// Whose a transmission was taken to be.
    private struct Taken {
        var isRight = false
        var wrong: Set<AircraftAddress> = []

        mutating func note(_ ingested: Ingested, sender: AircraftAddress) {
            guard let message = ingested.message, message.addressing == .overParity, ingested.isAttributed else {
                return
            }
            if message.address == sender { isRight = true } else { wrong.insert(message.address) }
        }
    }

    /// Several receivers may have heard a transmission: it is good if one of them makes it believed, and wrong for each aircraft that it is
    /// wrongly given to.
    init(_ frames: [SisterFleet.Sent]) {
        var configuration = TrackTable.Configuration()
        configuration.expectsCopies = frames.contains { $0.receiver > 0 }
        var guarding = TrackTable(configuration: configuration)
        configuration.guardsSisters = false
        var open = TrackTable(configuration: configuration)
        var altitudes = AltitudeRule()
        var naive: [Int: Taken] = [:]
        var simple: [Int: Taken] = [:]
        var careful: [Int: Taken] = [:]
        for sent in frames {
            let feed = FeedID(rawValue: UInt16(sent.receiver + 1))
            let plain = open.ingest(sent.received, from: feed)
            naive[sent.transmission, default: Taken()].note(plain, sender: sent.sender)
            careful[sent.transmission, default: Taken()].note(
                guarding.ingest(sent.received, from: feed),
                sender: sent.sender
            )
            if let message = plain.message, altitudes.believes(message) {
                simple[sent.transmission, default: Taken()].note(plain, sender: sent.sender)
            }
        }
        good = naive.values.count { $0.isRight }
        lost = naive.count { $0.value.isRight && careful[$0.key]?.isRight != true }
        self.naive = naive.values.reduce(0) { $0 + $1.wrong.count }
        guarded = careful.values.reduce(0) { $0 + $1.wrong.count }
        byAltitude = simple.values.reduce(0) { $0 + $1.wrong.count }
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
