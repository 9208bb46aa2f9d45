import CZstd

extension Unpacked {
    /// The length that a zstd frame's header tells; `nil` where it tells none.
    static func zstdLength(_ bytes: [UInt8]) -> Int? {
        // safe: the library reads within the count, and the buffer outlives the call.
        let length = unsafe bytes.withUnsafeBytes { unsafe ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
        // The two largest numbers mean "not told" and "no frame".
        return length < UInt64.max - 1 ? Int(clamping: length) : nil
    }

    /// The other direction of `Zstd`.
    static func zstd(_ bytes: [UInt8]) -> [UInt8]? {
        guard let length = zstdLength(bytes) else { return nil }
        var isWhole = false
        // safe: the library keeps to the two counts, and both buffers outlive the call.
        let output = unsafe [UInt8](unsafeUninitializedCapacity: max(1, length)) { output, count in
            let written = unsafe bytes.withUnsafeBytes { input in
                unsafe ZSTD_decompress(output.baseAddress, length, input.baseAddress, input.count)
            }
            isWhole = ZSTD_isError(written) == 0
            count = isWhole ? written : 0
        }
        return isWhole ? output : nil
    }
}
