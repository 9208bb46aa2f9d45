import CZstd

/// Unpacks zstd while it comes; frames may follow each other. Windows beyond 128 MiB are refused, as zstd itself does.
///
/// - Source: RFC 8878; zstd.h, "Streaming decompression".
///
/// Safe: the context is this object's alone, from init to deinit.
@safe
final class ZstdSource: ByteSource {
    var taken: Int { source.taken }

    private let source: any ByteSource
    private let context: OpaquePointer?
    private var input: [UInt8] = []
    private var place = 0
    private var hasBegun = false
    private var isInFrame = true
    /// More may come out though no more goes in.
    private var isFull = false
    private static let piece = 256 * 1024

    init(_ source: any ByteSource) {
        self.source = source
        unsafe context = ZSTD_createDStream()
    }

    deinit { unsafe ZSTD_freeDStream(context) }

    func next() throws(PackingError) -> [UInt8] {
        guard unsafe context != nil else { throw .damaged("zstd has no memory") }
        while true {
            if place == input.count, !isFull {
                input = try source.next()
                place = 0
                if input.isEmpty {
                    if isInFrame { throw .cut }
                    return []
                }
            }
            let output = try step()
            if !output.isEmpty { return output }
        }
    }

    private func step() throws(PackingError) -> [UInt8] {
        var left = 0
        var used = 0
        let from = place
        // safe: zstd reads and writes within the two sizes; both buffers outlive the one call.
        let output = unsafe [UInt8](unsafeUninitializedCapacity: Self.piece) { output, filled in
            unsafe input.withUnsafeBufferPointer { input in
                var inner = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: from)
                var outer = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: Self.piece, pos: 0)
                left = unsafe ZSTD_decompressStream(context, &outer, &inner)
                used = unsafe inner.pos
                filled = unsafe outer.pos
            }
        }
        guard ZSTD_isError(left) == 0 else { throw .damaged("its zstd is damaged") }
        place = used
        isInFrame = left != 0
        isFull = output.count == Self.piece
        return output
    }

    /// Whether bytes begin as a zstd frame does.
    static func isPacked(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) }
}
