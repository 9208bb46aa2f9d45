import Aero
import Foundation
import NIOCore

/// Remembers the counts of the last minutes for `/data/stats.json`.
actor StatisticsLedger {
    private let sky: any Sky
    /// Oldest first; the first is the beginning.
    private var samples: [StatisticsSample] = []
    private var beginning: StatisticsSample?

    /// A sample a minute, for fifteen whole ones.
    private static let kept = 16

    init(sky: any Sky) { self.sky = sky }

    /// Takes a sample each minute until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await sample()
            do { try await Task.sleep(for: .seconds(60)) } catch { return }
        }
    }

    /// Notes the counts of now: a minute has passed.
    func sample() async {
        let sample = await now()
        if beginning == nil { beginning = sample }
        samples.append(sample)
        if samples.count > Self.kept { samples.removeFirst(samples.count - Self.kept) }
    }

    /// The document: `latest` since the last sample, minutes between samples, `total` since the first.
    func json() async -> ByteBuffer {
        let status = await sky.status()
        let now = await now()
        let last = samples.last ?? now
        func before(_ minutes: Int) -> StatisticsSample { samples[max(0, samples.count - 1 - minutes)] }
        var json = JSONWriter(capacity: 2048)
        json.beginObject()
        json.mark(status.provenance)
        json.member("now", status.now)
        now.write("latest", since: last, to: &json)
        for (name, minutes) in [("last1min", 1), ("last5min", 5), ("last15min", 15)] {
            last.write(JSONKey(name), since: samples.isEmpty ? now : before(minutes), to: &json)
        }
        now.write("total", since: beginning ?? now, isTotal: true, to: &json)
        json.endObject()
        return ByteBuffer(bytes: json.bytes)
    }

    private func now() async -> StatisticsSample {
        let status = await sky.status()
        return StatisticsSample(status: status, counts: await sky.counts(), cpuSeconds: Self.cpuSeconds)
    }

    /// What this program has used of the processors.
    private static var cpuSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
