import Aero
import Flights
import Site
import Watch

/// What happened to the aircraft that rules ask for, told or not, so that who looks later is told of it: on disk, and bounded.
struct HappeningLog {
    struct Line: Codable, Hashable, Sendable {
        /// Seconds since 1970, of the event and by the wall's clock.
        let at: Double
        let made: Double
        let hex: String
        let name: String?
        let kind: String
        let airport: String?
        let knowing: String?
        let gapClass: String?
        /// The silence it is about.
        let since: Double?
    }

    /// The same however often it is made.
    private struct Key: Hashable {
        let hex: String
        let kind: String
        let at: Double

        /// A silence is judged again and again.
        init(_ line: Line) { (hex, kind, at) = (line.hex, line.kind, line.since ?? line.at) }
    }

    private let file: PrivateJSONLines<Line>
    private(set) var lines: [Line] = []
    private var known: Set<Key> = []
    private var unwritten: [Line] = []
    private var written: Timestamp?

    /// Events that are remembered.
    static let most = 2_000
    /// Seconds between two writings: what a crash takes in between stays untold.
    private static let pause = 15.0

    init(dataFolder: String) {
        file = PrivateJSONLines(path: "\(dataFolder)/watches/happenings.jsonl", largest: 4 << 20)
        lines = ((try? file.lines()) ?? []).suffix(Self.most)
        known = Set(lines.map(Key.init))
    }

    /// Takes events up, those that are worth a line.
    ///
    /// - Parameter identity: who an aircraft is; where a private one was is not written down.
    mutating func note(_ events: [WatchEvent], at now: Timestamp, _ identity: (AircraftAddress) -> WatchIdentity) {
        for event in events {
            guard let line = Self.line(event, now, identity), known.insert(Key(line)).inserted else { continue }
            lines.append(line)
            unwritten.append(line)
        }
        if written.map({ now.seconds(since: $0).magnitude >= Self.pause }) ?? true { write(now) }
    }

    /// Writes what is not written yet.
    mutating func write(_ now: Timestamp) {
        written = now
        guard !unwritten.isEmpty else { return }
        if lines.count > 2 * Self.most {
            lines.removeFirst(lines.count - Self.most)
            known = Set(lines.map(Key.init))
            try? file.replace(with: lines)
        } else {
            try? file.append(contentsOf: unwritten)
        }
        unwritten = []
    }

    /// Those that became known since a time, the newest first, and how many there are.
    func since(_ since: Timestamp, made: Timestamp?, most: Int) -> (some: [WatchingReport.Happening], count: Int) {
        let fresh = lines.filter { line in made.map { line.made >= $0.seconds } ?? (line.at >= since.seconds) }
        let some = fresh.sorted { $0.at > $1.at }.prefix(most).map { line in
            WatchingReport.Happening(
                time: Timestamp(seconds: line.at),
                hex: line.hex,
                name: line.name,
                kind: line.kind,
                airport: line.airport,
                knowing: line.knowing,
                gapClass: line.gapClass
            )
        }
        return (Array(some), fresh.count)
    }

    private static func line(
        _ event: WatchEvent,
        _ now: Timestamp,
        _ identity: (AircraftAddress) -> WatchIdentity
    ) -> Line? {
        var airport: String?
        var knowing: Knowing?
        var silence: (since: Timestamp, gapClass: GapClass)?
        switch event.content {
        case .takeoff(let at, let how), .landing(let at, let how): (airport, knowing) = (at, how)
        case .silent(let since, let gapClass):
            // Who stands on the ground is silent every night.
            guard gapClass != .landed else { return nil }
            silence = (since, gapClass)
        case .squawk(let code, let isCertain): guard code.isAlerting, isCertain else { return nil }
        case .firstEver, .reappeared, .sourceLost, .interference: break
        case .identified, .sample, .callsign, .listening: return nil
        }
        let who = identity(event.aircraft)
        return Line(
            at: event.time.seconds,
            made: now.seconds,
            hex: event.aircraft.hex,
            name: who.registration,
            kind: "\(event.content.kind)",
            airport: who.isPrivate ? nil : airport,
            knowing: knowing?.rawValue,
            gapClass: silence?.gapClass.rawValue,
            since: silence?.since.seconds
        )
    }
}
