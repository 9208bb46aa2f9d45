import Aero
import Testing

@testable import Site

struct TrackFileTests {
    /// As Google Earth's tutorial writes a track: all times, then all places.
    private static let track = """
        <?xml version="1.0"?><kml xmlns:gx="http://www.google.com/kml/ext/2.2"><Placemark><gx:Track>
        <when>2024-06-18T12:34:00Z</when><when>2024-06-18T17:22:10.500Z</when>
        <gx:coord>129.77 62.09 0</gx:coord><gx:coord>125.67 39.224 30</gx:coord></gx:Track></Placemark></kml>
        """
    /// A placemark a position, the line they make behind them.
    private static let placemarks = """
        <kml><Placemark><TimeStamp><when>2024-06-18T19:34:00+07:00</when></TimeStamp><Point><coordinates>129.77,62.09,0
        </coordinates></Point></Placemark><Placemark><TimeStamp><when>2024-06-18T17:22:10Z</when></TimeStamp><Point>
        <coordinates>125.67,39.224</coordinates></Point></Placemark>
        <LineString><coordinates>129.77,62.09,0 125.67,39.224,0</coordinates></LineString></kml>
        """

    /// As trackers write it: a track of positions, and beside it places without a time, and the line; comments, character data.
    private static let parts = """
        <kml><Document><TimeSpan><begin>2001-01-01T00:00:00Z</begin></TimeSpan>
        <Placemark><name>UEEE</name><Point><coordinates>129.77,62.09,0</coordinates></Point></Placemark>
        <Placemark><name>ZKPY</name><Point><coordinates>125.67,39.224,0</coordinates></Point></Placemark>
        <Placemark><!-- <when>1999-01-01T00:00:00Z</when> --><gx:MultiTrack><gx:Track>
        <when>2024-06-18T12:34:00Z</when><when><![CDATA[2024-06-18T15:00:00Z]]></when>
        <gx:coord>129.77 62.09 0</gx:coord><gx:coord>127 50 10000</gx:coord></gx:Track>
        <gx:Track><when>2024-06-18T17:22:10Z</when><gx:coord>125.67 39.224 30</gx:coord></gx:Track></gx:MultiTrack></Placemark>
        <Placemark><LineString><coordinates>129.77,62.09,0 125.67,39.224,0</coordinates></LineString></Placemark>
        <Placemark><gx:Track><when>1990-01-01T00:00:00Z</when></gx:Track></Placemark></Document></kml>
        """
    /// A placemark a place, with the span of time at it.
    private static let spans = """
        <kml><Placemark><TimeSpan><begin>2024-06-18T12:34:00Z</begin><end>2024-06-18T12:40:00Z</end></TimeSpan>
        <Point><coordinates>129.77,62.09</coordinates></Point></Placemark>
        <Placemark><TimeSpan><begin>2024-06-18T17:22:10Z</begin></TimeSpan><Point/><Point>
        <coordinates>125.67,39.224</coordinates></Point></Placemark></kml>
        """

    @Test("times and points are paired within their track or placemark alone", arguments: [parts, spans])
    func kmlOfParts(text: String) throws {
        let track = try TrackFile(kml: Array(text.utf8))
        #expect(track.first.time == Timestamp(seconds: 1_718_714_040) && track.count == 3)
        #expect(track.last.time == Timestamp(seconds: 1_718_731_330))
        #expect(track.first.place == Position(latitude: 62.09, longitude: 129.77))
        #expect(track.last.place == Position(latitude: 39.224, longitude: 125.67))
    }

    @Test("the ends of a track in KML, in both forms", arguments: [track, placemarks])
    func kml(text: String) throws {
        let track = try TrackFile(kml: Array(text.utf8))
        #expect(
            track.first.time == Timestamp(seconds: 1_718_714_040)
                && track.last.time == Timestamp(seconds: 1_718_731_330)
        )
        #expect(track.first.place == Position(latitude: 62.09, longitude: 129.77) && track.count == 2)
        #expect(track.last.place == Position(latitude: 39.224, longitude: 125.67))
    }

    @Test(
        "the ends of a track in CSV, whatever the order of rows",
        arguments: [
            "time,lat,lon\n2024-06-18T17:22:10Z,39.224,125.67\n2024-06-18T12:34:00Z,62.09,129.77\n",
            "Timestamp,UTC,Callsign,Position,Altitude\r\n1718714040,2024-06-18T12:34:00Z,X,\"62.09,129.77\",0\r\n1718731330,x,\"A \"\"B\"\"\",\"39.224,125.67\",30",
            "Time (UTC);Latitude (deg);Longitude (deg)\n2024-06-18 12:34:00;62,09;129,77\n\n2024-06-18 17:22:10;39,224;125,67\n",
            "lat\tlon\tUTC Time\n62.09\t129.77\t2024-06-18T12:34:00.250Z\n39.224\t125.67\t2024-06-18T17:22:10Z\n",
            "\u{FEFF}longitude,latitude,timestamp\n129.77,62.09,1718714040000\n125.67,39.224,1718731330000\nx,y,z\n",
        ]
    )
    func csv(text: String) throws {
        let track = try TrackFile(csv: Array(text.utf8))
        #expect(
            track.first.time == Timestamp(seconds: 1_718_714_040)
                && track.last.time == Timestamp(seconds: 1_718_731_330)
        )
        #expect(track.last.place == Position(latitude: 39.224, longitude: 125.67))
    }

    @Test(
        "what has no position with a time is none",
        arguments: [
            "", "<kml>", "<when>", "<when>2024-06-18T12:34:00Z</when>", "<gx:coord>1 2 3</gx:coord>", "time,lat,lon",
            "a,b\n1,2",
            "<when>never</when><gx:coord>1 2 3</gx:coord>", "time,lat,lon\n2024-06-18T12:34:00Z,95,10", "lat,lon\n1,2",
            "\"",
            "<kml><LineString><coordinates>1,2 3,4</coordinates></LineString><when>2024-06-18T12:34:00Z</when></kml>",
        ]
    )
    func none(text: String) {
        #expect(throws: TrackFileError.noPosition) { try TrackFile(kml: Array(text.utf8)) }
        #expect(throws: TrackFileError.noPosition) { try TrackFile(csv: Array(text.utf8)) }
    }

    @Test("a file of more rows than are read is refused, and not read in part")
    func tooMany() {
        let row = "1718714040,62.09,129.77\n"
        let csv = "time,lat,lon\n" + String(repeating: row, count: TrackFile.most)
        #expect((try? TrackFile(csv: Array(csv.utf8)))?.count == TrackFile.most)
        #expect(throws: TrackFileError.tooMany(TrackFile.most)) { try TrackFile(csv: Array((csv + row).utf8)) }
        let point = "<when>2024-06-18T12:34:00Z</when><gx:coord>1 2 3</gx:coord>"
        let kml = "<gx:Track>" + String(repeating: point, count: TrackFile.most + 1) + "</gx:Track>"
        #expect(throws: TrackFileError.tooMany(TrackFile.most)) { try TrackFile(kml: Array(kml.utf8)) }
    }

    @Test(
        "bytes that are no rows, no tags or one long one are read through once",
        arguments: [",", "\"", "<", "<!--", "<a>", ";\n"]
    )
    func degenerate(unit: String) {
        let bytes = Array(String(repeating: unit, count: 1_000_000).utf8)
        #expect(throws: TrackFileError.noPosition) { try TrackFile(csv: bytes) }
        #expect(throws: TrackFileError.noPosition) { try TrackFile(kml: bytes) }
    }

    @Test("files with anything changed are read or not, and do not trap")
    func hostile() {
        var chance = SplitMix(state: 11)
        for text in [
            Self.track, Self.placemarks, Self.parts, Self.spans,
            "time,lat,lon\n1718714040,62.09,129.77\n\"a\",\"\"\"\n",
        ] {
            for _ in 0..<2_000 {
                var bytes = Array(text.utf8)
                for _ in 0...chance.below(6) {
                    let at = chance.below(bytes.count)
                    if chance.below(3) == 0 { bytes.remove(at: at) } else { bytes[at] = UInt8(chance.below(256)) }
                }
                _ = (try? TrackFile(kml: bytes), try? TrackFile(csv: bytes))
            }
        }
    }

    @Test(
        "times as people and programs write them",
        arguments: [
            ("2024-06-18T20:00+07:00", 1_718_715_600.0, 25_200), ("2024-06-18T13:00:00Z", 1_718_715_600, 0),
            ("2024-06-18T09:30-0330", 1_718_715_600, -12_600), ("2024-06-18", 1_718_668_800, 0),
            ("1718715600", 1_718_715_600, nil),
        ] as [(String, Double, Int?)]
    )
    func times(text: String, seconds: Double, offset: Int?) throws {
        let written = try #require(WrittenTime(text))
        #expect(written.time == Timestamp(seconds: seconds) && written.offsetSeconds == offset)
    }

    @Test(arguments: [
        "", "T", "2024-06-18T20:00+7", "2024-06-18T25:00Z", "2024-13-01", "-5", "1e300", "2024-06-18T20:00+99:00",
    ])
    func noTimes(text: String) { #expect(WrittenTime(text) == nil) }
}
