import Aero
import Tracking

/// Paths as KML with times (`gx:Track`): for each aircraft, day and callsign a placemark, in it a track for each piece that was heard without
/// a break.
///
/// - Source: OGC 12-007r2, KML 2.3, and Google's extension `gx:MultiTrack`, whose `interpolate` is 0: nothing is drawn through silence.
struct KMLFormatter: TraceFormatter {
    let realm: ArchiveRealm
    private var last: Observation?

    init(realm: ArchiveRealm) { self.realm = realm }

    func begin(_ out: inout TextBuffer) {
        out.text(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">
            <Document>
            <name>\(realm == .simulated ? "SIMULATED traces" : "Traces")</name>
            <description>Realm: \(realm.rawValue). Altitudes: geometric where known, else barometric.</description>

            """
        )
    }

    mutating func add(_ slice: TraceSlice, _ out: inout TextBuffer) {
        let pieces = TracePieces(slice.rows, after: last)
        last = slice.rows.last(where: \.hasPosition) ?? last
        guard !pieces.pieces.isEmpty else { return }
        let named = CalledPieces(pieces.pieces, slice.names)
        for part in named.parts {
            out.text("<Placemark><name>")
            out.escaped(slice.aircraft.address.hex + (part.callsign.map { " " + $0 } ?? ""))
            out.text(realm == .simulated ? " SIMULATED</name>" : "</name>")
            out.text("<ExtendedData><Data name=\"realm\"><value>\(realm.rawValue)</value></Data></ExtendedData>\n")
            out.text("<gx:MultiTrack><gx:interpolate>0</gx:interpolate>\n")
            for piece in part.pieces { write(piece, &out) }
            out.text("</gx:MultiTrack></Placemark>\n")
        }
    }

    mutating func endAircraft(_ out: inout TextBuffer) { last = nil }

    func end(_ out: inout TextBuffer) { out.text("</Document>\n</kml>\n") }

    // MARK: - Tracks

    /// A piece in tracks: one whose altitude is known is in the air, another lies on the ground.
    private func write(_ piece: [Observation], _ out: inout TextBuffer) {
        var start = 0
        while start < piece.count {
            let isHigh = Self.altitude(piece[start]) != nil
            let end = piece[start...].firstIndex { (Self.altitude($0) != nil) != isHigh } ?? piece.count
            track(piece[start..<end], isHigh: isHigh, &out)
            start = end
        }
    }

    private func track(_ rows: ArraySlice<Observation>, isHigh: Bool, _ out: inout TextBuffer) {
        out.text("<gx:Track><altitudeMode>\(isHigh ? "absolute" : "clampToGround")</altitudeMode>\n")
        for row in rows {
            out.text("<when>")
            out.time(row.milliseconds)
            out.text("</when>\n")
        }
        for row in rows {
            out.text("<gx:coord>")
            out.fixed(Int64(row.longitudeSteps), decimals: 5)
            out.byte(" ")
            out.fixed(Int64(row.latitudeSteps), decimals: 5)
            out.byte(" ")
            out.fixed(Self.altitude(row) ?? 0, decimals: 2)
            out.text("</gx:coord>\n")
        }
        out.text("</gx:Track>\n")
    }

    /// Centimetres; `nil` on the ground or unknown.
    private static func altitude(_ row: Observation) -> Int64? {
        guard !row.flags.contains(.onGround) else { return nil }
        let steps = row.geometricSteps != .min ? row.geometricSteps : row.barometricSteps
        // 25 ft are 762 cm.
        return steps == .min ? nil : Int64(steps) * 762
    }
}
