import Aero
import ModeS
import Testing

@testable import Feeds

struct TraceDocumentReaderTests {
    static func rows(_ text: String) throws -> (reader: TraceDocumentReader, rows: [TraceRow]) {
        let bytes = Array(text.utf8)
        var reader = try TraceDocumentReader(bytes.span)
        var rows: [TraceRow] = []
        while let row = try reader.next(bytes.span) { rows.append(row) }
        return (reader, rows)
    }

    /// - Source: readsb, README-json.md, "trace jsons": the meaning of the columns, in their order.
    @Test func readsEveryColumn() throws {
        let (reader, rows) = try Self.rows(
            """
            {"icao":"34718d","r":"EC-NRG","t":"A332","timestamp":1693353600.0,"trace":[
            [266.8,43.391647,-116.789778,39975,404.5,225.0,15,-128,{"alert":0},"adsb_icao",41675,-64,280,-2.5]]}
            """
        )
        #expect(
            reader.address == AircraftAddress(icao: 0x34718D) && reader.registration == "EC-NRG"
                && reader.typeCode == "A332"
        )
        let row = try #require(rows.first)
        #expect(row.milliseconds == 1_693_353_866_800)
        #expect(row.position == Position(latitude: 43.391647, longitude: -116.789778))
        #expect(row.altitude == Feet(39_975) && row.groundSpeed == Knots(404.5) && row.track == Degrees(225))
        #expect(
            row.marks == [.stale, .newLeg, .geometricRate, .geometricAltitude]
                && row.verticalRate == FeetPerMinute(-128)
        )
        #expect(row.sourceClass == .adsbICAO && row.geometricAltitude == Feet(41_675))
        #expect(
            row.geometricRate == FeetPerMinute(-64) && row.indicatedAirspeed == Knots(280) && row.roll == Degrees(-2.5)
        )
        #expect(row.object != nil && reader.badRows == 0 && reader.badFields == 0)
    }

    @Test func membersMayStandInAnyOrderAndOldRowsAreShort() throws {
        let (_, rows) = try Self.rows(
            #"{"trace":[[0,1,2,"ground",null,null,0,null,null]],"timestamp":5,"icao":"~2a00f3"}"#
        )
        #expect(rows.count == 1 && rows[0].isOnGround && rows[0].altitude == nil && rows[0].sourceClass == nil)
        #expect(rows[0].milliseconds == 5_000)
    }

    @Test func rowsThatCannotBeAreCountedAndPassedOver() throws {
        let (reader, rows) = try Self.rows(
            #"{"icao":"000001","timestamp":1,"trace":[[],[1],7,"x",{},[1,91,0],[1,null,2,3],[1e300,1,2],[1,2,3,"sky",-1,400,"x",1e9],[2,3,4]]}"#
        )
        #expect(rows.count == 2 && reader.badRows == 8 && reader.badFields == 7)
        #expect(rows[0].altitude == nil && rows[0].groundSpeed == nil && rows[0].marks == [])
    }

    @Test(arguments: [
        (#"{"timestamp":1,"trace":[]}"#, TraceDocumentError.noAddress),
        (#"{"icao":"xyz","timestamp":1,"trace":[]}"#, .noAddress),
        (#"{"icao":"000001","trace":[]}"#, .noTime),
        (#"{"icao":"000001","timestamp":-1,"trace":[]}"#, .noTime),
        (#"{"icao":"000001","timestamp":1}"#, .noTrace),
        (#"{"icao":"000001","timestamp":1,"trace":{}}"#, .noTrace),
        (#"[]"#, .malformed(offset: 0)),
        (#""#, .malformed(offset: 0)),
    ])
    func saysWhatIsMissing(text: String, error: TraceDocumentError) {
        #expect(throws: error) { try Self.rows(text) }
    }

    @Test func everyCutIsAnError() throws {
        let text =
            #"{"icao":"000001","timestamp":1,"trace":[[1,2,3,4,5,6,7,8,{"nic":8},"mlat",1,1,1,1]],"pelacak":{"names":[[1,"squawk","7000"]],"unlocated":[[1,null,null]]}}"#
        let (reader, rows) = try Self.rows(text)
        #expect(rows.count == 2 && rows[1].position == nil)
        #expect(try reader.names(Array(text.utf8).span) == [TraceName(milliseconds: 1, field: "squawk", value: "7000")])
        for cut in 0..<text.utf8.count {
            #expect(throws: TraceDocumentError.self) { try Self.rows(String(text.prefix(cut))) }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func randomBytesDoNotTrap(seed: UInt64) {
        var random = SeededGenerator(seed)
        let text =
            #"{"icao":"000001","timestamp":1,"trace":[[1,2,3,4,5,6,7,8,{"nic":8,"nav_modes":["lnav"],"sil_type":"perhour","pelacak":{"flags":3}},"mlat",1,1,1,1]],"pelacak":{"kind":"ambiguous","names":[[1,"squawk","7000"],[],[1,2,3]],"unlocated":[[1,null,null]]}}"#
        for _ in 0..<2_000 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let replacements = Array("[]{},:\"\\0eE-.n9 ".utf8) + [0, 255]
                bytes[Int.random(in: bytes.indices, using: &random)] = replacements.randomElement(using: &random) ?? 0
            }
            guard var reader = try? TraceDocumentReader(bytes.span) else { continue }
            _ = try? reader.names(bytes.span)
            while let row = try? reader.next(bytes.span) {
                if let object = row.object { _ = TraceDetails(bytes.span, object) }
            }
        }
    }
}
