import Aero
import Flights

/// Makes stretches of hearing of points, leaving out what cannot have been flown.
public struct StretchMaker: Sendable {
    /// A longer silence ends a stretch.
    public var silenceSeconds = 25.0 * 60
    /// Below this height a rise or a descent is told apart from level flight.
    private static let lowMetres = 6_000.0

    public init() {}

    /// - Parameter points: in the order of time.
    public func stretches(of points: [HeardPoint]) -> [HeardStretch] {
        var result: [HeardStretch] = []
        let told = StretchMaker.withoutStanding(StretchMaker.believed(points))
        var start = 0
        for number in told.indices {
            let isLanded = number > start && told[number].isOnGround
            let isLast = number == told.count - 1
            if isLast || isLanded || told[number + 1].time.seconds(since: told[number].time) > silenceSeconds {
                result.append(stretch(told[start...number]))
                start = number + 1
            }
        }
        return result
    }

    /// Of points on the ground that follow each other, the first ends a flight and the last begins one; the others say nothing more.
    private static func withoutStanding(_ points: [HeardPoint]) -> [HeardPoint] {
        points.indices.filter { number in
            guard points[number].isOnGround else { return true }
            let follows = number > 0 && !points[number - 1].isOnGround
            let leads = number + 1 < points.count && !points[number + 1].isOnGround
            return follows || leads || points.count == 1 || (number == 0 && points.allSatisfy(\.isOnGround))
        }
        .map { points[$0] }
    }

    private func stretch(_ points: ArraySlice<HeardPoint>) -> HeardStretch {
        let (first, last) = (points[points.startIndex], points[points.endIndex - 1])
        let second = points.dropFirst().first
        let before = points.dropLast().last
        return HeardStretch(
            first: end(first, track: second.flatMap { course(first, $0) }),
            last: end(last, track: before.flatMap { course($0, last) }),
            isRising: isChanging(from: first, to: second),
            isSinking: isChanging(from: last, to: before)
        )
    }

    /// Whether an end lies low, and nothing beside it says that it is not the lower one.
    private func isChanging(from end: HeardPoint, to inner: HeardPoint?) -> Bool {
        guard let height = end.altitude?.metres.rawValue, height < Self.lowMetres else { return false }
        guard let other = inner?.altitude?.metres.rawValue else { return height < 1_500 }
        return other > height || (height < 300 && other >= height)
    }

    private func course(_ one: HeardPoint, _ other: HeardPoint) -> Degrees? {
        guard one.disc.radius == 0, other.disc.radius == 0, one.disc.centre != other.disc.centre else { return nil }
        // The direction at the later of the two.
        let back = Geodesy.initialBearing(from: other.disc.centre, to: one.disc.centre)
        return Degrees(back.rawValue + 180).asDirection
    }

    private func end(_ point: HeardPoint, track: Degrees?) -> HeardEnd {
        HeardEnd(
            time: point.time,
            disc: point.disc,
            usualRadius: point.usualRadius,
            altitude: point.altitude,
            track: track
        )
    }

    /// The points without those that nobody can have flown to: runs of points that agree are put together so that most remain.
    static func believed(_ points: [HeardPoint]) -> [HeardPoint] {
        var runs: [Range<Int>] = []
        var start = 0
        for number in points.indices {
            let isLast = number == points.count - 1
            if isLast || !points[number].agrees(with: points[number + 1]) {
                runs.append(start..<(number + 1))
                start = number + 1
            }
        }
        guard runs.count > 1 else { return points }
        // Hundreds of jumps are no aircraft; of the last ones something is said.
        runs = Array(runs.suffix(200))
        var best: [(count: Int, before: Int?)] = []
        for (number, run) in runs.enumerated() {
            var found: (count: Int, before: Int?) = (run.count, nil)
            for other in 0..<number where best[other].count + run.count > found.count {
                let before = points[runs[other].upperBound - 1]
                if before.agrees(with: points[run.lowerBound]) { found = (best[other].count + run.count, other) }
            }
            best.append(found)
        }
        var at = best.indices.max { (best[$0].count, $1) < (best[$1].count, $0) }
        var kept: [Range<Int>] = []
        while let run = at {
            kept.append(runs[run])
            at = best[run].before
        }
        return kept.reversed().flatMap { points[$0] }
    }
}
