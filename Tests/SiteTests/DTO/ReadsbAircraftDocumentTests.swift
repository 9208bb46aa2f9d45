import Aero
import Foundation
import ModeS
import NIOCore
import Testing

@testable import Site
@testable import Tracking

struct ReadsbAircraftDocumentTests {
    /// Knows something of every third aircraft, and of one a description longer than a portion of the document.
    private struct OddBook: AddressBook {
        func registration(of address: AircraftAddress) -> String? { address.bits % 3 == 0 ? "PH-\(address.bits)" : nil }
        func state(of address: AircraftAddress) -> String? { nil }
        func registered(_ address: AircraftAddress) -> RegisteredAircraft? { nil }
        func typeDesignator(of address: AircraftAddress) -> String? { address.bits % 5 == 0 ? "A20N" : nil }
        func typeDescription(of address: AircraftAddress) -> String? {
            if address.bits == 40 { return String(repeating: "long \"name\" ", count: 20_000) }
            return address.bits % 7 == 0 ? "Vliegtuig \u{e9}\n" : nil
        }
        func flags(of address: AircraftAddress) -> AircraftFlags { AircraftFlags(rawValue: UInt8(address.bits % 16)) }
    }

    private func plain(_ picture: SkyPicture, _ book: any AddressBook) -> [UInt8] {
        PlainReadsbDocument(
            now: picture.status.now,
            provenance: picture.status.provenance,
            messages: picture.status.messages,
            book: book
        ).json(picture.tracks)
    }

    /// The first place where two documents differ, with what stands round it.
    private func difference(_ one: [UInt8], _ other: [UInt8]) -> String? {
        guard one != other else { return nil }
        let place = zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset ?? min(one.count, other.count)
        func around(_ bytes: [UInt8]) -> String {
            String(decoding: bytes[max(0, min(place, bytes.count) - 60)..<min(bytes.count, place + 40)], as: UTF8.self)
        }
        return "at \(place):\n\(around(one))\n\(around(other))"
    }

    @Test("the quick encoder writes byte by byte what the plain one writes, whatever is known", arguments: 0..<24)
    func twin(seed: Int) async throws {
        var random = SplitMix(state: UInt64(seed))
        let tracks = (0..<60).map { RandomTrack.track(UInt32(seed * 60 + $0), &random) }
        let picture = RandomSky.picture(tracks, book: OddBook())
        let expected = plain(picture, OddBook())
        let quick = Array(ReadsbAircraftDocument(picture).json().readableBytesView)
        #expect(difference(quick, expected) == nil)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(quick)) }
    }

    @Test("side by side is the same as in one piece, also when a half has nothing to list", arguments: [false, true])
    func pieces(secondHalfOnly: Bool) async throws {
        var random = SplitMix(state: 5)
        let tracks = (0..<1200).map { index in
            var track = RandomTrack.track(UInt32(index), &random)
            if secondHalfOnly, index < 600 {
                track.fix = nil
                track.lastHeard = Tracks.now.advanced(bySeconds: -100)
            }
            return track
        }
        let picture = RandomSky.picture(tracks, book: OddBook())
        let whole = Array(ReadsbAircraftDocument(picture).json().readableBytesView)
        let pieces = await ReadsbAircraftDocument(picture).pieces()
        #expect(pieces.count == 2)
        #expect(difference(pieces.flatMap { Array($0.readableBytesView) }, whole) == nil)
    }

    @Test("some aircraft are written as they stand in the whole, with distance and direction behind")
    func matches() throws {
        var random = SplitMix(state: 9)
        let picture = RandomSky.picture((0..<300).map { RandomTrack.track(UInt32($0), &random) })
        let all = picture.tracks.indices.filter { picture.isListed($0) }
        var buffer = ByteBuffer()
        ReadsbAircraftDocument(picture).append(all.map { AircraftMatch(index: $0) }, to: &buffer)
        let whole = String(decoding: ReadsbAircraftDocument(picture).json().readableBytesView, as: UTF8.self)
        #expect(whole.contains("\"aircraft\":[" + String(decoding: buffer.readableBytesView, as: UTF8.self) + "]}"))

        var one = ByteBuffer()
        let away = AircraftMatch.Away(distance: 12.3456, direction: 359.96)
        ReadsbAircraftDocument(picture).append([AircraftMatch(index: all[0], away: away)], to: &one)
        #expect(String(decoding: one.readableBytesView, as: UTF8.self).hasSuffix(",\"dst\":12.346,\"dir\":360.0}"))
    }

    @Test("without a track of its own an aircraft has the one its last places tell")
    func calculatedTrack() throws {
        var track = Tracks.bare()
        let before = try #require(Tracks.fix(52, 4, age: 31))
        track.trail.note(before, TrailPoint.Motion(), isDoubtful: false)
        track.fix = Tracks.fix(52, 4.01, age: 1)
        func text(_ track: Track) -> String {
            String(decoding: ReadsbAircraftDocument(RandomSky.picture([track])).json().readableBytesView, as: UTF8.self)
        }
        #expect(text(track).contains(",\"calc_track\":90,"))
        track.track = Tracks.known(123)
        #expect(!text(track).contains("calc_track") && text(track).contains(",\"track\":123.00,"))
        track.track = nil
        track.fix = Tracks.fix(52, 4.0005, age: 1)
        #expect(!text(track).contains("calc_track"))
    }

    @Test("an empty sky is a document with an empty list")
    func empty() async {
        let picture = RandomSky.picture([])
        let text = String(decoding: ReadsbAircraftDocument(picture).json().readableBytesView, as: UTF8.self)
        #expect(text == "{\"simulated\":true,\"now\":1718700000.000,\"messages\":4321,\"aircraft\":[]}\n")
    }
}
