import Aero
import Feeds
import ModeS
import Tracking

/// The JSON lines of `decode` and of outputs: the same words for both.
enum JSONLines {
    /// What the stream knows besides the message.
    struct Context {
        var isSimulated = false
        /// The receiver as it may be named.
        var receiver: String?
    }

    /// Adds the line of a frame; nothing for one that gives no message.
    static func write(
        _ received: ReceivedFrame,
        _ ingested: Ingested,
        _ context: Context,
        to buffer: inout [UInt8]
    ) {
        guard let message = ingested.message else { return }
        var notes = MessageNotes(ingested)
        notes.isSimulated = context.isSimulated
        notes.receiver = context.receiver
        message.write(received, notes, to: &buffer)
        buffer.append(UInt8(ascii: "\n"))
    }

    static func write(_ received: ReceivedModeAC, _ context: Context, to buffer: inout [UInt8]) {
        add(received.jsonLine(receiver: context.receiver), context, to: &buffer)
    }

    static func write(_ received: ReceivedUAT, _ ingested: Ingested, _ context: Context, to buffer: inout [UInt8]) {
        guard let message = ingested.uat else { return }
        let line = message.jsonLine(
            received,
            refusal: ingested.refusal?.description,
            isAttributed: ingested.verdict != .unattributed
        )
        add(line, context, to: &buffer)
    }

    static func write(_ report: ClaimedReport, _ context: Context, to buffer: inout [UInt8]) {
        var object = JSONObject()
        object.set("time", report.time.seconds)
        object.set("icao", report.address)
        object.set("source", report.kind == .multilateration ? "mlat" : "claim")
        object.set("callsign", report.callsign)
        object.set("vertical_status", report.onGround.map { $0 ? "on-ground" : "airborne" })
        object.set("altitude", report.barometricAltitude?.rawValue)
        object.set("groundspeed", report.groundSpeed?.rawValue)
        object.set("track", report.track?.rawValue)
        object.set("latitude", report.position?.latitude)
        object.set("longitude", report.position?.longitude)
        object.set("vertical_rate", report.verticalRate?.rawValue)
        object.set("squawk", report.squawk?.description)
        add(object.text, context, to: &buffer)
    }

    private static func add(_ line: String, _ context: Context, to buffer: inout [UInt8]) {
        if context.isSimulated {
            buffer.append(contentsOf: "{\"simulated\": true, ".utf8)
            buffer.append(contentsOf: line.utf8.dropFirst())
        } else {
            buffer.append(contentsOf: line.utf8)
        }
        buffer.append(UInt8(ascii: "\n"))
    }
}
