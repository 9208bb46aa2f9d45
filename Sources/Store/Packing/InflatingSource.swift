import CZlib

/// Unpacks gzip while it comes; members may follow each other.
///
/// - Source: RFC 1952; zlib.h, "inflateInit2", "inflateReset".
///
/// Safe: the memory is this object's alone, from init to deinit.
@safe
final class InflatingSource: ByteSource {
    var taken: Int { source.taken }

    private let source: any ByteSource
    /// zlib keeps the address: it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var input: [UInt8] = []
    private var place = 0
    private var isInMember = false
    private var hasBegun = false
    private var isReady: Bool
    private static let piece = 256 * 1024

    init(_ source: any ByteSource) {
        self.source = source
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 31: the widest window, 15, and 16 for gzip alone.
        isReady = unsafe inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isReady { unsafe inflateEnd(stream) }
        unsafe stream.deinitialize(count: 1)
        unsafe stream.deallocate()
    }

    func next() throws(PackingError) -> [UInt8] {
        guard isReady else { throw .damaged("zlib has no memory") }
        while true {
            if place == input.count {
                input = try source.next()
                place = 0
            }
            if input.isEmpty {
                if isInMember || !hasBegun { throw .cut }
                return []
            }
            if !isInMember, try !begin() { continue }
            let output = try step()
            if !output.isEmpty { return output }
        }
    }

    /// Begins a member; zeros that fill a block up are stepped over.
    private func begin() throws(PackingError) -> Bool {
        if hasBegun {
            while place < input.count, input[place] == 0 { place += 1 }
            guard place < input.count else { return false }
            guard input[place] == 0x1F else { throw .damaged("bytes that are no gzip stand behind its end") }
            unsafe inflateReset(stream)
        }
        hasBegun = true
        isInMember = true
        return true
    }

    private func step() throws(PackingError) -> [UInt8] {
        var status = Z_OK
        let count = input.count - place
        let from = place
        // safe: zlib reads and writes within the two counts; both buffers outlive the one call.
        let output = unsafe [UInt8](unsafeUninitializedCapacity: Self.piece) { output, filled in
            unsafe input.withUnsafeMutableBufferPointer { input in
                unsafe stream.pointee.next_in = input.baseAddress.map { unsafe $0 + from }
                unsafe stream.pointee.avail_in = UInt32(count)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(Self.piece)
                status = unsafe inflate(stream, Z_NO_FLUSH)
                filled = unsafe Self.piece - Int(stream.pointee.avail_out)
            }
        }
        place = unsafe input.count - Int(stream.pointee.avail_in)
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isInMember = false
        default: throw .damaged("its gzip is damaged")
        }
        return output
    }
}
