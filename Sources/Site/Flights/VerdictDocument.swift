import Aero
import Flights

/// What a silence means, with everything that rests on.
enum VerdictDocument {
    static func write(_ verdict: GapVerdict, to json: inout JSONWriter) {
        let evidence = verdict.evidence
        // Receivers have numbers of this answer alone.
        let listeners = Set(evidence.crossings.flatMap(\.looks).map(\.listener)).sorted()
        json.beginObject()
        json.member("class", verdict.gapClass.word)
        json.member("known", verdict.knowing.rawValue)
        json.member("offAtLeast", verdict.label.offAtLeast, decimals: 4)
        json.member("judged", verdict.label.judgedAt)
        json.objects("earlier", verdict.earlier) { label, json in
            json.member("class", label.gapClass.word)
            json.member("offAtLeast", label.offAtLeast, decimals: 4)
            json.member("judged", label.judgedAt)
        }
        json.member("path", evidence.path.word)
        json.member("pathsTried", evidence.pathsTried)
        json.member("silentAtMost", evidence.silentAtMost, decimals: 6)
        json.member("prior", evidence.prior, decimals: 4)
        json.member("passes", evidence.fewestPasses, decimals: 1)
        json.member("listeners", evidence.listeners.count)
        json.objects("cells", evidence.crossings) { crossing, json in
            json.member("south", crossing.cell.corner?.latitude, decimals: 1)
            json.member("west", crossing.cell.corner?.longitude, decimals: 1)
            json.member("degrees", CoverageCell.degrees.rawValue, decimals: 1)
            json.member("lowest", crossing.cell.band.floor?.rawValue, decimals: 0)
            json.members(crossing.span)
            json.objects("looks", crossing.looks) { look, json in
                json.member("listener", (listeners.firstIndex(of: look.listener) ?? 0) + 1)
                json.member("standing", look.standing.word)
                json.member("heard", look.estimate.heard, decimals: 1)
                json.member("missed", look.estimate.missed, decimals: 1)
                json.member("probability", look.estimate.mean, decimals: 3)
                json.member("low", look.estimate.interval90?.lowerBound, decimals: 3)
                json.member("high", look.estimate.interval90?.upperBound, decimals: 3)
                json.member("taken", look.hearing, decimals: 3)
            }
        }
        json.endObject()
    }
}
