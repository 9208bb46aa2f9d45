import Aero
import Foundation
import TestSupport
import Testing

@testable import Store

/// Figures, and the bar for nearest airports; Benchmarks/70-places.sh prints them.
@Suite(
    .serialized,
    .enabled(
        if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil && PlacesData.path != nil,
        "measures only with PELACAK_MEASURE, and needs Assets/places.tsv.gz"
    )
)
struct PlacesMeasurements {
    private func cpu() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func resident() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0) * 4_096
    }

    private func say(_ text: String) { print("places: " + text) }

    @Test func readingAndMemory() throws {
        let path = try #require(PlacesData.path)
        // The first reading leaves room that the second works in: what grows then is what is kept.
        let first = try PlacesFile(path: path)
        let before = resident()
        let start = cpu()
        let second = try PlacesFile(path: path)
        let seconds = cpu() - start
        let held = resident() - before
        say(
            "read in \(Int(seconds * 1_000)) ms of CPU; \(held / 1_048_576) MiB held; \(second.gazetteer.airportCount) airports, "
                + "\(second.gazetteer.cityCount) cities"
        )
        #expect(first.gazetteer.airportCount == second.gazetteer.airportCount)
        #expect(seconds < 5)
        #expect(held < 60 << 20)
    }

    @Test(arguments: [AirportSizes.aeroplanes, .larger, .all])
    func nearest(sizes: AirportSizes) throws {
        let gazetteer = PlacesData.gazetteer
        var random = SeededGenerator(seed: 9)
        let places = (0..<20_000).compactMap { _ in
            Position(
                latitude: Trigonometry.arcSine(Double.random(in: -1...1, using: &random))
                    / Trigonometry.radiansPerDegree,
                longitude: Double.random(in: -180...180, using: &random)
            )
        }
        for count in [1, 5] {
            // The best of some: other work on the machine only ever adds.
            let each =
                (0..<7).map { _ in
                    let start = cpu()
                    for place in places { _ = gazetteer.airports(near: place, count: count, sizes: sizes) }
                    return (cpu() - start) / Double(places.count) * 1e6
                }.min() ?? 0
            say("nearest \(count) of sizes \(sizes.rawValue): \(String(format: "%.2f", each)) µs")
            if count == 1, sizes == .aeroplanes { #expect(each < 5) }
        }
    }

    @Test(arguments: ["Moskow", "a", "Bandara Soekarno-Hatta", "san", "Kopenhegen", "new york", "xxxxxxxx"])
    func search(text: String) {
        let gazetteer = PlacesData.gazetteer
        var found = 0
        let start = cpu()
        for _ in 0..<50 { found += gazetteer.search(text).count }
        say("search '\(text)': \(String(format: "%.2f", (cpu() - start) / 50 * 1_000)) ms, \(found / 50) found")
    }
}
