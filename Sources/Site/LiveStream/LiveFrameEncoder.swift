import Aero
import ModeS
import NIOCore

/// Writes the frames of one view: what its readers know already, and what must be told to bring them up to now.
///
/// A value: give it a sky and it gives bytes, the same for the same skies.
struct LiveFrameEncoder: Sendable {
    let view: LiveView
    private(set) var sequence: UInt32 = 0
    private(set) var time = Timestamp(nanoseconds: 0)
    private(set) var flags: UInt8 = 0
    /// What a reader knows after the last frame, by address.
    private(set) var rows: [LiveRow] = []
    private(set) var strings: [LiveStrings] = []
    private let registration: @Sendable (AircraftAddress) -> String?

    /// Without a position the age is told anew only when it is wrong by more than this, seconds.
    /// Ours: it is shown in whole seconds, and most such aircraft are heard every second.
    static let heardTolerance = 2.0

    init(view: LiveView, registration: @escaping @Sendable (AircraftAddress) -> String?) {
        self.view = view
        self.registration = registration
    }

    /// An encoder in the middle of its stream.
    init(
        view: LiveView = .world,
        sequence: UInt32,
        time: Timestamp,
        flags: UInt8,
        rows: [LiveRow],
        strings: [LiveStrings],
        registration: @escaping @Sendable (AircraftAddress) -> String?
    ) {
        self.init(view: view, registration: registration)
        self.sequence = sequence
        self.time = time
        self.flags = flags
        self.rows = rows
        self.strings = strings
    }

    /// Takes the sky as it is now, without telling anybody.
    mutating func begin(with sky: LiveSky) {
        (rows, strings) = inView(sky)
        time = sky.time
        flags = sky.flags
    }

    /// Frames of kind 1 and 3 that tell everything.
    func full() -> ByteBuffer {
        var buffer = ByteBufferAllocator().buffer(capacity: 64 + rows.count * 64)
        let start = LiveFrameKind.full.open(in: &buffer, flags: flags)
        buffer.writeInteger(LiveFrameEncoder.milliseconds(time).bitPattern, endianness: .little)
        buffer.writeInteger(UInt32(clamping: rows.count), endianness: .little)
        buffer.writeInteger(sequence, endianness: .little)
        let all = rows.indices
        LiveColumns.write(rows, all, { $0.address }, to: &buffer)
        LiveColumns.write(rows, all, { $0.latitude }, to: &buffer)
        LiveColumns.write(rows, all, { $0.longitude }, to: &buffer)
        LiveColumns.writeValues(rows, all, to: &buffer)
        LiveColumns.writeAges(rows, all, at: time, to: &buffer)
        LiveFrameKind.close(start, in: &buffer)
        writeStrings(all, to: &buffer)
        return buffer
    }

    /// Goes on to another sky and gives frames of kind 2 and, where there is something to say, 3.
    mutating func advance(to sky: LiveSky) -> ByteBuffer {
        var (newRows, newStrings) = inView(sky)
        let change = LiveChange(from: rows, strings, to: &newRows, newStrings)
        rows = newRows
        strings = newStrings
        time = sky.time
        flags = sky.flags
        sequence &+= 1
        return frames(telling: change)
    }

    private func inView(_ sky: LiveSky) -> ([LiveRow], [LiveStrings]) {
        guard !view.isWorld else { return (sky.rows, sky.strings) }
        let chosen = sky.rows.indices.filter { view.contains(sky.rows[$0]) }
        return (chosen.map { sky.rows[$0] }, chosen.map { sky.strings[$0] })
    }

    /// The frames that tell a change whose indices are those of `rows`.
    func frames(telling change: LiveChange) -> ByteBuffer {
        let moved = change.moved
        var buffer = ByteBufferAllocator().buffer(
            capacity: 64 + moved.count * 10 + change.values.count * 14 + change.full.count * 24
                + change.gone.count * 4 + change.heard.count * 6 + change.strings.count * 48
        )
        let start = LiveFrameKind.change.open(in: &buffer, flags: flags)
        buffer.writeInteger(LiveFrameEncoder.milliseconds(time).bitPattern, endianness: .little)
        buffer.writeInteger(sequence, endianness: .little)
        let counts = [moved.count, change.values.count, change.full.count, change.gone.count, change.heard.count]
        for count in counts {
            buffer.writeInteger(UInt32(clamping: count), endianness: .little)
        }
        for move in moved { buffer.writeInteger(rows[Int(move.index)].address, endianness: .little) }
        LiveColumns.write(rows, change.values, { $0.address }, to: &buffer)
        LiveColumns.write(rows, change.full, { $0.address }, to: &buffer)
        LiveColumns.write(rows, change.full, { $0.latitude }, to: &buffer)
        LiveColumns.write(rows, change.full, { $0.longitude }, to: &buffer)
        for address in change.gone { buffer.writeInteger(address, endianness: .little) }
        LiveColumns.write(rows, change.heard, { $0.address }, to: &buffer)
        for move in moved { buffer.writeInteger(move.latitude, endianness: .little) }
        for move in moved { buffer.writeInteger(move.longitude, endianness: .little) }
        for move in moved { buffer.writeInteger(rows[Int(move.index)].age(at: time), endianness: .little) }
        LiveColumns.writeValues(rows, change.values, to: &buffer)
        LiveColumns.writeValues(rows, change.full, to: &buffer)
        LiveColumns.writeAges(rows, change.full, at: time, to: &buffer)
        LiveColumns.writeAges(rows, change.heard, at: time, to: &buffer)
        LiveFrameKind.close(start, in: &buffer)
        if !change.strings.isEmpty { writeStrings(change.strings, to: &buffer) }
        return buffer
    }

    private func writeStrings(_ indices: some Collection<Int>, to buffer: inout ByteBuffer) {
        let start = LiveFrameKind.strings.open(in: &buffer, flags: flags)
        var json = JSONWriter(capacity: indices.count * 48 + 16)
        json.beginObject()
        json.key("rows")
        json.beginArray()
        for index in indices {
            let address = AircraftAddress(live: rows[index].address)
            let text = strings[index]
            json.beginArray()
            json.string(address.hex)
            json.stringOrNull(text.callsign)
            json.stringOrNull(registration(address))
            json.stringOrNull(text.category?.description)
            json.stringOrNull(text.squawk?.description)
            json.endArray()
        }
        json.endArray()
        json.endObject()
        buffer.writeBytes(json.bytes)
        LiveFrameKind.close(start, in: &buffer)
    }

    static func milliseconds(_ time: Timestamp) -> Double { Double(time.nanoseconds / 1000) / 1000 }
}

extension AircraftAddress {
    /// The address of a column of the stream.
    init(live column: UInt32) {
        self = column & 0x100_0000 == 0 ? AircraftAddress(icao: column) : AircraftAddress(other: column)
    }
}

extension JSONWriter {
    mutating func stringOrNull(_ text: String?) {
        if let text { string(text) } else { null() }
    }
}
