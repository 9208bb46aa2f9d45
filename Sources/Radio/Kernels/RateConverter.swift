import Aero

/// Brings any rate from 2.0 to 12 MS/s to 2.4 MS/s, by a windowed sinc that passes what lies within 1.2 MHz of the centre.
///
/// Output sample m stands at the time of m / 2.4 MHz from the first input sample, so that the time stamps need no correction.
struct RateConverter: Sendable {
    /// Rates that can be converted, in samples a second.
    static let rates = 2_000_000...12_000_000
    /// Samples a second that come out.
    private static let outputRate = 2_400_000
    /// Where a sample lies between two input samples is known to this fraction of their distance, or better.
    private static let finestFractions = 480

    /// Values of one filter: a multiple of eight.
    let taps: Int
    /// Input samples before the point that a filter needs.
    let before: Int
    /// One filter for each fraction of an input sample, and the first once more, a sample later; in parts of 16,384.
    let table: [Int16]
    private let rate: Int
    /// What turns the rest of a place into the number of its filter: 40 bits of it stand behind the point.
    private let filterScale: Int
    /// Input samples of full scale ±32768 that are still needed.
    private(set) var inPhase: [Int16]
    private(set) var quadrature: [Int16]
    /// The first input sample of the next filter, counted from the start of the buffers, and what lies beyond it, in parts of
    /// `outputRate`.
    private var start = 0
    private var rest = 0

    /// - Parameter rate: one of `rates`.
    init(rate: Int) {
        precondition(Self.rates.contains(rate))
        self.rate = rate
        let pass = min(0.5, 1_200_000 / Double(rate))
        // Ours: with eight samples of 2.4 MS/s to either side as many frames are found at 6 and 12 MS/s as with sixteen; at 2.0 16 taps find 1 % less
        // than 24, and 32 as many.
        taps = 8 * max(3, (2 * rate + Self.outputRate - 1) / Self.outputRate)
        before = taps / 2 - 1
        let fractions = min(Self.finestFractions, Self.outputRate / Self.divisor(rate, Self.outputRate))
        filterScale = (fractions << 40) / Self.outputRate
        var table: [Int16] = []
        for fraction in 0...fractions {
            table += Self.filter(taps: taps, before: before, pass: pass, fraction: Double(fraction) / Double(fractions))
        }
        self.table = table
        inPhase = [Int16](repeating: 0, count: before)
        quadrature = inPhase
    }

    private static func filter(taps: Int, before: Int, pass: Double, fraction: Double) -> [Int16] {
        var weights: [Double] = []
        let half = Double(taps) / 2 + 0.5
        for tap in 0..<taps {
            let distance = Double(tap - before) - fraction
            let angle = 2 * Double.pi * pass * distance
            let sinc = abs(distance) < 1e-9 ? 1 : Trigonometry.sine(angle) / angle
            weights.append(
                abs(distance) < half ? sinc * (0.5 + 0.5 * Trigonometry.cosine(Double.pi * distance / half)) : 0
            )
        }
        let sum = weights.reduce(0, +)
        return weights.map { Int16(($0 / sum * 16_384).rounded()) }
    }

    private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }

    /// Takes input samples.
    ///
    /// - Returns: how many of them stand at the end of their range.
    mutating func take(_ bytes: Span<UInt8>, format: SampleFormat, count: Int) -> Int {
        // What no filter needs any more goes first, so that the buffers stay as long as one call makes them.
        let done = min(start, inPhase.count)
        inPhase.removeFirst(done)
        quadrature.removeFirst(done)
        start -= done
        let old = inPhase.count
        inPhase += repeatElement(0, count: count)
        quadrature += repeatElement(0, count: count)
        SampleConversion.convert(bytes, format: format, count: count, into: &inPhase, &quadrature, from: old)
        return SampleConversion.clipped(inPhase, quadrature, from: old, count: count)
    }

    /// Lets out the end of the signal by appending silence.
    mutating func flush() {
        inPhase += repeatElement(0, count: taps - before)
        quadrature += repeatElement(0, count: taps - before)
    }

    /// Writes the samples that are due and find room from a place on; says how many.
    ///
    /// A kernel with `unsafe`, eight products and four samples at a time: 2.6 ns a sample of 24 values; checked loops took 14.8 for one of 32
    /// (the tests hold a checked twin).
    mutating func convert(into first: inout [Int16], _ second: inout [Int16], from place: Int) -> Int {
        precondition(place >= 0 && place <= first.count && first.count == second.count)
        precondition(inPhase.count == quadrature.count && start >= 0 && (0..<Self.outputRate).contains(rest))
        // The length of most filters in sight, so that their loop is unrolled.
        return taps == 24 ? convert(24, &first, &second, place) : convert(taps, &first, &second, place)
    }

    @inline(__always)
    private mutating func convert(_ taps: Int, _ first: inout [Int16], _ second: inout [Int16], _ place: Int) -> Int {
        let steps = Steps(whole: rate / Self.outputRate, part: rate % Self.outputRate, scale: filterScale, taps: taps)
        let last = inPhase.count - taps - 1
        var here = Place(start: start, rest: rest)
        var target = place
        let end = first.count
        unsafe inPhase.withUnsafeBytes { inPhase in
            unsafe quadrature.withUnsafeBytes { quadrature in
                unsafe table.withUnsafeBytes { table in
                    unsafe first.withUnsafeMutableBytes { first in
                        unsafe second.withUnsafeMutableBytes { second in
                            // safe: a filter is at most the last of the table, its last sample that of its start + taps - 1, below `last` + taps; all
                            // targets are within both rows.
                            while target &+ 4 <= end {
                                let one = here
                                let two = steps.next(one)
                                let three = steps.next(two)
                                let four = steps.next(three)
                                guard four.start <= last else { break }
                                let a = unsafe Self.dots(inPhase, quadrature, one, table, steps)
                                let b = unsafe Self.dots(inPhase, quadrature, two, table, steps)
                                let c = unsafe Self.dots(inPhase, quadrature, three, table, steps)
                                let d = unsafe Self.dots(inPhase, quadrature, four, table, steps)
                                let i = Self.joined(a.0, b.0, c.0, d.0)
                                let q = Self.joined(a.1, b.1, c.1, d.1)
                                unsafe first.storeBytes(of: i, toByteOffset: 2 &* target, as: SIMD4<Int16>.self)
                                unsafe second.storeBytes(of: q, toByteOffset: 2 &* target, as: SIMD4<Int16>.self)
                                here = steps.next(four)
                                target &+= 4
                            }
                            while target < end, here.start <= last {
                                let a = unsafe Self.dots(inPhase, quadrature, here, table, steps)
                                let i = Self.joined(a.0, a.0, a.0, a.0)
                                let q = Self.joined(a.1, a.1, a.1, a.1)
                                unsafe first.storeBytes(of: i.x, toByteOffset: 2 &* target, as: Int16.self)
                                unsafe second.storeBytes(of: q.x, toByteOffset: 2 &* target, as: Int16.self)
                                here = steps.next(here)
                                target &+= 1
                            }
                        }
                    }
                }
            }
        }
        (start, rest) = (here.start, here.rest)
        return target - place
    }

    /// Where a filter begins.
    private struct Place {
        var start: Int
        var rest: Int
    }

    /// From one filter to the next.
    private struct Steps {
        let whole: Int
        let part: Int
        let scale: Int
        let taps: Int

        @inline(__always)
        func next(_ place: Place) -> Place {
            let rest = place.rest &+ part
            // All ones where a whole sample more has passed.
            let over = (RateConverter.outputRate &- 1 &- rest) &>> 63
            return Place(start: place.start &+ whole &- over, rest: rest &- (RateConverter.outputRate & over))
        }

        /// Where the nearest filter stands in the table.
        @inline(__always)
        func filter(_ place: Place) -> Int { ((place.rest &* scale &+ 1 &<< 39) &>> 40) &* taps }
    }

    /// The sums of a filter over both parts, in four pieces each.
    @inline(__always)
    private static func dots(
        _ inPhase: UnsafeRawBufferPointer,
        _ quadrature: UnsafeRawBufferPointer,
        _ place: Place,
        _ table: UnsafeRawBufferPointer,
        _ steps: Steps
    ) -> (SIMD4<Int32>, SIMD4<Int32>) {
        var (sumI, sumQ) = (SIMD4<Int32>(), SIMD4<Int32>())
        var sample = 2 &* place.start
        var filter = 2 &* steps.filter(place)
        let end = filter &+ 2 &* steps.taps
        repeat {
            // safe: as the caller says.
            let weights = unsafe table.loadUnaligned(fromByteOffset: filter, as: SIMD8<Int16>.self)
            let i = unsafe inPhase.loadUnaligned(fromByteOffset: sample, as: SIMD8<Int16>.self)
            let q = unsafe quadrature.loadUnaligned(fromByteOffset: sample, as: SIMD8<Int16>.self)
            sumI = sumI &+ products(i, weights)
            sumQ = sumQ &+ products(q, weights)
            sample &+= 16
            filter &+= 16
        } while filter < end
        return (sumI, sumQ)
    }

    /// The products of eight pairs, two by two in one sum: one instruction on x86-64.
    @inline(__always)
    private static func products(_ samples: SIMD8<Int16>, _ weights: SIMD8<Int16>) -> SIMD4<Int32> {
        let all = SIMD8<Int32>(truncatingIfNeeded: samples) &* SIMD8<Int32>(truncatingIfNeeded: weights)
        return all.evenHalf &+ all.oddHalf
    }

    /// Four sums from their pieces, in full scale, rounded.
    @inline(__always)
    private static func joined(
        _ a: SIMD4<Int32>,
        _ b: SIMD4<Int32>,
        _ c: SIMD4<Int32>,
        _ d: SIMD4<Int32>
    ) -> SIMD4<Int16> {
        let ab = SIMD4(a[0], b[0], a[1], b[1]) &+ SIMD4(a[2], b[2], a[3], b[3])
        let cd = SIMD4(c[0], d[0], c[1], d[1]) &+ SIMD4(c[2], d[2], c[3], d[3])
        let sums =
            SIMD4(lowHalf: ab.lowHalf, highHalf: cd.lowHalf) &+ SIMD4(lowHalf: ab.highHalf, highHalf: cd.highHalf)
        let scaled = (sums &+ 8192) &>> 14
        let bounded = pointwiseMin(pointwiseMax(scaled, SIMD4(repeating: -32_768)), SIMD4(repeating: 32_767))
        return SIMD4<Int16>(truncatingIfNeeded: bounded)
    }
}
