import NIOCore

/// The kinds of frames of the live stream.
enum LiveFrameKind: UInt8, CaseIterable, Sendable {
    case full = 1
    case change = 2
    case strings = 3
    case event = 4
    case time = 5

    /// Writes a header; returns where the length stands, to be set by `close`.
    func open(in buffer: inout ByteBuffer, flags: UInt8) -> Int {
        let start = buffer.writerIndex
        buffer.writeInteger(0, endianness: .little, as: UInt32.self)
        buffer.writeInteger(rawValue)
        buffer.writeInteger(flags)
        buffer.writeInteger(0, endianness: .little, as: UInt16.self)
        return start
    }

    /// Sets the length of the frame that began at `start` and ends here.
    static func close(_ start: Int, in buffer: inout ByteBuffer) {
        let length = UInt32(clamping: buffer.writerIndex - start - 8)
        buffer.setInteger(length, at: start, endianness: .little)
    }

    /// A frame of kind 4.
    static func event(_ json: [UInt8], flags: UInt8) -> ByteBuffer {
        var buffer = ByteBuffer()
        let start = LiveFrameKind.event.open(in: &buffer, flags: flags)
        buffer.writeBytes(json)
        close(start, in: &buffer)
        return buffer
    }

    /// A frame of kind 5.
    ///
    /// - Parameters:
    ///   - milliseconds: the sky's time since 1970.
    ///   - delay: of the feed, in seconds; not a number when it is not known.
    static func time(milliseconds: Double, delay: Double, flags: UInt8) -> ByteBuffer {
        var buffer = ByteBuffer()
        let start = LiveFrameKind.time.open(in: &buffer, flags: flags)
        buffer.writeInteger(milliseconds.bitPattern, endianness: .little)
        buffer.writeInteger(delay.bitPattern, endianness: .little)
        close(start, in: &buffer)
        return buffer
    }
}
