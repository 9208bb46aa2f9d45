import Aero

/// A decoder of a format that consists of lines: what all of them do alike.
protocol LineDecoder: StreamDecoder {
    var counters: WireCounters { get set }
    /// The stream as far as it was read.
    var lines: LineStream { get set }

    /// Reads a line that is not empty and shows no key.
    mutating func read(line: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch)

    /// Some lines were read: what is known only then.
    mutating func settle(_ batch: inout FeedBatch)
}

extension LineDecoder {
    public var shownKey: FeederKey? { lines.shownKey }

    public mutating func decode(_ bytes: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) {
        counters.bytes &+= UInt64(bytes.count)
        var splitter = LineSplitter()
        swap(&splitter, &lines.splitter)
        splitter.split(bytes) { take($0, arrival: arrival, into: &batch) }
        swap(&splitter, &lines.splitter)
        close(&batch)
    }

    public mutating func finish(into batch: inout FeedBatch) {
        // A live line without an end was cut off; the last line of a file may lack its end.
        if case .recording = lines.base { readUnfinished(arrival: lines.lastTime, into: &batch) }
        lines.splitter.restart()
        close(&batch)
    }

    public mutating func restart() { lines.restart() }

    mutating func settle(_ batch: inout FeedBatch) {}

    /// Takes the last line though it has no end.
    mutating func readUnfinished(arrival: Timestamp, into batch: inout FeedBatch) {
        var splitter = lines.splitter
        splitter.finish { take($0, arrival: arrival, into: &batch) }
        lines.splitter = splitter
    }

    mutating func close(_ batch: inout FeedBatch) {
        counters.garbageLines &+= lines.newlyOverlong()
        settle(&batch)
        if lines.isSimulated { batch.sawSimulationMark = true }
    }

    /// The time of something that says its own or not. Live, one that is more than 2 s off is not believed, and counted; in a recording
    /// what says none gets that of the line before it.
    mutating func time(_ own: Timestamp?, arrival: Timestamp) -> Timestamp {
        switch lines.base {
        case .recording:
            if let own { lines.lastTime = own }
            return lines.lastTime
        case .arrival:
            guard let own else { return arrival }
            if abs(own.seconds(since: arrival)) <= 2 { return own }
            counters.clockDisagreements &+= 1
            return arrival
        }
    }

    private mutating func take(_ line: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) {
        if line.count == 0 {
            if lines.hasSignsOfLife { counters.heartbeats &+= 1 }
        } else if lines.keyLine.takes(line) {
            counters.ignored &+= 1
        } else {
            read(line: line, arrival: arrival, into: &batch)
        }
    }
}
