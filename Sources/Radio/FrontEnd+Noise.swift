import Aero
import ModeS

extension FrontEnd {
    /// Follows the noise; says whether the tile has to be done again with another doubling (only the first is).
    mutating func follow(realSamples: Int) -> Bool {
        let quiet = quietLevel(blocks: max(1, min(32, (realSamples - Self.history) / 256)))
        let step = mayDouble && quiet < 5 && doublings < 6 ? 1 : mayDouble && quiet > 24 && doublings > 0 ? -1 : 0
        nextDoublings = doublings + step
        if isFirst {
            noise = quiet
            noiseCentre = tileCentre
            if step > 0 { doublings = nextDoublings }
            return step > 0
        }
        // Each doubling since the last tile has doubled what is measured.
        if doublings != noiseDoublings {
            let factor: Float = doublings > noiseDoublings ? 2 : 0.5
            noise *= factor
            balance.beginAnew()
        }
        noiseDoublings = doublings
        // What was measured with quite another centre was no noise.
        let moved = max(abs(noiseCentre.0 - tileCentre.0), abs(noiseCentre.1 - tileCentre.1)) * Float(1 << doublings)
        noise += (quiet - noise) / (moved < 2 ? 8 : 1)
        noiseCentre = tileCentre
        return false
    }

    /// Lower quartile of the means of at most 32 blocks of 128 samples, every second of the tile.
    private mutating func quietLevel(blocks: Int) -> Float {
        for block in 0..<blocks {
            let start = Self.origin + 256 * block
            means[block] = Envelope.sum(of: even.span.extracting(start..<start + 128))
        }
        quietBlocks = blocks
        quartile = Envelope.ranked(means, count: blocks, rank: blocks / 4)
        return Float(quartile) / 128
    }

    /// Mean noise power in dB of full scale.
    var noiseLevel: Float {
        // The mean of a Rayleigh envelope is sqrt(pi / 4) of its root mean square.
        let scaled = max(noise, 0.01) / (Self.fullScale * Float(1 << doublings))
        return Float(20 * Trigonometry.log10(Double(scaled))) + 1.05
    }

    /// What full scale is in the envelope of this tile.
    var currentScale: Float { Self.fullScale * Float(1 << doublings) }

    /// Learns the receiver's constant and imbalance from the quiet blocks of the tile: the mean of all such blocks so far, later of the
    /// last 256.
    mutating func balanceOut(_ row: SampleRow) {
        // One stretch of every fourth tile is enough, once it is known roughly.
        guard balance.blocks < 64 || tiles & 3 == 0 else { return }
        let wanted = balance.blocks < 64 ? 8 : 1
        var starts: [Int] = []
        for number in 0..<quietBlocks where means[number] <= quartile && starts.count < wanted {
            let start = Self.history + 256 * number
            guard row.filled >= start + 128 else { break }
            starts.append(start)
            if isDirect { takeParts(of: row, from: start, count: 128) }
        }
        var learnt = balance
        learnt.follow(
            scaledI.span,
            scaledQ.span,
            at: starts,
            correctedBy: tileCentre,
            tileCorrection,
            unit: 1 / Float(1 << doublings)
        )
        balance = learnt
    }
}
