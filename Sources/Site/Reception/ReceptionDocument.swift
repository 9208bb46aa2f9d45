import Aero

/// `/api/v1/sources/{id}/reception`.
struct ReceptionDocument {
    let report: ReceptionReport
    /// Whether it is told how much came: where aircraft are hidden from the reader, theirs would be among it.
    let tellsCounts: Bool
    /// Whether it is told how far it hears in which direction.
    let tellsRanges: Bool

    func json(_ provenance: Provenance) -> [UInt8] {
        var json = JSONWriter(capacity: 32_768)
        json.beginObject()
        if report.isSimulated || provenance == .simulated { json.member("simulated", true) }
        json.member("id", report.id)
        json.member("name", report.name)
        json.member("span", report.span.rawValue)
        json.member("slotSeconds", report.span.slotSeconds)
        json.member("from", first)
        json.member("to", report.end)
        json.member("hasRadio", report.hasRadio)
        json.member("counted", tellsCounts)
        if tellsCounts {
            writeRanges(to: &json)
            let levels = report.levels
            if !levels.isEmpty {
                json.key("levels")
                json.beginArray()
                for count in levels { json.integer(count) }
                json.endArray()
            }
        }
        json.key("slots")
        json.beginArray()
        for slot in report.slots { write(slot, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    /// The beginning of the first slot that the span has, whether anything was received in it or not.
    private var first: Timestamp {
        let (span, last) = (report.span, report.span.slotStart(at: report.end))
        return Timestamp(seconds: Double(last - Int64(span.seconds - span.slotSeconds)))
    }

    /// Kilometres by sector: where the most is known of a receiver, the least is told.
    private func writeRanges(to json: inout JSONWriter) {
        let farthest = report.farthest
        guard tellsRanges, report.place != .none, !farthest.isEmpty else { return }
        json.member("sectorDegrees", 360 / ReceptionSlot.sectorCount)
        json.key("farthestKilometres")
        json.beginArray()
        for metres in farthest {
            if metres > 0 { json.number(metres / 1000, decimals: 1) } else { json.null() }
        }
        json.endArray()
    }

    private func write(_ slot: ReceptionSlot, to json: inout JSONWriter) {
        json.beginObject()
        json.member("from", Timestamp(seconds: Double(slot.start)))
        json.member("watchedSeconds", slot.watchedSeconds, decimals: 1)
        if tellsCounts { writeCounts(slot, to: &json) }
        if report.hasRadio {
            json.member("samples", slot.samples)
            json.member("lostSamples", slot.lostSamples)
            json.member("clippedSamples", slot.clippedSamples)
            json.member("noiseDBFS", slot.noiseMean, decimals: 1)
            json.member("noiseHighestDBFS", slot.noiseHighest, decimals: 1)
            json.member("gainDecibels", slot.gain, decimals: 1)
            json.member("gainStep", slot.gainStep)
        }
        json.endObject()
    }

    private func writeCounts(_ slot: ReceptionSlot, to json: inout JSONWriter) {
        json.member("messages", slot.messageCount)
        if slot.watchedSeconds >= 1 {
            json.member("messagesPerSecond", Double(slot.messageCount) / slot.watchedSeconds, decimals: 1)
        }
        if !slot.messages.isEmpty {
            json.key("kinds")
            json.beginObject()
            for (kind, count) in zip(ReceptionKind.allCases, slot.messages) where count > 0 {
                json.member(JSONKey(kind.word), count)
            }
            json.endObject()
        }
        json.member("aircraft", slot.aircraft)
        json.member("positioned", slot.positioned)
        json.member("repaired", slot.repaired)
        json.member("refused", slot.refused)
        json.member("dropped", slot.dropped)
        if tellsRanges, report.place != .none, let most = slot.farthest.max(), most > 0 {
            json.member("farthestKilometres", most / 1000, decimals: 1)
        }
    }
}
