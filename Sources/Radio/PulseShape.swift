import Aero

/// What one pulse becomes behind the transmitter's slopes and the receiver's filter.
///
/// Slopes of 80 ns (Annex 10 Vol IV, 3.1.2.2.2 allows 50 to 100 ns rise), then a windowed sinc that passes 0.45 of the sample
/// rate to either side.
struct PulseShape: Sendable {
    /// Values a sample.
    private static let fineness = 64
    /// Samples by which the response reaches beyond the pulse to either side.
    static let reach = 9
    /// From `reach` samples before the start of the pulse on.
    private let table: [Float]

    /// - Parameter width: of the pulse in seconds: half a microsecond of Mode S, 0.45 of Mode A and C.
    init(sampleRate: Int, width seconds: Double = 0.5e-6) {
        let fine = Double(sampleRate * Self.fineness)
        let radius = 8 * Self.fineness
        var filter = [Double](repeating: 0, count: 2 * radius + 1)
        var sum = 0.0
        for index in filter.indices {
            let distance = Double(index - radius) / Double(Self.fineness)
            let angle = Double.pi * 0.9 * distance
            let sinc = index == radius ? 1 : Trigonometry.sine(angle) / angle
            let part = Double.pi * distance / 8
            let window = 0.42 + 0.5 * Trigonometry.cosine(part) + 0.08 * Trigonometry.cosine(2 * part)
            filter[index] = sinc * window
            sum += filter[index]
        }
        let width = seconds * fine
        let slope = 80e-9 * fine
        let length = 2 * Self.reach * Self.fineness + Int(width) + 1
        /// The pulse before the filter; its flanks stand on the nominal times with their middle.
        func sent(_ at: Double) -> Double {
            min(max((at + slope / 2) / slope, 0), 1) - min(max((at - width + slope / 2) / slope, 0), 1)
        }
        var table = [Float](repeating: 0, count: length)
        // The pulse is short: walk over it, not over the filter.
        let from = Int(-slope) - 1
        let to = Int(width + slope) + 1
        let pulse = (from...to).map { sent(Double($0)) }
        for index in table.indices {
            let time = index - Self.reach * Self.fineness
            var value = 0.0
            for (offset, weight) in pulse.enumerated() {
                let place = time - (from + offset) + radius
                if filter.indices.contains(place) { value += weight * filter[place] }
            }
            table[index] = Float(value / sum)
        }
        self.table = table
    }

    /// Adds a pulse that starts at a place, counted in samples, to an envelope.
    func add(at start: Double, to envelope: inout [Float]) {
        let first = Int((start - Double(Self.reach)).rounded(.up))
        var index = Int(((Double(first) - start + Double(Self.reach)) * Double(Self.fineness)).rounded())
        var sample = first
        while index < table.count, sample < envelope.count {
            if sample >= 0 { envelope[sample] += table[index] }
            sample += 1
            index += Self.fineness
        }
    }
}
