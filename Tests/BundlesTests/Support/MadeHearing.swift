import Aero
import Bundles
import Flights
import TestSupport
import Testing
import Tracking

/// Who hears what about the way of `MadeFlight`, made up: listeners with numbers as an archive gives them, by chance up and down.
struct MadeHearing {
    private(set) var coverage = CoverageGrid()
    private(set) var uptimes = Uptimes()
    private(set) var roster = ListenerRoster()
    private(set) var listeners: [Listener] = []
    /// Of the aircraft itself.
    private(set) var passes: [Pass] = []
    private var chance: SeededGenerator

    /// Two days before the flight, to two hours after it.
    static let learned = MadeFlight.start.advanced(bySeconds: -172_800)..<MadeFlight.start.advanced(bySeconds: 11_200)

    /// All up, others heard nearly always at all heights: a silence among them says something.
    init(loud listeners: Int) throws {
        chance = SeededGenerator(seed: 1)
        try add(listeners)
        for listener in self.listeners {
            uptimes.add(Self.learned.lowerBound...Self.learned.upperBound, of: listener)
            roster.set([UInt64(listener.number)], of: listener)
        }
        // At all hours alike: of the six in which it flies.
        for cell in try Self.cells() where cell.block == 2 {
            for number in 0..<80 { note(cell, of: UInt32(0x1000 + number), heardBy: self.listeners) }
        }
    }

    /// Anything.
    init(seed: UInt64) throws {
        chance = SeededGenerator(seed: seed)
        try add(Int.random(in: 1...6, using: &chance))
        for listener in listeners { ups(of: listener) }
        let spots = [UInt64](1...3).map { $0 << 33 }
        for listener in listeners where Bool.random(using: &chance) {
            roster.set(Set(spots.filter { _ in Bool.random(using: &chance) }), of: listener)
        }
        if let asked = listeners.first, seed % 3 == 0 {
            let centre = try #require(Position(latitude: 0.2, longitude: Double.random(in: 0...3, using: &chance)))
            coverage.areas[asked.number] = .circle(centre, Metres(Double.random(in: 5e4...4e5, using: &chance)))
        }
        let cells = try Self.cells()
        for _ in 0..<Int.random(in: 200...9_000, using: &chance) {
            guard let cell = cells.randomElement(using: &chance) else { continue }
            let isOwn = Int.random(in: 0..<60, using: &chance) == 0
            let hearers = listeners.filter { _ in Int.random(in: 0..<4, using: &chance) > 0 }
            note(
                cell,
                of: isOwn ? MadeFlight.aircraft.address.rawValue : UInt32.random(in: 1...0xFFFF, using: &chance),
                heardBy: Int.random(in: 0..<9, using: &chance) == 0 ? [] : hearers,
                isOwn: isOwn
            )
        }
    }

    /// What it says of whom.
    func basis() throws -> SilenceBasis {
        // As commands read it: what an archive learned was written and read.
        let kept = CoverageLearner(coverage: coverage, uptimes: uptimes, learned: Self.learned)
        var read = try CoverageLearner(bytes: kept.bytes())
        read.areas = coverage.areas
        return SilenceBasis(
            LearnedCoverage(
                coverage: read.coverage,
                uptimes: read.uptimes,
                roster: roster,
                learned: try #require(read.learned)
            ),
            passes: passes,
            judgedAt: MadeFlight.start.advanced(bySeconds: 10_000)
        )
    }

    private mutating func add(_ count: Int) throws {
        for number in 0..<count {
            // Rising, and as far apart as numbers made by a secret are.
            let own = UInt32(number + 1) * 300_000_000 + UInt32.random(in: 0..<1_000_000, using: &chance)
            listeners.append(try #require(Listener(number: own, kind: .feed)))
        }
    }

    private mutating func ups(of listener: Listener) {
        var time = Self.learned.lowerBound
        while time < Self.learned.upperBound {
            let end = time.advanced(bySeconds: Double.random(in: 60...90_000, using: &chance))
            uptimes.add(time...end, of: listener)
            time = end.advanced(bySeconds: Double.random(in: 1...9_000, using: &chance))
        }
    }

    private mutating func note(
        _ cell: CoverageCell,
        of aircraft: UInt32,
        heardBy hearers: [Listener],
        isOwn: Bool = false
    ) {
        let long = Self.learned.upperBound.seconds(since: Self.learned.lowerBound)
        let entered = Self.learned.lowerBound.advanced(bySeconds: Double.random(in: 0..<long, using: &chance))
        let day = Double(cell.block) * 21_600 + Double.random(in: 0..<21_000, using: &chance)
        let midnight = (entered.seconds / 86_400).rounded(.down) * 86_400
        let pass = Pass(
            aircraft: AircraftAddress(icao: aircraft & 0xFF_FFFF),
            kind: Int.random(in: 0..<12, using: &chance) == 0 ? .replies : .squitter,
            cell: cell,
            entered: Timestamp(seconds: midnight + day),
            left: Timestamp(seconds: midnight + day + 240),
            heardBy: hearers,
            isHeardByTheseAlone: Int.random(in: 0..<20, using: &chance) > 0
        )
        coverage.note(pass, listening: uptimes)
        if isOwn { passes.append(pass) }
    }

    /// Six degrees north and south of the way, and beyond its ends, at all heights and hours.
    private static func cells() throws -> [CoverageCell] {
        var cells: [CoverageCell] = []
        for row in 168..<192 {
            for column in 350..<378 {
                for band in AltitudeBand.allCases {
                    for block in 0..<4 {
                        let cell = CoverageCell(row: row, column: column, band: band.rawValue, block: block)
                        cells.append(try #require(cell))
                    }
                }
            }
        }
        return cells
    }
}
