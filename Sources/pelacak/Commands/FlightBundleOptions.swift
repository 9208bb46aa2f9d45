import ArgumentParser
import Bundles

/// A flight or a silence that is to be put together, and where.
struct FlightBundleOptions: ParsableArguments {
    @OptionGroup var moment: FlightMoment
    @OptionGroup var target: BundleTarget

    func make(_ kind: BundleHead.Subject) async throws {
        let (aircraft, time) = try moment.asked()
        try await target.make { desk in
            let chosen = try await ChosenFlight.asked(kind, of: aircraft, at: time, desk.told)
            return try await FlightBundleMaker.prepared(chosen, desk, target)
        }
    }
}
