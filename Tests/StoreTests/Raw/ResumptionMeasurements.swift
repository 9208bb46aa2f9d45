import Aero
import Feeds
import Foundation
import ModeS
import Simulation
import TestSupport
import Testing
import Tracking

@testable import Store

/// How much of the past a program has to take in again for its rows to be those of one that never ended: printed, and judged by nobody.
@Suite(
    .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE")
)
struct ResumptionMeasurements {
    private static let start = RawSamples.start
    private static let minutes = 36
    /// What is compared after the restart.
    private static let seconds = 180

    /// A second of three receivers' feeds, in tenths.
    private static func arrivals(_ sky: inout SyntheticSky, second: Int) -> [RawArrival] {
        var frames: [ReceivedFrame] = []
        sky.advance(to: start.advanced(bySeconds: Double(second + 1)), into: &frames)
        frames.removeAll { SimulationMarker.matches($0.frame) }
        for index in frames.indices { frames[index].receiver = nil }
        var settings = SharedSky.Settings()
        (settings.lateness, settings.clocks, settings.seed) = (0.3, [0, 0.03, -0.02], UInt64(second))
        var cells: [Int: [[ReceivedFrame]]] = [:]
        for copy in SharedSky.copies(of: frames, settings) {
            cells[min(9, Int(copy.arrival * 10)), default: [[], [], []]][copy.receiver].append(copy.received)
        }
        return cells.sorted { $0.key < $1.key }.flatMap { cell, shares in
            shares.enumerated().filter { !$0.element.isEmpty }.map { receiver, frames in
                RawArrival(
                    session: start,
                    sequence: 0,
                    arrived: start.advanced(bySeconds: Double(second) + Double(cell + 1) / 10 + 0.4),
                    receiver: UInt32(70 + receiver),
                    batch: FeedBatch(frames: frames)
                )
            }
        }
    }

    private static func rerun() -> RawRerun {
        var table = TrackTable()
        table.configuration.expectsCopies = true
        return RawRerun(
            table: table,
            feed: { FeedID(rawValue: UInt16($0)) },
            number: { feed, _ in UInt32(feed.rawValue) }
        )
    }

    private struct Key: Hashable {
        var moment: RowMoment
        var latitude: Int32
        var longitude: Int32
    }

    private struct Row: Hashable {
        var seen: Observation
        var heardBy: ReceiverSet
    }

    private static func rows(_ batches: [ObservationBatch]) -> [Key: Row] {
        var found: [Key: Row] = [:]
        for batch in batches {
            for row in batch.rows {
                var seen = row.observation
                seen.heardBy = 0
                let key = Key(
                    moment: RowMoment(row.aircraft, seen),
                    latitude: seen.latitudeSteps,
                    longitude: seen.longitudeSteps
                )
                found[key] = Row(seen: seen, heardBy: batch.receiverSets[Int(row.observation.heardBy)])
            }
        }
        return found
    }

    @Test(arguments: [200])
    func windows(aircraft: Int) async throws {
        let folder = RawSamples.Folder()
        let archive = try RawArchive(folder: folder.path, decoder: "tests", session: Self.start)
        var sky = SyntheticSky(scene: .traffic(aircraft: aircraft), seed: 7, start: Self.start)
        var whole = Self.rerun()
        var messages = 0
        let begun = ContinuousClock.now
        for second in 0..<Self.minutes * 60 {
            for arrival in Self.arrivals(&sky, second: second) {
                _ = whole.take(arrival)
                messages += arrival.batch.count
                await archive.append(arrival.batch, from: arrival.receiver, arrived: arrival.arrived)
            }
            await archive.flush(at: Self.start.advanced(bySeconds: Double(second) + 1.4))
        }
        let rest = (0..<Self.seconds).flatMap { Self.arrivals(&sky, second: Self.minutes * 60 + $0) }
        var straight: [ObservationBatch] = []
        for arrival in rest { straight += whole.take(arrival) }
        let wanted = Self.rows(straight)
        print(
            "resume: \(aircraft) aircraft, \(messages / Self.minutes / 60) messages a second, \(ContinuousClock.now - begun)"
        )
        let end = Self.start.advanced(bySeconds: Double(Self.minutes * 60) + 0.4)
        for minutes in [1, 2, 3, 5, 10, 15, 20, 30, Self.minutes + 1] {
            let from = end.advanced(bySeconds: -Double(minutes) * 60)
            let clock = ContinuousClock.now
            let replay = await archive.replay(during: from..<end.advanced(bySeconds: 10))
            var resumed = RawResumption(Self.rerun(), replay).rerun
            let taken = ContinuousClock.now - clock
            var after: [ObservationBatch] = []
            for arrival in rest { after += resumed.take(arrival) }
            Self.tell(minutes, taken, wanted, Self.rows(after))
        }
    }

    private static func tell(_ minutes: Int, _ taken: Duration, _ wanted: [Key: Row], _ made: [Key: Row]) {
        var (missing, details, heard, flags, other) = (0, 0, 0, 0, 0)
        for (key, row) in wanted {
            guard let own = made[key] else {
                missing += 1
                continue
            }
            guard own != row else { continue }
            var (left, right) = (own.seen, row.seen)
            left.details = nil
            right.details = nil
            if left != right {
                (left.flags, right.flags) = ([], [])
                if left == right { flags += 1 } else { other += 1 }
            } else if own.seen != row.seen {
                details += 1
            } else {
                heard += 1
            }
        }
        let more = made.keys.count { wanted[$0] == nil }
        print(
            "resume: \(minutes) min in \(taken): of \(wanted.count) rows missing \(missing), more \(more), other details \(details), receivers \(heard), flags \(flags), values \(other)"
        )
    }
}
