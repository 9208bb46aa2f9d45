import Aero
import Flights

/// Estimates beside what came.
struct ArrivalScore: CustomStringConvertible {
    /// Cuts with one thing in common.
    struct Group {
        var count = 0
        var held = 0
        var early = 0
        var late = 0
        var heldAnywhere = 0
        var leads = 0
        var nearestLeads = 0
        var brier = 0.0
        var nearestBrier = 0.0
        var shares = 0.0
        var widths: [Double] = []
        var widthsAnywhere: [Double] = []

        var heldShare: Double { Double(held) / Double(max(1, count)) }
        var heldAnywhereShare: Double { Double(heldAnywhere) / Double(max(1, count)) }
        var leadShare: Double { Double(leads) / Double(max(1, count)) }
        var meanBrier: Double { brier / Double(max(1, count)) }
        var meanNearestBrier: Double { nearestBrier / Double(max(1, count)) }
        var width: Double { widths.isEmpty ? 0 : widths.sorted()[widths.count / 2] / 60 }
        var widthAnywhere: Double {
            widthsAnywhere.isEmpty ? 0 : widthsAnywhere.sorted()[widthsAnywhere.count / 2] / 60
        }
    }

    /// How often an airport came of which so much was said.
    struct Step {
        var count = 0
        var said = 0.0
        var came = 0
    }

    let estimator: ArrivalEstimator
    var all = Group()
    var byDistance: [(kilometres: Double, group: Group)] = [50, 100, 200, 400, 800, 1_600, 3_200, 20_000].map {
        ($0, Group())
    }
    var byKind: [String: Group] = [:]
    /// Of all named airports, by tenths of their share.
    var steps = Array(repeating: Step(), count: 10)
    /// Landings before the soonest possible moment, and forecasts that break what always holds.
    var impossible = 0
    var broken = 0

    init(_ estimator: ArrivalEstimator) { self.estimator = estimator }

    mutating func add(_ cut: ArrivalSky.Cut, usesHistory: Bool) {
        let gazetteer = estimator.context.gazetteer
        guard let slot = gazetteer.slot(ofAirport: cut.field) else { return }
        let truth = gazetteer.identity(at: slot)
        let history = usesHistory ? cut.history : LandingHistory()
        let one = estimator.interval(at: truth, of: cut.situation, limits: cut.limits)
        let forecast = estimator.forecast(of: cut.situation, limits: cut.limits, history: history)
        if let one, cut.landing.seconds(since: one.soonest) < -1 { impossible += 1 }
        if !Self.isSound(forecast) { broken += 1 }
        let named = forecast.estimates.reduce(0) { $0 + $1.share }
        let share = forecast.estimates.first { $0.field == truth }?.share
        let squares = forecast.estimates.reduce((1 - named) * (1 - named)) { $0 + $1.share * $1.share }
        let brier = squares + 1 - 2 * (share ?? (1 - named))
        let nearest = nearestAhead(cut.situation)
        for estimate in forecast.estimates {
            let number = min(9, Int(estimate.share * 10))
            steps[number].count += 1
            steps[number].said += estimate.share
            steps[number].came += estimate.field == truth ? 1 : 0
        }
        func count(_ group: inout Group) {
            group.count += 1
            if let one {
                group.held += Self.holds(one, cut.landing) ? 1 : 0
                group.early += cut.landing < one.early ? 1 : 0
                group.late += cut.landing > one.late ? 1 : 0
                group.widths.append(one.late.seconds(since: one.early))
            }
            group.heldAnywhere += Self.holds(forecast.anywhere, cut.landing) ? 1 : 0
            group.widthsAnywhere.append(forecast.anywhere.late.seconds(since: forecast.anywhere.early))
            group.leads += forecast.estimates.first?.field == truth ? 1 : 0
            group.nearestLeads += nearest == truth ? 1 : 0
            group.brier += brier
            group.nearestBrier += nearest == truth ? 0 : nearest == nil ? 1 : 2
            group.shares += share ?? 0
        }
        count(&all)
        count(&byKind[cut.kind, default: Group()])
        if let number = byDistance.firstIndex(where: { cut.metres < $0.kilometres * 1_000 }) {
            count(&byDistance[number].group)
        }
    }

    private static func holds(_ interval: ArrivalInterval, _ time: Timestamp) -> Bool { interval.span.contains(time) }

    static func isSound(_ forecast: ArrivalForecast) -> Bool {
        let sum = forecast.estimates.reduce(0) { $0 + $1.share }
        let isFalling = zip(forecast.estimates, forecast.estimates.dropFirst()).allSatisfy { $0.share >= $1.share }
        return sum <= 1 + 1e-9 && isFalling && forecast.estimates.allSatisfy { $0.share >= 0 && isSound($0.interval) }
            && isSound(forecast.anywhere)
    }

    static func isSound(_ one: ArrivalInterval) -> Bool {
        one.soonest <= one.early && one.early <= one.middle && one.middle <= one.late && one.late <= one.latest
            && (0...1).contains(one.landedProbability)
    }

    /// The rule to beat: the nearest larger airport within 45° of the course.
    private func nearestAhead(_ situation: FlightSituation) -> String? {
        let gazetteer = estimator.context.gazetteer
        let near = gazetteer.airports(near: situation.position, count: 256, sizes: .larger)
        let ahead = near.first { one in
            guard let track = situation.track else { return true }
            let bearing = Geodesy.initialBearing(from: situation.position, to: gazetteer.position(at: one.slot))
            return abs(Position.wrapped((bearing - track).rawValue)) < 45
        }
        return ahead.map { gazetteer.identity(at: $0.slot) }
    }

    private static func text(_ group: Group) -> String {
        func share(_ part: Int) -> String {
            "\(Double((part * 1_000 + group.count / 2) / max(1, group.count)) / 1_000)"
        }
        func rounded(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
        return
            "\(group.count) cuts: held \(share(group.held)) (before \(share(group.early)), after \(share(group.late))), "
            + "median width \(rounded(group.width)) min; anywhere \(share(group.heldAnywhere)), "
            + "\(rounded(group.widthAnywhere)) min; leads \(share(group.leads)) (nearest ahead \(share(group.nearestLeads))), "
            + "Brier \(rounded(group.meanBrier)) (\(rounded(group.meanNearestBrier)))"
    }

    var description: String {
        var lines = ["all " + Self.text(all)]
        for (kilometres, group) in byDistance where group.count > 0 {
            lines.append("  below \(Int(kilometres)) km " + Self.text(group))
        }
        for (kind, group) in byKind.sorted(by: { $0.key < $1.key }) { lines.append("  \(kind) " + Self.text(group)) }
        for (number, step) in steps.enumerated() where step.count > 0 {
            let said = (step.said / Double(step.count) * 1_000).rounded() / 1_000
            let came = (Double(step.came) / Double(step.count) * 1_000).rounded() / 1_000
            lines.append("  share 0.\(number)…: said \(said), came \(came) of \(step.count)")
        }
        return lines.joined(separator: "\n")
    }
}
