import CZlib

/// Packing by zlib, whole arrays at once.
enum Gzip {
    /// The bytes as a gzip member without name and time, so that the same bytes give the same file; `nil` when zlib refuses, which only lack
    /// of memory makes it do.
    static func packed(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
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
        var isWhole = false
        // safe: zlib reads and writes within the two counts; both buffers outlive the one call.
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

    /// Unpacks a whole array.
    ///
    /// - Throws: `tooLarge` when it becomes more than `limit`, as soon as it does.
    static func unpacked(_ bytes: [UInt8], limit: Int) throws(PackingError) -> [UInt8] {
        try SourceReader(InflatingSource(ArraySource(bytes))).readAll(limit: limit)
    }

    /// Whether bytes begin as a gzip member does.
    static func isPacked(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }
}
