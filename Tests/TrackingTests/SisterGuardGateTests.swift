import Aero
import ModeS
import TestSupport
import Testing

@testable import Tracking

/// The gates of the sister-address guard, over a grid of bit errors with known truth. Figures and seeds: docs/sister-guard.md.
struct SisterGuardGateTests {
    /// What became of replies whose parity names an active address.
    private struct Tally {
        /// The sender is the one named.
        var good = 0
        var lost = 0
        /// The sender is another: taken by a rule that asks for an active address only, by the guard, by a rule of altitude alone.
        var naive = 0
        var guarded = 0
        var byAltitude = 0

        static func += (left: inout Tally, right: Tally) {
            left.good += right.good
            left.lost += right.lost
            left.naive += right.naive
            left.guarded += right.guarded
            left.byAltitude += right.byAltitude
        }
    }

    private static let feed = FeedID(rawValue: 1)
    private static let errors = [1e-4, 3e-4, 1e-3, 3e-3, 1e-2]

    private static func settings(_ seed: UInt64) -> [SisterFleet.Settings] {
        SisterFleet.Scene.allCases.flatMap { scene in
            [2, 4, 13].flatMap { size in
                [1, 2].flatMap { distance in
                    errors.flatMap { share in
                        [false, true].map { isBurst in
                            var settings = SisterFleet.Settings()
                            settings.scene = scene
                            settings.size = size
                            settings.distance = distance
                            settings.bitErrors = share
                            settings.isBurst = isBurst
                            let cell = UInt64(size * 100 + distance * 10) + UInt64(share * 1e7) + (isBurst ? 7 : 0)
                            settings.seed = seed &* 1_000_003 &+ cell
                            return settings
                        }
                    }
                }
            }
        }
    }

    private static func measure(_ settings: SisterFleet.Settings) -> Tally {
        var plain = TrackTable.Configuration()
        plain.guardsSisters = false
        var naive = TrackTable(configuration: plain)
        var guarded = TrackTable()
        var rule = AltitudeRule()
        var tally = Tally()
        for sent in SisterFleet.frames(settings) {
            let accepted = naive.ingest(sent.received, from: feed)
            let judged = guarded.ingest(sent.received, from: feed)
            guard let message = accepted.message else { continue }
            guard message.addressing == .overParity else {
                rule.note(message)
                continue
            }
            guard accepted.isAttributed else { continue }
            let isKept = rule.accepts(message)
            if message.address == sent.sender {
                tally.good += 1
                if !judged.isAttributed { tally.lost += 1 }
            } else {
                tally.naive += 1
                if judged.isAttributed { tally.guarded += 1 }
                if isKept { tally.byAltitude += 1 }
            }
        }
        return tally
    }

    @Test(arguments: [UInt64(4001), 4002])
    func wrongAttributionsAreTwentyTimesFewerAndFewRepliesAreWithheld(seed: UInt64) {
        var pooled = Tally()
        var formation = Tally()
        var cellsWorse = 0
        for settings in Self.settings(seed) {
            let tally = Self.measure(settings)
            if settings.scene == .formation {
                formation += tally
                continue
            }
            pooled += tally
            // A handful of events decides a cell: one more than the other rule is chance, not a worse rule.
            if tally.guarded > tally.byAltitude + 1 { cellsWorse += 1 }
        }
        print("sister guard, seed \(seed): \(pooled), formation \(formation)")
        #expect(pooled.naive > 500)
        #expect(pooled.naive >= 20 * pooled.guarded)
        #expect(pooled.lost * 50 <= pooled.good)
        #expect(cellsWorse == 0)
        #expect(formation.guarded < formation.naive)
    }

    @Test func withoutActiveNeighboursNothingChanges() {
        var settings = SisterFleet.Settings()
        settings.size = 13
        settings.bitErrors = 3e-3
        settings.seed = 4003
        // Only one of each pair of neighbours is heard.
        let frames = SisterFleet.frames(settings)
        var kept: Set<AircraftAddress> = []
        for sender in Set(frames.map(\.sender)).sorted(by: { $0.bits < $1.bits })
        where !kept.contains(where: { ($0.bits ^ sender.bits).nonzeroBitCount <= 2 }) {
            kept.insert(sender)
        }
        var plain = TrackTable.Configuration()
        plain.guardsSisters = false
        var naive = TrackTable(configuration: plain)
        var guarded = TrackTable()
        var replies = 0
        for sent in frames where kept.contains(sent.sender) {
            let accepted = naive.ingest(sent.received, from: Self.feed)
            #expect(guarded.ingest(sent.received, from: Self.feed).verdict == accepted.verdict)
            if accepted.message?.addressing == .overParity, accepted.isAttributed { replies += 1 }
        }
        #expect(replies > 100)
    }

    @Test(.enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func theRecordedHourHasNoNeighboursAndLosesNothing() throws {
        var table = TrackTable()
        for line in try TestSupport.lines("modes/long_flight_first_half.csv") {
            guard let (time, frame) = RegisterRecordingTests.frame(line) else { continue }
            _ = table.ingest(ReceivedFrame(frame: frame, time: Timestamp(seconds: time)), from: Self.feed)
        }
        #expect(table.statistics.ambiguous == 0)
        #expect(table.statistics.believed > 86_000)
    }
}

/// The rule to beat: a reply is refused when its altitude is another active aircraft's rather than that of the one it names.
private struct AltitudeRule {
    private var last: [AircraftAddress: Double] = [:]
    private static let toleranceFeet = 500.0

    mutating func note(_ message: Message) {
        guard case .airbornePosition(let position) = message.squitter?.content else { return }
        if let altitude = position.altitude.altitude { last[message.address] = altitude.rawValue }
    }

    mutating func accepts(_ message: Message) -> Bool {
        var altitude: Double?
        switch message.content {
        case .airAir(let reply): altitude = reply.altitude.altitude?.rawValue
        case .surveillance(let reply):
            if case .altitude(let code) = reply.code { altitude = code.altitude?.rawValue }
        default: break
        }
        guard let altitude else { return true }
        if let own = last[message.address], abs(own - altitude) > Self.toleranceFeet,
            last.contains(where: { $0.key != message.address && abs($0.value - altitude) <= Self.toleranceFeet })
        {
            return false
        }
        last[message.address] = altitude
        return true
    }
}
