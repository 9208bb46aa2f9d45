import Aero
import Flights
import Foundation
import Site
import Testing
import Tracking
import Watch

@testable import pelacak

/// What is remembered for who looks later, and what must not be.
struct HappeningLogTests {
    private static let start = Timestamp(seconds: 1_718_667_480)
    private static let state = AircraftAddress(icao: 0x15_5BE8)
    private static let hidden = AircraftAddress(icao: 0x48_4159)
    private static let own = AircraftAddress(icao: 0xA0_0001)

    private static func identity(_ address: AircraftAddress) -> WatchIdentity {
        switch address {
        case state: WatchIdentity(registration: "RA-1", category: "state")
        case hidden: WatchIdentity(registration: "PH-1", category: "state", lists: [WatchIdentities.hidden])
        default: WatchIdentity(registration: "N1", category: "private")
        }
    }

    private static func landing(_ address: AircraftAddress, _ seconds: Double) -> WatchEvent {
        let time = start.advanced(bySeconds: seconds)
        return WatchEvent(time: time, aircraft: address, id: 1, .landing(airport: "UEEE", .observed))
    }

    private static func with(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "happenings-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private static func told(
        _ log: HappeningLog,
        _ realm: ArchiveRealm = .real,
        hides: AircraftAddress? = nil
    ) -> [String] {
        log.since(start, made: nil, in: realm, most: 10, isHidden: { $0 == hides }).some.map {
            "\($0.name ?? $0.hex) \($0.kind) \($0.airport ?? "-")"
        }
    }

    @Test("of a private aircraft no airport, of a hidden one nothing, hidden later or not")
    func norms() throws {
        try Self.with { folder in
            var log = HappeningLog(dataFolder: folder)
            let events = [Self.state, Self.hidden, Self.own].map { Self.landing($0, 60) }
            log.note(events, in: .real, at: Self.start, Self.identity)
            #expect(Set(Self.told(log)) == ["RA-1 landing UEEE", "N1 landing -"])
            #expect(Self.told(log, hides: Self.state) == ["N1 landing -"])
        }
    }

    @Test("worlds are told apart, each event once, over a restart too")
    func worlds() throws {
        try Self.with { folder in
            var log = HappeningLog(dataFolder: folder)
            log.note([Self.landing(Self.state, 60)], in: .simulated, at: Self.start, Self.identity)
            log.note([Self.landing(Self.state, 90)], in: .real, at: Self.start, Self.identity)
            log.write(Self.start)
            var again = HappeningLog(dataFolder: folder)
            again.note([Self.landing(Self.state, 90)], in: .real, at: Self.start, Self.identity)
            #expect(Self.told(again).count == 1 && Self.told(again, .simulated).count == 1)
            #expect(again.lines.count == 2)
        }
    }

    @Test("what was taken back is gone, on disk too")
    func withdrawn() throws {
        try Self.with { folder in
            var log = HappeningLog(dataFolder: folder)
            let events = [Self.landing(Self.state, 60), Self.landing(Self.state, 4_000)]
            log.note(events, in: .real, at: Self.start, Self.identity)
            log.withdraw([events[0].key], in: .simulated)
            #expect(Self.told(log).count == 2)
            log.withdraw([events[0].key], in: .real)
            log.write(Self.start)
            #expect(HappeningLog(dataFolder: folder).lines.map(\.at) == [events[1].time.seconds])
        }
    }

    @Test("it does not grow, however much happens and however often it is begun")
    func bounded() throws {
        try Self.with { folder in
            for begin in 0..<6 {
                var log = HappeningLog(dataFolder: folder)
                let events = (0..<1_500).map { Self.landing(Self.state, Double(begin * 2_000 + $0)) }
                log.note(events, in: .real, at: Self.start, Self.identity)
                log.write(Self.start.advanced(bySeconds: 60))
                #expect(log.lines.count <= 2 * HappeningLog.most)
            }
            let text = try String(contentsOfFile: folder + "/watches/happenings.jsonl", encoding: .utf8)
            #expect(text.split(separator: "\n").count <= 2 * HappeningLog.most)
            #expect(HappeningLog(dataFolder: folder).lines.last?.at == Self.start.seconds + 11_499)
        }
    }
}
