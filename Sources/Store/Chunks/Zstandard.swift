import CZstd

/// Packing by libzstd, with its tables kept from one call to the next.
@safe struct ZstdPacker: ~Copyable {
    // safe: made here, freed once, never handed out.
    private let context = unsafe ZSTD_createCCtx()

    /// - Parameter level: 1 quickest … 19 smallest.
    init(level: Int32 = 3) {
        unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    }

    deinit { unsafe ZSTD_freeCCtx(context) }

    /// The bytes as one frame that says how long they are, with a statistic of its own for each part that ends at a place in `cuts`.
    ///
    /// Columns differ: one table of symbols for all of them would cost a tenth more.
    /// - Parameter cuts: rising, each at most the number of bytes.
    /// - Returns: `nil` when the library refuses, which only lack of memory makes it do.
    func packed(_ bytes: [UInt8], cuts: [Int] = []) -> [UInt8]? {
        // Each cut ends a block: three bytes of head and what does not pack.
        let bound = ZSTD_compressBound(bytes.count) + 16 * (cuts.count + 1)
        var isWhole = false
        // safe: the library reads and writes within the counts given, and both buffers outlive the calls.
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, count in
            count = 0
            guard ZSTD_isError(unsafe ZSTD_CCtx_reset(context, ZSTD_reset_session_only)) == 0,
                ZSTD_isError(unsafe ZSTD_CCtx_setPledgedSrcSize(context, UInt64(bytes.count))) == 0
            else { return }
            var output = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: bound, pos: 0)
            unsafe bytes.withUnsafeBytes { source in
                var input = unsafe ZSTD_inBuffer(src: source.baseAddress, size: 0, pos: 0)
                for cut in cuts where cut < bytes.count {
                    unsafe input.size = cut
                    guard unsafe ZSTD_compressStream2(context, &output, &input, ZSTD_e_flush) == 0 else { return }
                }
                unsafe input.size = bytes.count
                isWhole = unsafe ZSTD_compressStream2(context, &output, &input, ZSTD_e_end) == 0
            }
            count = isWhole ? unsafe output.pos : 0
        }
        return isWhole ? packed : nil
    }
}

/// Unpacking by libzstd of frames that may be anything.
@safe struct ZstdUnpacker: ~Copyable {
    // safe: made here, freed once, never handed out.
    private let context = unsafe ZSTD_createDCtx()

    init() {}

    deinit { unsafe ZSTD_freeDCtx(context) }

    /// What a frame holds that says it holds exactly `count` bytes.
    ///
    /// - Parameter count: already found sensible by the caller: it is what is allocated.
    func unpacked(_ bytes: [UInt8], in range: Range<Int>, count: Int) throws(ChunkError) -> [UInt8] {
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { throw .truncated }
        var isWhole = false
        // safe: the library reads and writes within the two counts, and both buffers outlive the one call.
        let plain = unsafe [UInt8](unsafeUninitializedCapacity: count) { target, written in
            let result = unsafe bytes.withUnsafeBytes { source in
                let input = unsafe UnsafeRawBufferPointer(rebasing: source[range])
                guard unsafe ZSTD_getFrameContentSize(input.baseAddress, input.count) == UInt64(count) else {
                    return -1
                }
                let size = unsafe ZSTD_decompressDCtx(
                    context,
                    target.baseAddress,
                    count,
                    input.baseAddress,
                    input.count
                )
                return ZSTD_isError(size) == 0 ? Int(size) : -1
            }
            isWhole = result == count
            written = isWhole ? count : 0
        }
        guard isWhole else { throw .compression }
        return plain
    }
}
