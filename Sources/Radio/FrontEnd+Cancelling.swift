import ModeS

extension FrontEnd {
    /// Takes a frame out of the tile, if it fits and something else is left where it was.
    ///
    /// - Parameters:
    ///   - tick: start of the preamble in ticks of the row.
    ///   - row: the one that `run` was given.
    /// - Returns: from which place on candidates are to be asked for again; `nil` if nothing was changed.
    mutating func cancel(_ frame: Frame, at tick: Int, of row: SampleRow) -> Int? {
        let place = tick / SoftBits.phases
        let sample = place + Self.back
        guard isBesideAnother(frame, at: place) else { return nil }
        hold(from: sample - Self.longestFrame - 16, to: sample + Self.longestFrame + 16, of: row)
        guard let rest = canceller.fit(frame, at: sample, phase: tick % SoftBits.phases, to: scaledI, scaledQ) else {
            return nil
        }
        // The mean square of noise is 4 / pi times the square of its mean; the envelope is twice as long as the vector.
        let noisePower = noise * noise / Float.pi
        guard rest.loudest > restWorthLook * noisePower else { return nil }
        canceller.apply(rest, to: &scaledI, &scaledQ)
        let start = rest.samples.lowerBound - Self.back
        Envelope.magnitude(
            scaledI,
            scaledQ,
            from: rest.samples.lowerBound,
            into: &even,
            at: start,
            count: rest.samples.count
        )
        let first = max(marked.lowerBound, start - Self.origin - PreambleGate.reach)
        let end = min(marked.upperBound, start - Self.origin + rest.samples.count)
        if first < end { mark(first..<end) }
        // What began before and was spoilt by this frame is looked at again too.
        let again = max(marked.lowerBound, place - Self.origin - Self.longestFrame)
        preparedEnd = Self.origin + again - 2
        return again
    }

    /// Whether something stands out shortly before a frame or shortly behind it, as it does where another begins or ends later.
    private func isBesideAnother(_ frame: Frame, at place: Int) -> Bool {
        let end = place + (BitSlicer.dataStart + BitSlicer.bitTicks * frame.bitCount) / SoftBits.phases
        return isLoud(from: place - 3 - Self.besideCount) || isLoud(from: end + 4)
    }

    private func isLoud(from first: Int) -> Bool {
        guard first >= 0, first + Self.besideCount <= Self.row - 7 else { return false }
        let values = even.span.extracting(first..<first + Self.besideCount)
        var sum = 0
        for index in values.indices { sum &+= Int(values[index]) }
        return Float(sum) > noise * Float(Self.besideCount) * besideFactor
    }

    /// Makes the scaled parts of some samples valid, and keeps them from being taken from the row again: something may be cancelled there.
    private mutating func hold(from start: Int, to end: Int, of row: SampleRow) {
        guard isDirect else { return }
        let first = max(0, start)
        let last = min(Self.row, end)
        let missing = max(first, held.upperBound)
        if missing < last { takeParts(of: row, from: missing, count: last - missing) }
        held = (first > held.upperBound ? first : held.lowerBound)..<max(last, held.upperBound)
    }
}
