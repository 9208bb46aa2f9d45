import Aero
import Flights
import Site
import Tracking
import Watch

/// What happened to the aircraft that rules ask for, told or not, so that who looks later is told of it: on disk, and bounded.
struct HappeningLog {
    struct Line: Codable, Hashable, Sendable {
        /// Seconds since 1970, of the event and by the wall's clock.
        let at: Double
        let made: Double
        /// The world it happened in.
        let realm: String
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
        let realm: String
        let hex: String
        let kind: String
        let at: Double

        /// A silence is judged again and again.
        init(_ line: Line) { (realm, hex, kind, at) = (line.realm, line.hex, line.kind, line.since ?? line.at) }

        init(_ event: EventKey, _ realm: ArchiveRealm) {
            (self.realm, hex, kind, at) = (realm.rawValue, event.aircraft.hex, "\(event.kind)", event.time.seconds)
        }
    }

    private let file: PrivateJSONLines<Line>
    private(set) var lines: [Line] = []
    private var known: Set<Key> = []
    private var unwritten: [Line] = []
    /// Lines were taken back: the file is to be written anew.
    private var isRewritten = false
    private var written: Timestamp?

    /// Events that are remembered.
    static let most = 2_000
    /// Seconds between two writings: what a crash takes in between stays untold.
    private static let pause = 15.0

    init(dataFolder: String) {
        file = PrivateJSONLines(path: "\(dataFolder)/watches/happenings.jsonl", largest: 4 << 20)
        let read = try? file.lines()
        lines = (read ?? []).suffix(Self.most)
        known = Set(lines.map { Key($0) })
        // What is longer, or cannot be read, is written anew: it would grow with every start.
        isRewritten = read.map { $0.count > Self.most } ?? true
    }

    /// Takes events up, those that are worth a line.
    ///
    /// - Parameter identity: who an aircraft is; where a private one was is not written down, and of a hidden one nothing is.
    mutating func note(
        _ events: [WatchEvent],
        in realm: ArchiveRealm,
        at now: Timestamp,
        _ identity: (AircraftAddress) -> WatchIdentity
    ) {
        for event in events {
            guard let line = Self.line(event, realm, now, identity), known.insert(Key(line)).inserted else { continue }
            lines.append(line)
            unwritten.append(line)
        }
        if written.map({ now.seconds(since: $0).magnitude >= Self.pause }) ?? true { write(now) }
    }

    /// Takes back what turned out to be wrong.
    mutating func withdraw(_ events: [EventKey], in realm: ArchiveRealm) {
        let gone = Set(events.map { Key($0, realm) })
        guard !gone.isDisjoint(with: known) else { return }
        lines.removeAll { gone.contains(Key($0)) }
        unwritten.removeAll { gone.contains(Key($0)) }
        isRewritten = true
    }

    /// Writes what is not written yet. What cannot be written waits for the next time.
    mutating func write(_ now: Timestamp) {
        written = now
        if lines.count > 2 * Self.most {
            lines.removeFirst(lines.count - Self.most)
            known = Set(lines.map { Key($0) })
            isRewritten = true
        }
        guard isRewritten || !unwritten.isEmpty else { return }
        do throws(PrivateJSONLinesError) {
            if isRewritten { try file.replace(with: lines) } else { try file.append(contentsOf: unwritten) }
            (isRewritten, unwritten) = (false, [])
        } catch { unwritten = Array(unwritten.suffix(Self.most)) }
    }

    /// Those of a world that became known since a time, the newest first, and how many there are.
    ///
    /// - Parameter isHidden: whether nothing may be told of an aircraft by now.
    func since(
        _ since: Timestamp,
        made: Timestamp?,
        in realm: ArchiveRealm,
        most: Int,
        isHidden: (AircraftAddress) -> Bool
    ) -> (some: [WatchingReport.Happening], count: Int) {
        let fresh = lines.filter { line in
            line.realm == realm.rawValue && made.map { line.made >= $0.seconds } ?? (line.at >= since.seconds)
                && AircraftAddress(line.hex).map { !isHidden($0) } ?? false
        }
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
        _ realm: ArchiveRealm,
        _ now: Timestamp,
        _ identity: (AircraftAddress) -> WatchIdentity
    ) -> Line? {
        var airport: String?
        var knowing: Knowing?
        var silence: (since: Timestamp, gapClass: GapClass)?
        switch event.content {
        case .takeoff(let at, let how), .landing(let at, let how):
            // Whoever is heard in flight took off some time, somewhere: that is no news.
            guard how != .unknown else { return nil }
            (airport, knowing) = (at, how)
        case .silent(let since, let gapClass):
            // Who stands on the ground is silent every night.
            guard gapClass != .landed else { return nil }
            silence = (since, gapClass)
        case .squawk(let code, let isCertain): guard code.isAlerting, isCertain else { return nil }
        case .firstEver, .reappeared, .sourceLost, .interference: break
        case .identified, .sample, .callsign, .listening: return nil
        }
        let who = identity(event.aircraft)
        guard !who.lists.contains(WatchIdentities.hidden) else { return nil }
        return Line(
            at: event.time.seconds,
            made: now.seconds,
            realm: realm.rawValue,
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
