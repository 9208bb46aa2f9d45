/// The samples of one tile as they come in: a row that is filled, examined, and moved on by one tile.
///
/// Storage is allocated once. Samples of 8 bits at 2.4 MS/s stay the bytes that they are; all others are two rows of full scale ±32768.
struct SampleRow: Sendable {
    /// Pairs of bytes, in phase first, of an 8-bit source at 2.4 MS/s; else empty.
    private(set) var bytes: [UInt8] = []
    private(set) var inPhase: [Int16] = []
    private(set) var quadrature: [Int16] = []
    /// Samples in the row, the history before the first place included.
    private(set) var filled = FrontEnd.history
    /// Number of the sample at the first place, counted at 2.4 MS/s from the start of the stream.
    private(set) var firstSample = 0

    /// Whether the row is of bytes.
    let isBytes: Bool
    /// What turns a byte of the source into an unsigned one: the highest bit where it is signed.
    let turn: UInt8

    /// - Parameters:
    ///   - format: of the source.
    ///   - isConverted: whether the samples come from a `RateConverter`.
    init(format: SampleFormat, isConverted: Bool) {
        isBytes = !isConverted && format.bytesPerSample == 2
        turn = format == .sc8 ? 0x80 : 0
        let empty = [Int16](repeating: 0, count: FrontEnd.row)
        if isBytes {
            bytes = [UInt8](repeating: 0x80 ^ turn, count: 2 * FrontEnd.row)
        } else {
            (inPhase, quadrature) = (empty, empty)
        }
    }

    /// Samples that still find room.
    var room: Int { FrontEnd.row - filled }
    /// Whether samples wait that were not examined.
    var isPending: Bool { filled > FrontEnd.history }

    /// Takes `count` samples, at most `room`.
    mutating func fill(_ samples: Span<UInt8>, format: SampleFormat, count: Int) {
        if isBytes {
            let start = 2 * filled
            var row = bytes.mutableSpan
            for index in 0..<2 * count { row[start + index] = samples[index] }
        } else {
            SampleConversion.convert(samples, format: format, count: count, into: &inPhase, &quadrature, from: filled)
        }
        filled += count
    }

    /// Takes the samples that a converter has, as many as find room.
    mutating func fill(from converter: inout RateConverter?) {
        filled += converter?.convert(into: &inPhase, &quadrature, from: filled) ?? 0
    }

    /// Puts silence behind the last sample; `filled` stays.
    mutating func pad() {
        for index in filled..<FrontEnd.row {
            if isBytes {
                bytes[2 * index] = 0x80 ^ turn
                bytes[2 * index + 1] = 0x80 ^ turn
            } else {
                inPhase[index] = 0
                quadrature[index] = 0
            }
        }
    }

    /// Moves what the next tile still needs to the front.
    mutating func advance() {
        if isBytes {
            Self.move(&bytes, by: 2 * FrontEnd.tile)
        } else {
            Self.move(&inPhase, by: FrontEnd.tile)
            Self.move(&quadrature, by: FrontEnd.tile)
        }
        filled = max(FrontEnd.history, filled - FrontEnd.tile)
        firstSample += FrontEnd.tile
    }

    /// Starts anew with the given sample of the stream at the first place.
    mutating func restart(at sample: Int) {
        filled = 0
        pad()
        filled = FrontEnd.history
        firstSample = sample
    }

    private static func move<Number: FixedWidthInteger>(_ row: inout [Number], by count: Int) {
        var span = row.mutableSpan
        for index in 0..<span.count - count { span[index] = span[index + count] }
    }
}
