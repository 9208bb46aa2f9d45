import CZlib

/// Packing by zlib.
enum Gzip {
    /// The bytes as a gzip member; `nil` when zlib refuses, which only lack of memory makes it do.
    ///
    /// - Parameter level: 1 quickest … 9 smallest.
    static func packed(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
        guard bytes.count < Int(UInt32.max) else { return nil }
        var stream = unsafe z_stream()
        // 31: the widest window, 15, and 16 for a gzip header.
        let begun = unsafe deflateInit2_(
            &stream,
            level,
            Z_DEFLATED,
            31,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard begun == Z_OK else { return nil }
        defer { unsafe deflateEnd(&stream) }
        let bound = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        // safe: zlib reads and writes within the two counts, and both buffers outlive the one call.
        var isWhole = false
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            unsafe input.withUnsafeMutableBufferPointer { input in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = UInt32(input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(bound)
                isWhole = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = unsafe isWhole ? Int(stream.total_out) : 0
            }
        }
        return isWhole ? packed : nil
    }

    /// Whether bytes begin as a gzip member does.
    static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.count > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B }
}
