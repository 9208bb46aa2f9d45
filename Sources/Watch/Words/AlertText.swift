import Aero
import Flights

/// An alert in one language: a title, and lines of plain text.
struct AlertText {
    let found: FoundAlert
    let norms: AlertNorms
    let teller: AlertTeller
    let language: WatchLanguage

    private static let mostEvents = 8

    private var places: WatchPlaceText { WatchPlaceText(gazetteer: teller.gazetteer, language: language) }

    // MARK: - Title

    /// The rule's in this language, filled in; else its name and who it was.
    var title: String {
        guard let template = found.rule.outcome.title?.template(in: language) else {
            let who = found.alert.bound.flatMap(\.aircraft).prefix(3).map(name).joined(separator: ", ")
            return Self.plain(found.rule.name + (who.isEmpty ? "" : ": \(who)"))
        }
        var text = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            text += value(String(rest[rest.index(after: open)..<close])) ?? "–"
            rest = rest[rest.index(after: close)...]
        }
        return Self.plain(text + rest)
    }

    /// What a placeholder stands for; `nil` where that is not known.
    private func value(_ placeholder: String) -> String? {
        let parts = placeholder.split(separator: ".", maxSplits: 1).map(String.init)
        if parts.count == 2, let bound = found.alert.bound.first(where: { $0.variable == parts[0] }) {
            return bound.aircraft.first.flatMap { property(parts[1], of: $0) }
        }
        switch placeholder {
        case "silent.duration": return silence.map { WatchTimeText.length($0.time.seconds(since: $0.since), language) }
        case "silent.reason": return silence.map { WatchPhrase.gapClass($0.gapClass).text(language) }
        case "landing.airport": return airport(of: .landing)
        case "takeoff.airport": return airport(of: .takeoff)
        case "squawk":
            for case .squawk(let code, _)? in contents { return code.description }
            return nil
        case "count": return String(found.alert.events.count)
        case "time": return WatchTimeText.minute(found.alert.time) + " UTC"
        default: return nil
        }
    }

    private func property(_ name: String, of aircraft: AircraftAddress) -> String? {
        let snapshot = found.snapshots[aircraft]
        switch name {
        case "registration": return self.name(aircraft)
        case "callsign": return snapshot?.callsign ?? self.name(aircraft)
        case "hex": return aircraft.hex
        case "type": return snapshot?.identity.type
        case "operator": return snapshot?.identity.operatorCode
        case "country": return snapshot?.identity.country
        default: return nil
        }
    }

    /// The newest first: a title speaks of what happened last.
    private var contents: [WatchEvent.Content?] { found.events.reversed().map { $0?.event.content } }

    private var silence: (since: Timestamp, time: Timestamp, gapClass: GapClass)? {
        for case let remembered? in found.events.reversed() {
            if case .silent(let since, let gapClass) = remembered.event.content {
                return (since, remembered.event.time, gapClass)
            }
        }
        return nil
    }

    private func airport(of kind: EventKind) -> String? {
        guard !norms.isWithheld else { return nil }
        for case let content? in contents {
            switch content {
            case .landing(let airport?, _) where kind == .landing: return places.airport(airport)
            case .takeoff(let airport?, _) where kind == .takeoff: return places.airport(airport)
            default: continue
            }
        }
        return nil
    }

    /// What an aircraft is called: registration, else callsign, else address.
    func name(_ aircraft: AircraftAddress) -> String {
        let snapshot = found.snapshots[aircraft]
        return snapshot?.identity.registration ?? snapshot?.callsign ?? aircraft.hex
    }

    // MARK: - Body

    var body: String {
        var lines: [String] = []
        if teller.isSimulated { lines.append(say(.simulated)) }
        for (key, remembered) in zip(found.alert.events, found.events).prefix(Self.mostEvents) {
            lines += told(key, remembered)
        }
        if case .absent = found.rule.pattern {
            lines.append(say(.deadline, WatchTimeText.minute(found.alert.time)))
        }
        if case .count(let count) = found.rule.pattern {
            let window = WatchTimeText.length(Double(count.window.seconds), language)
            lines.append(say(.counted, String(found.alert.events.count), window))
        }
        lines += who
        lines += whereabouts
        lines.append(found.rule.sentence(in: language))
        if found.alert.suppressedBefore > 0 { lines.append(say(.suppressed, String(found.alert.suppressedBefore))) }
        if found.rule.visit != nil { lines.append(say(.notAboard)) }
        return lines.map(Self.plain).joined(separator: "\n")
    }

    private func say(_ phrase: WatchPhrase, _ values: String...) -> String {
        switch values.count {
        case 0: phrase.text(language)
        case 1: phrase.text(language, values[0])
        case 2: phrase.text(language, values[0], values[1])
        default: phrase.text(language, values[0], values[1], values[2])
        }
    }

    /// One event and how it is known.
    private func told(_ key: EventKey, _ remembered: RememberedEvent?) -> [String] {
        let time = WatchTimeText.minute(key.time) + " UTC: "
        let who = name(key.aircraft)
        guard let remembered else { return [time + say(.heardHere, who)] }
        var lines: [String]
        switch remembered.event.content {
        case .takeoff(let airport, let knowing):
            let how = WatchPhrase.knowing(knowing).text(language)
            let named = norms.isWithheld ? nil : airport
            lines = [named.map { say(.tookOff, who, places.airport($0), how) } ?? say(.tookOffSomewhere, who, how)]
        case .landing(let airport, let knowing):
            let how = WatchPhrase.knowing(knowing).text(language)
            let named = norms.isWithheld ? nil : airport
            lines = [named.map { say(.landed, who, places.airport($0), how) } ?? say(.landedSomewhere, who, how)]
        case .silent(let since, let gapClass):
            lines = [
                say(.silent, who, WatchTimeText.length(remembered.event.time.seconds(since: since), language)),
                say(.heardLast, WatchTimeText.minute(since)),
                say(
                    .reason,
                    WatchPhrase.gapClass(gapClass).text(language),
                    WatchPhrase.knowing(gapClass.knowing).text(language)
                ),
            ]
        case .firstEver: lines = [say(.firstEver, who)]
        case .reappeared(let heard):
            let before = WatchTimeText.length(key.time.seconds(since: heard), language)
            lines = [say(.heardAgain, who, WatchTimeText.minute(heard), before)]
        case .callsign(let callsign): lines = [say(.newCallsign, key.aircraft.hex, callsign)]
        case .squawk(let code, _): lines = [say(.squawk, who, code.description)]
        case .sourceLost: lines = [say(.sourceLost, who)]
        case .interference(let before, let now): lines = [say(.interference, who, String(before), String(now))]
        case .sample, .identified, .listening: lines = [say(.heardHere, who)]
        }
        lines[0] = time + lines[0]
        return lines + detail(remembered.detail)
    }

    private func detail(_ detail: WatchDetail?) -> [String] {
        switch detail {
        case .legEnd(let end)?:
            var lines = [say(.span, WatchTimeText.minute(end.span.earliest), WatchTimeText.minute(end.span.latest))]
            guard !norms.isWithheld else { return lines }
            if let runway = end.runway { lines.append(say(.runway, runway)) }
            if end.knowing == .inferred, end.fields.count > 1 {
                let shares = end.fields.prefix(4).map { "\($0.field) \(Int(($0.probability * 100).rounded())) %" }
                lines.append(say(.shares, shares.joined(separator: ", ")))
            }
            return lines
        case .silence(_, let label?)? where label.offAtLeast >= 0.01 && label.gapClass != .landed:
            return [say(.offAtLeast, String(Int((label.offAtLeast * 100).rounded(.down))))]
        default: return []
        }
    }

    /// The aircraft, variable for variable.
    private var who: [String] {
        var lines: [String] = []
        var tellsRegister = false
        for bound in found.alert.bound {
            for aircraft in bound.aircraft.prefix(Self.mostEvents) {
                let snapshot = found.snapshots[aircraft]
                var parts: [String] = []
                if let registration = snapshot?.identity.registration { parts.append(registration) }
                if let callsign = snapshot?.callsign { parts.append(say(.withCallsign, callsign)) }
                if let type = snapshot?.identity.type { parts.append(say(.ofType, type)) }
                if snapshot?.identity == WatchIdentity() || snapshot == nil { parts.append(say(.unregistered)) }
                tellsRegister =
                    tellsRegister || snapshot?.identity.registration != nil || snapshot?.identity.type != nil
                lines.append("\(bound.variable): \(aircraft.hex)" + parts.map { ", \($0)" }.joined())
            }
        }
        if tellsRegister { lines.append(say(.registerNote)) }
        return lines
    }

    private var whereabouts: [String] {
        guard let aircraft = norms.aircraft, let known = norms.known, let time = norms.time else { return [] }
        if norms.isWithheld {
            return [say(.placeWithheld)] + (places.area(known).map { [say(.area, $0)] } ?? [])
        }
        guard let place = norms.place else { return [] }
        let spoken =
            places.near(place).map { "\($0) (\(WatchPlaceText.degrees(place)))" } ?? WatchPlaceText.degrees(place)
        return [say(.near, name(aircraft), spoken, WatchTimeText.minute(time))]
            + (norms.isCoarse ? [say(.coarseNote)] : [])
    }

    /// Without anything that is not plain text: no line breaks out of data, nothing that turns the direction of writing.
    static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: break
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }
}
