import CZstd

/// Packing by libzstd.
enum Zstd {
    /// The bytes as one zstd frame that says how long they are; `nil` when the library refuses, which only lack of memory makes it do.
    ///
    /// - Parameter level: 1 quickest … 19 smallest.
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
}
