import Aero
import ModeS
import Tracking

extension AircraftDocument {
    /// Resolution advisories, oldest first, each with the frames that told of it.
    func advisories(_ json: inout JSONWriter) {
        json.key("advisories")
        json.beginArray()
        for event in track.advisories {
            json.beginObject()
            json.member("first", event.first)
            json.member("last", event.last)
            json.member("messages", event.messages)
            json.key("words")
            json.beginArray()
            for word in event.advisory.words { json.string(word) }
            json.endArray()
            json.member("terminated", event.advisory.isTerminated)
            if case .address(let threat) = event.advisory.threat { json.member("threat", threat.hex) }
            json.member("confirmedBy", event.confirmation == .secondMessage ? "second-message" : "level-change")
            json.member("known", "observed")
            json.key("frames")
            json.beginArray()
            for frame in event.frames { json.string(frame.hex) }
            json.endArray()
            json.endObject()
        }
        json.endArray()
    }

    /// Comm-B replies by what became of them.
    func registers(_ json: inout JSONWriter) {
        json.key("commB")
        json.beginObject()
        json.member("chosen", track.commB.chosen)
        json.member("ambiguous", track.commB.ambiguous)
        json.member("empty", track.commB.empty)
        json.member("unknown", track.commB.unknown)
        if let served = track.servedRegisters {
            json.key("served")
            json.beginArray()
            for register in served.value { json.string(register.description) }
            json.endArray()
        }
        json.endObject()
    }
}

extension BDS30 {
    /// What the pilot was told, in words of the interface.
    ///
    /// - Source: ICAO Annex 10 Vol IV, 4.3.8.4.2.2.1.1.
    var words: [String] {
        switch action {
        case .none: []
        case .single(let advisory):
            [
                advisory.isPositive
                    ? (advisory.isDownward ? "descend" : "climb")
                    : (advisory.isDownward ? "do-not-climb" : "do-not-descend"),
                advisory.isCorrective ? nil : "preventive",
                advisory.isIncreasedRate ? "increase-rate" : nil,
                advisory.isReversal ? "reversal" : nil,
                advisory.isCrossing ? "crossing" : nil,
            ].compactMap(\.self)
        case .multiple(let advisory):
            [
                "several-threats",
                advisory.requiresClimb ? "climb" : nil,
                advisory.requiresDescent ? "descend" : nil,
                advisory.correctsUpward ? "correct-upward" : nil,
                advisory.correctsDownward ? "correct-downward" : nil,
                advisory.isReversal ? "reversal" : nil,
                advisory.isCrossing ? "crossing" : nil,
            ].compactMap(\.self)
        }
    }
}
