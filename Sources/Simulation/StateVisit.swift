import Aero
import ModeS

/// The reconstructed trip of June 2024: Moscow, Yakutsk, Pyongyang, Hanoi.
///
/// Times come from reports: before 06:09 UTC on 18 June in Yakutsk, three aircraft said to leave there 12:34, landing in Pyongyang
/// 17:22, leaving about 15:00 on 19 June, landing in Hanoi 18:45 to 18:50. All else is invented: aircraft, addresses, callsigns, the
/// way between the stops, companions and decoy. No aircraft is named as the carrier.
enum StateVisit {
    /// 17 June 2024, 23:38 UTC: the first of the group is taxiing.
    static let start = Timestamp(seconds: 1_718_667_480)
    /// Until 19 June, 20:00 UTC.
    static let duration = at(19, 20, 0)
    /// How many other aircraft fly meanwhile.
    static let background = 340

    /// Seconds from the start to a time of June 2024, UTC.
    private static func at(_ day: Int, _ hour: Int, _ minute: Int) -> Double {
        Double((day - 17) * 86_400 + hour * 3_600 + minute * 60 - (23 * 3_600 + 38 * 60))
    }

    /// Nothing is heard over East Siberia and over the DPRK.
    static var holes: [ReceiverNetwork.Hole] {
        [(64.5, 108.0, 650.0), (40.3, 126.8, 260.0)].compactMap { latitude, longitude, radius in
            Position(latitude: latitude, longitude: longitude).map {
                ReceiverNetwork.Hole(middle: UnitVector($0), radius: radius)
            }
        }
    }

    /// One at each airport outside the DPRK, and some in the taiga between the Urals and the Yenisei.
    static var receivers: [UnitVector] {
        let more = [
            (61.65, 50.84), (65.96, 57.37), (61.34, 73.4), (66.07, 76.52), (65.8, 87.95), (63.6, 67.0), (58.1, 68.2),
        ]
        return AirportTable.all.filter { $0.state != "KP" }.map(\.vector)
            + more.compactMap { Position(latitude: $0.0, longitude: $0.1).map { UnitVector($0) } }
    }

    /// The group, an aircraft ahead, a freighter, and one that goes to the last stop early and home again.
    static func aircraft(seed: UInt64) -> [SimulatedAircraft] {
        roles.compactMap { role in
            var generator = SeededGenerator(seed: seed, stream: UInt64(role.address))
            let slot = generator.next() >> 1
            guard let home = AirportTable.airport("UUWW"), let first = role.legs.first,
                let leg = AirportChooser.leg(first, from: home.index, kind: role.kind, slot: slot)
            else { return nil }
            return SimulatedAircraft(
                address: AircraftAddress(icao: role.address),
                kind: role.kind,
                callsign: role.callsign,
                squawk: Squawk(rawValue: UInt16(0o2101 + generator.index(below: 0o600))),
                transponder: Transponder(
                    kind: role.kind,
                    callsign: CallsignEncoding.bits(role.callsign) ?? 0,
                    equipment: role.equipment,
                    generator: &generator
                ),
                generator: generator,
                leg: leg,
                plan: Array(role.legs.dropFirst()),
                silences: role.silences,
                slot: slot
            )
        }
    }

    private struct Role {
        let address: UInt32
        let callsign: String
        let kind: AircraftKind
        let equipment: Transponder.Equipment
        let legs: [ScheduledLeg]
        var silences: [ClosedRange<Double>] = []
    }

    /// Round by the Amur and the Sea of Japan: 4 h 48 min were reported for what takes 3 h 30 min straight.
    private static var detour: [Position] {
        [(50.5, 139.5), (41.8, 133.8)].compactMap { Position(latitude: $0.0, longitude: $0.1) }
    }

    /// Addresses of one fleet lie one bit apart, as those of real fleets do.
    private static var roles: [Role] {
        [
            Role(
                address: 0xD57710,
                callsign: "QXS001",
                kind: .stateHeavy,
                equipment: .version2,
                legs: [
                    ScheduledLeg(to: "UEEE", takeoff: at(17, 23, 41), landing: at(18, 5, 42)),
                    ScheduledLeg(to: "ZKPY", takeoff: at(18, 12, 34), landing: at(18, 17, 22), via: detour),
                    ScheduledLeg(to: "VVNB", takeoff: at(19, 15, 0), landing: at(19, 18, 46)),
                ]
            ),
            Role(
                address: 0xD57711,
                callsign: "QXS002",
                kind: .stateHeavy,
                equipment: .modeS,
                legs: [
                    ScheduledLeg(to: "UEEE", takeoff: at(17, 23, 46), landing: at(18, 5, 49)),
                    ScheduledLeg(to: "ZKPY", takeoff: at(18, 12, 39), landing: at(18, 17, 30), via: detour),
                    ScheduledLeg(to: "VVNB", takeoff: at(19, 15, 7), landing: at(19, 18, 54)),
                ]
            ),
            Role(
                address: 0xD57712,
                callsign: "QXS003",
                kind: .stateHeavy,
                equipment: .version2,
                legs: [
                    ScheduledLeg(to: "UEEE", takeoff: at(17, 23, 53), landing: at(18, 5, 57)),
                    ScheduledLeg(to: "ZKPY", takeoff: at(18, 12, 45), landing: at(18, 17, 38), via: detour),
                    ScheduledLeg(to: "VVNB", takeoff: at(19, 15, 15), landing: at(19, 19, 3)),
                ],
                // Off on the way across China, where others are heard.
                silences: [at(19, 16, 35)...at(19, 17, 50)]
            ),
            Role(
                address: 0xD57718,
                callsign: "QXS011",
                kind: .stateTwin,
                equipment: .version2,
                legs: [
                    ScheduledLeg(to: "UEEE", takeoff: at(17, 20, 40)),
                    ScheduledLeg(to: "ZKPY", takeoff: at(18, 8, 50)),
                    ScheduledLeg(to: "VVNB", takeoff: at(19, 8, 30)),
                ]
            ),
            Role(
                address: 0xD57820,
                callsign: "QXS701",
                kind: .freighter,
                equipment: .version1,
                legs: [
                    ScheduledLeg(to: "UEEE", takeoff: at(17, 19, 15)),
                    ScheduledLeg(to: "ZKPY", takeoff: at(18, 5, 20)),
                    ScheduledLeg(to: "VVNB", takeoff: at(19, 3, 40)),
                ]
            ),
            Role(
                address: 0xD57714,
                callsign: "QXS004",
                kind: .stateHeavy,
                equipment: .version2,
                legs: [
                    ScheduledLeg(to: "VVNB", takeoff: at(18, 21, 50)),
                    ScheduledLeg(to: "UUWW", takeoff: at(19, 10, 30)),
                ]
            ),
        ]
    }
}
