import Aero

/// `/api/v1/sources` and its parts.
enum SourcesDocument {
    /// - Parameter tellsCounts: whether it is told how much came: where aircraft are hidden from the reader, theirs would be among it.
    static func list(
        _ sources: [SourceStatus],
        config: String,
        writing: WritePermission.Mode,
        mayWrite: Bool,
        tellsCounts: Bool = true,
        _ provenance: Provenance
    ) -> [UInt8] {
        var json = JSONWriter(capacity: 4096)
        json.beginObject()
        json.mark(provenance)
        json.member("config", config)
        json.member("writing", writing.rawValue)
        if mayWrite, writing == .token { json.member("mayWrite", true) }
        json.key("sources")
        json.beginArray()
        for source in sources { write(source, tellsCounts: tellsCounts, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    static func one(_ source: SourceStatus, _ provenance: Provenance) -> [UInt8] {
        var json = JSONWriter()
        write(source, to: &json) { $0.mark(provenance) }
        return json.bytes
    }

    /// One line of a trial.
    static func line(_ report: SourceTestReport) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("second", report.second)
        json.member("state", report.state.rawValue)
        json.member("detail", report.detail)
        json.member("bytes", report.bytes)
        json.member("frames", report.frames)
        json.member("aircraft", report.aircraft)
        json.member("positions", report.positions)
        json.member("rejected", report.rejected)
        json.member("guess", report.guess.rawValue)
        if report.isDone { json.member("done", true) }
        json.endObject()
        json.newline()
        return json.bytes
    }

    /// - Parameter head: writes what stands before the source's own members.
    private static func write(
        _ source: SourceStatus,
        tellsCounts: Bool = true,
        to json: inout JSONWriter,
        head: (inout JSONWriter) -> Void = { _ in }
    ) {
        json.beginObject()
        head(&json)
        json.member("id", source.id)
        json.member("name", source.name)
        json.member("specification", source.specification.isEmpty ? nil : source.specification)
        json.member("format", source.format)
        json.member("clock", source.clock)
        json.member("hasPlace", source.hasPlace)
        json.member("state", source.state.rawValue)
        json.member("detail", source.detail)
        json.member("since", source.since)
        json.member("retryIn", source.retryIn, decimals: 1)
        json.member("fromFile", source.isFromFile)
        if tellsCounts { writeCounts(source, to: &json) }
        if let poll = source.poll { write(poll, tellsCounts: tellsCounts, to: &json) }
        write(source.feeders, tellsCounts: tellsCounts, to: &json)
        json.endObject()
    }

    private static func writeCounts(_ source: SourceStatus, to json: inout JSONWriter) {
        json.key("counters")
        json.beginObject()
        json.member("bytes", source.counters.bytes)
        json.member("frames", source.counters.frames)
        json.member("rejected", source.counters.rejected)
        json.member("positions", source.counters.positions)
        json.member("aircraft", source.counters.aircraft)
        json.member("connections", source.counters.connections)
        json.member("dropped", source.counters.dropped)
        json.endObject()
        if let first = source.firstThirtySeconds {
            json.key("firstThirtySeconds")
            json.beginObject()
            json.member("seconds", first.seconds, decimals: 1)
            json.member("complete", first.isComplete)
            json.member("frames", first.frames)
            json.member("aircraft", first.aircraft)
            json.member("positions", first.positions)
            json.member("rejected", first.rejected)
            json.endObject()
        }
        if let radio = source.radio { write(radio, to: &json) }
    }

    private static func write(_ radio: RadioStatus, to json: inout JSONWriter) {
        json.key("radio")
        json.beginObject()
        json.member("samples", radio.samples)
        json.member("lostSamples", radio.lostSamples)
        json.member("clippedSamples", radio.clippedSamples)
        json.member("noiseLevel", radio.noiseLevel, decimals: 1)
        json.member("peakLevel", radio.peakLevel, decimals: 1)
        json.member("messagesPerSecond", radio.messagesPerSecond, decimals: 1)
        json.member("gain", radio.gain, decimals: 1)
        json.member("gainStep", radio.gainStep)
        json.member("frames", radio.frames)
        json.member("strongFrames", radio.strongFrames)
        json.member("repaired", radio.repaired)
        json.member("refused", radio.refused)
        json.key("levels")
        json.beginArray()
        for count in radio.levels { json.integer(count) }
        json.endArray()
        json.endObject()
    }
}
