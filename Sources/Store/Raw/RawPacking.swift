import CZlib
import CZstd

/// zstd and the check sum of blocks.
enum RawPacking {
    /// The bytes as one zstd frame; `nil` when the library refuses, which only lack of memory makes it do.
    static func packed(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
        let bound = ZSTD_compressBound(bytes.count)
        var isWhole = false
        // safe: the library reads and writes within the two counts, and both buffers outlive the one call.
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            let written = unsafe bytes.withUnsafeBytes { input in
                unsafe ZSTD_compress(output.baseAddress, bound, input.baseAddress, input.count, level)
            }
            isWhole = ZSTD_isError(written) == 0
            count = isWhole ? written : 0
        }
        return isWhole ? packed : nil
    }

    /// What a zstd frame holds; `nil` unless it is whole and holds exactly so many bytes.
    static func unpacked(_ bytes: ArraySlice<UInt8>, count wanted: Int) -> [UInt8]? {
        var isWhole = false
        // safe: the library writes at most `wanted` bytes and reads within the slice; both buffers outlive the one call.
        let unpacked = unsafe [UInt8](unsafeUninitializedCapacity: max(1, wanted)) { output, count in
            let written = unsafe bytes.withUnsafeBytes { input in
                unsafe ZSTD_decompress(output.baseAddress, wanted, input.baseAddress, input.count)
            }
            isWhole = ZSTD_isError(written) == 0 && written == wanted
            count = isWhole ? written : 0
        }
        return isWhole ? unpacked : nil
    }

    /// CRC-32 as zlib computes it.
    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        // safe: zlib reads within the slice, which outlives the call.
        let sum = unsafe bytes.withUnsafeBytes { unsafe crc32_z(0, $0.baseAddress, $0.count) }
        return UInt32(truncatingIfNeeded: sum)
    }
}
