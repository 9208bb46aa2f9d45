import Aero
import NIOCore

/// Writes columns of rows, little endian.
enum LiveColumns {
    @inline(__always)
    static func write<Value: FixedWidthInteger>(
        _ rows: [LiveRow],
        _ indices: some Collection<Int>,
        _ column: (LiveRow) -> Value,
        to buffer: inout ByteBuffer
    ) {
        for index in indices { buffer.writeInteger(column(rows[index]), endianness: .little) }
    }

    /// Altitude, speed, track, vertical rate, flags.
    static func writeValues(_ rows: [LiveRow], _ indices: some Collection<Int>, to buffer: inout ByteBuffer) {
        write(rows, indices, { $0.altitude }, to: &buffer)
        write(rows, indices, { $0.speed }, to: &buffer)
        write(rows, indices, { $0.track }, to: &buffer)
        write(rows, indices, { $0.verticalRate }, to: &buffer)
        write(rows, indices, { $0.flags }, to: &buffer)
    }

    static func writeAges(
        _ rows: [LiveRow],
        _ indices: some Collection<Int>,
        at time: Timestamp,
        to buffer: inout ByteBuffer
    ) {
        write(rows, indices, { $0.age(at: time) }, to: &buffer)
    }
}
