/// The samples of one tile as they come in: a row that is filled, examined, and moved on by one tile.
///
/// Storage is allocated once. The middles are there only for a source whose rate is converted: then they are known better than
/// the front end could interpolate them.
struct SampleRow: Sendable {
    private(set) var inPhase = [Int16](repeating: 0, count: FrontEnd.row)
    private(set) var quadrature = [Int16](repeating: 0, count: FrontEnd.row)
    private(set) var middleInPhase: [Int16] = []
    private(set) var middleQuadrature: [Int16] = []
    /// Samples in the row, the history before the first place included.
    private(set) var filled = FrontEnd.history
    /// Number of the sample at the first place, counted at 2.4 MS/s from the start of the stream.
    private(set) var firstSample = 0

    init(withMiddles: Bool) {
        guard withMiddles else { return }
        middleInPhase = inPhase
        middleQuadrature = inPhase
    }

    /// Samples that still find room.
    var room: Int { FrontEnd.row - filled }
    /// Whether samples wait that were not examined.
    var isPending: Bool { filled > FrontEnd.history }

    /// Takes `count` samples, at most `room`.
    mutating func fill(_ bytes: Span<UInt8>, format: SampleFormat, count: Int) {
        SampleConversion.convert(bytes, format: format, count: count, into: &inPhase, &quadrature, from: filled)
        filled += count
    }

    /// Takes converted samples from a place on, as many as find room; says how many.
    mutating func fill(_ samples: RateConverter.Output, from start: Int) -> Int {
        let count = min(room, samples.inPhase.count - start)
        for index in 0..<count {
            inPhase[filled + index] = samples.inPhase[start + index]
            quadrature[filled + index] = samples.quadrature[start + index]
            middleInPhase[filled + index] = samples.middleInPhase[start + index]
            middleQuadrature[filled + index] = samples.middleQuadrature[start + index]
        }
        filled += count
        return count
    }

    /// Puts silence behind the last sample; `filled` stays.
    mutating func pad() {
        for index in filled..<FrontEnd.row {
            inPhase[index] = 0
            quadrature[index] = 0
            if !middleInPhase.isEmpty {
                middleInPhase[index] = 0
                middleQuadrature[index] = 0
            }
        }
    }

    /// Moves what the next tile still needs to the front.
    mutating func advance() {
        Self.move(&inPhase)
        Self.move(&quadrature)
        if !middleInPhase.isEmpty {
            Self.move(&middleInPhase)
            Self.move(&middleQuadrature)
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

    private static func move(_ row: inout [Int16]) {
        var span = row.mutableSpan
        for index in 0..<FrontEnd.row - FrontEnd.tile { span[index] = span[index + FrontEnd.tile] }
    }
}
