import Aero
import ModeS

@testable import Site
@testable import Tracking

/// Two worlds that differ by one aircraft, hidden in both: what a stranger is told must be the same bytes.
enum Hiding {
    static let hidden = AircraftAddress(icao: 0x43_C6F1)
    /// Never heard, and on no list.
    static let unknown = AircraftAddress(icao: 0x43_C6F2)
    static let callsign = "QXHIDE7"
    /// Midnight of the day that `Tracks.now` lies in.
    static let day: Int64 = 19_892

    static let rules = SuppressionRules([
        SuppressionRule(hidden, .public, reason: .takedown),
        SuppressionRule(hidden, .flag, reason: .ladd), SuppressionRule(hidden, .flag, reason: .pia),
        SuppressionRule(AircraftAddress(icao: 0x40_0001), .flag, reason: .ladd),
    ])

    /// The same aircraft, hidden by what lists say of it alone.
    static let listed = SuppressionRules(
        [
            SuppressionRule(AircraftAddress(icao: 0x40_0001), .flag, reason: .ladd),
            SuppressionRule(hidden, .flag, reason: .pia),
        ],
        listed: [
            SuppressionRule(hidden, .public, reason: .ladd),
            SuppressionRule(AircraftAddress(icao: 0x40_0001), .public, reason: .ladd),
        ]
    )

    /// What lists say of it in the world in which it is.
    struct Book: AddressBook {
        var isListed = true

        func registered(_ address: AircraftAddress) -> RegisteredAircraft? {
            guard isListed, address == hidden else { return FakeBook().registered(address) }
            return RegisteredAircraft(
                address: address,
                registration: "G-HIDE",
                type: "A320",
                marks: [.military, .limitedDisplay]
            )
        }
        func registration(of address: AircraftAddress) -> String? {
            registered(address)?.registration ?? FakeBook().registration(of: address)
        }
        func state(of address: AircraftAddress) -> String? { FakeBook().state(of: address) }
        func typeDesignator(of address: AircraftAddress) -> String? { registered(address)?.type }
        func flags(of address: AircraftAddress) -> AircraftFlags {
            registered(address)?.marks.contains(.military) == true ? [.military, .limitedDisplay] : []
        }
    }

    /// Who is who: it, and a neighbour that names it.
    static func identities(with isThere: Bool) -> FakeIdentities {
        let near = AircraftAddress(icao: 0x40_0001)
        var neighbour = HeldIdentity.unknown(near)
        guard isThere else { return FakeIdentities(neighbour) }
        let one = RegisteredAircraft(address: hidden, registration: "G-HIDE", type: "A320")
        neighbour.sisters = [SisterAircraft(one, .neighbour)]
        neighbour.conflicts = [
            HeldConflict(
                id: 1,
                kind: .twoAddresses,
                subject: .address(near),
                values: [hidden.hex, "G-HIDE"],
                since: Timestamp(seconds: 1)
            )
        ]
        let source = IdentitySource(id: 1, name: "made-list", kind: .list, licence: .own)
        let said = IdentityFact(
            .address(hidden),
            .registration,
            "G-HIDE",
            known: KnowledgeInterval(from: Timestamp(seconds: 1)),
            source: source.id,
            kind: .list,
            licence: .own
        )
        var own = HeldIdentity.unknown(hidden)
        own.record = IdentityRecord(address: hidden, facts: own.record.facts + [said])
        own.sources = [source.id: source]
        own.sisters = [SisterAircraft(RegisteredAircraft(address: near), .oneBit)]
        return FakeIdentities(own, neighbour)
    }

    static func sky(with isThere: Bool) -> FakeSky {
        var tracks = [
            Tracks.everything(), Tracks.whole(0x40_0001, latitude: 52.6, longitude: 4.4), Tracks.bare(),
            Paths.eastwards(AircraftAddress(icao: 0x3C_0002), from: Tracks.now.seconds - 600, points: 30),
        ]
        if isThere {
            tracks.append(track)
            // Another's collision avoidance names it.
            tracks[1].advisories = [advisory].compactMap(\.self)
        }
        let sky = FakeSky(tracks)
        sky.set { state in
            state.status.messages = isThere ? 9876 : 4321
            state.status.feedDelay = isThere ? 0.25 : 30
            state.counts.frames[SkyCounts.FrameKind(format: 17, isRepaired: false)] = isThere ? 800 : 300
            state.counts.tracksMade = isThere ? 5 : 4
            state.counts.positions = ["global": isThere ? 90 : 40, "local": 3]
            state.counts.aircraft = ["adsb_icao": isThere ? 4 : 3, "mode_s": 1]
        }
        return sky
    }

    private static var advisory: AdvisoryEvent? {
        let field: UInt64 = 0x30 << 48 | 1 << 47 | 1 << 26 | UInt64(hidden.bits) << 2
        guard let advisory = BDS30(mb: Field56(rawValue: field)) else { return nil }
        return AdvisoryEvent(
            advisory: advisory,
            first: Tracks.now.advanced(bySeconds: -20),
            last: Tracks.now,
            messages: 4,
            confirmation: .secondMessage,
            frames: []
        )
    }

    /// Live, with a path and everything that gives it away.
    static var track: Track {
        var track = Tracks.whole(hidden.bits, latitude: 52.31, longitude: 4.77)
        let stops = (0..<20).map { step in
            Paths.Stop(
                seconds: Tracks.now.seconds - 400 + Double(step) * 20,
                latitude: 52 + Double(step) * 0.0163,
                longitude: 4.77
            )
        }
        track.trail = Paths.track(hidden, stops).trail
        track.trail.note(callsign: callsign, squawk: Squawk(rawValue: 0o6543), at: Tracks.now.advanced(bySeconds: -390))
        track.callsign = Tracks.known(callsign)
        track.squawk = Tracks.known(Squawk(rawValue: 0o6543))
        return track
    }

    static func history(with isThere: Bool) -> FakeHistory {
        var ways = [Flights.Way(), Flights.Way(address: AircraftAddress(icao: 0x40_0001), latitude: 51)]
        ways.append(
            Flights.Way(address: AircraftAddress(icao: 0x40_0001), from: Tracks.now.seconds - 1200, latitude: 51)
        )
        var batches = [Flights.batch(ways)]
        if isThere {
            let own = [
                Flights.Way(address: hidden, latitude: 50.013, receivers: [7, 9]),
                Flights.Way(address: hidden, from: Tracks.now.seconds - 900, latitude: 50.013),
                // A day on which nobody else was heard.
                Flights.Way(address: hidden, from: Flights.midnight - 86_400 * 3, latitude: 50.013),
            ]
            batches.append(Flights.batch(own, callsign: callsign))
            batches.append(JavaFlight.batch(hidden, from: Flights.midnight - 86_400 * 3 + 21_600))
        }
        let archive = FakeArchive()
        for batch in batches { archive.keep(batch) }
        var manifest = HistoryDay(number: day, isComplete: true)
        manifest.aircraft = isThere ? 3 : 2
        manifest.positions = isThere ? 150 : 90
        manifest.digest = isThere ? "00ff" : "ff00"
        return FakeHistory([.simulated: archive], days: [.simulated: [manifest]])
    }

    /// What the field's receiver heard: of the hidden aircraft more messages, one aircraft more, and farther.
    static func reception(with isThere: Bool) -> FakeReception {
        var slot = ReceptionSlot(start: ReceptionSpan.hour.slotStart(at: Tracks.now))
        (slot.watchedSeconds, slot.messages) = (12, isThere ? [800, 0, 0, 0, 0, 0, 0, 0] : [300, 0, 0, 0, 0, 0, 0, 0])
        (slot.aircraft, slot.positioned) = isThere ? (5, 5) : (4, 4)
        slot.levels = [Int](repeating: isThere ? 3 : 1, count: ReceptionSlot.levelCount)
        slot.farthest = [Double](repeating: isThere ? 400_000 : 90_000, count: ReceptionSlot.sectorCount)
        var report = ReceptionReport(id: "field", name: "field", span: .hour, end: Tracks.now, place: .site)
        report.slots = [slot]
        return FakeReception([report])
    }

    static func sources(with isThere: Bool) -> [SourceStatus] {
        var counters = SourceStatus.Counters()
        (counters.frames, counters.aircraft, counters.positions, counters.bytes) =
            isThere ? (800, 5, 93, 40_000) : (300, 4, 43, 15_000)
        var feeder = FeederStatus(name: "hill", isRegistered: true)
        (feeder.frames, feeder.aircraft, feeder.positions) = isThere ? (800, 5, 93) : (300, 4, 43)
        feeder.reasons = isThere ? ["too-fast": 2] : [:]
        var source = SourceStatus(
            id: "field",
            name: "field",
            specification: "beast+listen://0.0.0.0:30004",
            format: "beast",
            state: .listening,
            detail: isThere ? "5 aircraft" : "4 aircraft",
            counters: counters,
            firstThirtySeconds: .init(
                seconds: 30,
                isComplete: true,
                frames: counters.frames,
                aircraft: counters.aircraft,
                positions: counters.positions,
                rejected: 0
            )
        )
        source.feeders = [feeder]
        source.received = ["frame": counters.frames]
        return [source]
    }

    /// Everything that would tell of the hidden aircraft in an answer, as text or as bytes.
    static func traces(in body: [UInt8]) -> [String] {
        let text = String(decoding: body, as: UTF8.self).lowercased()
        var found = [hidden.hex, callsign.lowercased(), "50.013", "52.31", "6543"].filter { text.contains($0) }
        let bits = hidden.bits
        let little = [UInt8(truncatingIfNeeded: bits), UInt8(truncatingIfNeeded: bits >> 8), UInt8(bits >> 16)]
        if body.indices.dropLast(2).contains(where: { Array(body[$0..<$0 + 3]) == little }) { found.append("bytes") }
        return found
    }
}
