import Aero
import Flights
import Foundation
import Tracking

/// What is told of silences: what may have happened, what they mean, and on what that rests.
struct SilenceText {
    /// Why none of an account's silences is judged; `nil` where they are.
    enum Unjudged {
        case nothingLearned, noListeners
        /// Who may read it is not told who hears what.
        case notTold

        /// `nil` where they are judged.
        init?(in realm: ArchiveRealm, isLearned: Bool, tellsReception: Bool) {
            guard !isLearned else { return nil }
            guard CoverageKeeper.realms.contains(realm) else {
                self = .noListeners
                return
            }
            self = tellsReception ? .nothingLearned : .notTold
        }
    }

    var text: FlightText
    let unjudged: Unjudged?

    /// Explanations below this share are put together. Ours.
    private static let least = 0.01

    private var language: NameLanguage { text.language }

    /// When it was and where: one line, without what may have happened.
    func head(_ number: Int, _ gap: Gap) -> String {
        let when = SpanText.text(gap.span)
        return FlightPhrase.silence.text(language, String(number), when, text.duration(gap.seconds))
            + ": \(FlightPhrase.lastHeard.text(language, state(gap.from))), "
            + FlightPhrase.heardAgain.text(language, state(gap.to))
    }

    /// One that goes on.
    func head(_ number: Int, since end: GapEnd, at time: Timestamp) -> String {
        let (from, until) = (TimeText.iso(SpanText.floor(end.sighting.time)), TimeText.iso(SpanText.floor(time)))
        return FlightPhrase.silenceSince.text(language, String(number), from, until)
            + ": \(FlightPhrase.lastHeard.text(language, state(end)))"
    }

    /// All explanations, likeliest first.
    mutating func stories(_ hypotheses: [GapHypothesis]) -> String {
        guard !hypotheses.isEmpty else { return text.say(.noExplanation) }
        var words: [String] = []
        var rest = 0.0
        for (index, one) in hypotheses.enumerated() {
            guard index < 2 || one.probability >= Self.least else {
                rest += one.probability
                continue
            }
            words.append(story(one))
        }
        if rest > 0 { words.append(FlightPhrase.others.text(language, FlightText.share(rest))) }
        return words.joined(separator: "; ")
    }

    /// What it means, in a few words.
    func meaning(_ verdict: GapVerdict?, from: GapEnd) -> String {
        guard let verdict else { return reason(from) }
        let word = text.say(FlightPhrase(verdict.gapClass))
        // Of who stood on the ground it would say nothing.
        guard verdict.gapClass != .landed else { return word }
        return "\(word), \(FlightPhrase.offAtLeast.text(language, FlightText.share(verdict.label.offAtLeast)))"
    }

    /// On what a verdict rests, a line each.
    ///
    /// - Parameter whenJudged: whether the moment is told that it is of.
    func grounds(_ verdict: GapVerdict, whenJudged: Bool) -> [String] {
        let evidence = verdict.evidence
        let rests = FlightPhrase.rests.text(
            language,
            String(format: "%.1f", evidence.fewestPasses),
            String(evidence.listeners.count),
            String(evidence.crossings.count)
        )
        let judged = FlightPhrase.judged.text(language, TimeText.iso(SpanText.floor(verdict.label.judgedAt)))
        var lines = [whenJudged ? "\(rests); \(judged)" : rests]
        for label in verdict.earlier {
            lines.append(
                FlightPhrase.saidBefore.text(
                    language,
                    text.say(FlightPhrase(label.gapClass)),
                    FlightText.share(label.offAtLeast),
                    TimeText.iso(SpanText.floor(label.judgedAt))
                )
            )
        }
        return lines
    }

    /// Cell by cell, who could have heard it; receivers have numbers of this silence alone.
    func evidence(_ verdict: GapVerdict) -> [String] {
        let evidence = verdict.evidence
        let (tried, way) = (String(evidence.pathsTried), text.say(FlightPhrase(evidence.path)))
        var lines = [
            FlightPhrase.wayTried.text(language, tried, way),
            FlightPhrase.silentAtMost.text(
                language,
                FlightText.share(evidence.silentAtMost),
                FlightText.share(evidence.prior)
            ),
        ]
        let listeners = Set(evidence.crossings.flatMap(\.looks).map(\.listener)).sorted()
        for crossing in evidence.crossings {
            lines.append(cell(crossing))
            for look in crossing.looks {
                lines.append("  " + line(look, number: (listeners.firstIndex(of: look.listener) ?? 0) + 1))
            }
        }
        return lines
    }

    private func reason(_ from: GapEnd) -> String {
        switch unjudged {
        case .nothingLearned: text.say(.nothingLearned)
        case .noListeners: text.say(.noListeners)
        case .notTold: text.say(.notTold)
        case nil: text.say(from.isOnGround ? .unjudgedGround : .unjudgedPlace)
        }
    }

    private func state(_ end: GapEnd) -> String {
        if end.isOnGround { return [text.say(.onGround), end.field].compactMap(\.self).joined(separator: " ") }
        guard let altitude = end.sighting.altitude else { return text.say(.noHeight) }
        return "\(Int(altitude.rawValue)) ft \(text.say(FlightPhrase(end.trend)))"
    }

    private mutating func story(_ one: GapHypothesis) -> String {
        let share = FlightText.share(one.probability)
        var words: String
        switch one.story {
        case .flewOn: return FlightPhrase.flewOn.text(language, share)
        case .stopped(let field): words = FlightPhrase.stoppedAt.text(language, text.name(field), share)
        case .stoppedElsewhere: words = FlightPhrase.stoppedElsewhere.text(language, share)
        }
        var times: [String] = []
        if let landing = one.landing { times.append(FlightPhrase.landed.text(language, SpanText.text(landing.span))) }
        if let takeoff = one.takeoff { times.append(FlightPhrase.left.text(language, SpanText.text(takeoff.span))) }
        if let longest = one.longestDwellSeconds {
            times.append(FlightPhrase.longest.text(language, text.duration(longest)))
        }
        if !times.isEmpty { words += " (\(times.joined(separator: ", ")))" }
        return words
    }

    private func cell(_ crossing: CrossingEvidence) -> String {
        let degrees = CoverageCell.degrees.rawValue
        func side(_ low: Double?) -> String { low.map { String(format: "%.1f…%.1f", $0, $0 + degrees) } ?? "-" }
        let height = crossing.cell.band.floor.map { FlightPhrase.from.text(language, String(Int($0.rawValue))) }
        return FlightPhrase.cell.text(
            language,
            side(crossing.cell.corner?.latitude),
            side(crossing.cell.corner?.longitude),
            height ?? text.say(.lowest),
            SpanText.text(crossing.span)
        )
    }

    private func line(_ look: Look, number: Int) -> String {
        let estimate = look.estimate
        var words = [
            FlightPhrase.receiver.text(language, String(number)) + ": " + text.say(FlightPhrase(look.standing)),
            FlightPhrase.heardOf.text(
                language,
                String(format: "%.1f", estimate.heard),
                String(format: "%.1f", estimate.passes)
            ),
        ]
        if let mean = estimate.mean, let interval = estimate.interval90 {
            let (low, high) = (FlightText.share(interval.lowerBound), FlightText.share(interval.upperBound))
            words.append("P \(FlightText.share(mean)) (\(low)…\(high))")
            words.append(FlightPhrase.taken.text(language, FlightText.share(look.hearing)))
        }
        return words.joined(separator: ", ")
    }
}
