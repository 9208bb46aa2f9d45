import Aero
import ModeS

@testable import Site
@testable import Tracking

/// Pictures of a sky at random, the same in every run.
enum RandomSky {
    /// Places all over the globe, many of them where arithmetic is at its limits.
    static func position(_ random: inout SplitMix) -> Position? {
        let corners = [-90, -89.999, -45, 0, 0.5, 45, 89.999, 90]
        let meridians = [-180, -179.9999, -179, -90, 0, 0.25, 90, 179, 179.9999, 180]
        let latitude = random.below(4) == 0 ? corners[random.below(8)] : Double(random.below(180_001)) / 1000 - 90
        let longitude =
            random.below(4) == 0 ? meridians[random.below(10)] : Double(random.below(360_001)) / 1000 - 180
        return Position(latitude: latitude, longitude: longitude)
    }

    /// Aircraft, some without position, some of them not listed any more.
    static func tracks(_ count: Int, _ random: inout SplitMix) -> [Track] {
        (0..<count).map { index in
            var track = Track(
                address: AircraftAddress(icao: UInt32(0x40_0000 + index * 7)),
                time: Tracks.now.advanced(bySeconds: -Double(random.below(50))),
                sourceClass: .adsbICAO
            )
            if random.below(8) != 0, let position = position(&random) {
                track.fix = Tracks.fix(position.latitude, position.longitude, age: Double(random.below(90)))
            }
            if random.below(2) == 0 { track.callsign = Tracks.known("KLM\(random.below(40))") }
            if random.below(2) == 0 { track.squawk = Tracks.known(Squawk(rawValue: UInt16(random.below(16)))) }
            track.barometricAltitude = Tracks.known(Feet(random.below(40_000)), age: Double(random.below(90)))
            return track
        }
    }

    static func picture(_ tracks: [Track], book: any AddressBook = FakeBook()) -> SkyPicture {
        var status = FakeSky().initialStatus
        status.now = Tracks.now
        return SkyPicture(status: status, tracks: tracks, memory: IdentityMemory(book: book))
    }
}
