import Aero
import Flights

/// All an alert rests on, as a JSON document for the operator.
struct AlertEvidence {
    let found: FoundAlert
    let teller: AlertTeller

    var json: [UInt8] { Array(document.json.utf8) }

    private func text(_ string: String) -> RuleValue { RuleValue(.text(string)) }
    private func time(_ time: Timestamp) -> RuleValue { RuleValue(.number((time.seconds * 1_000).rounded() / 1_000)) }

    private var document: RuleValue {
        let alert = found.alert
        var members = [
            RuleMember("rule", found.rule.source),
            RuleMember("ruleVersion", RuleValue(.number(Double(alert.ruleVersion)))),
            RuleMember("program", text(teller.version)),
            RuleMember("time", time(alert.time)),
            RuleMember(
                "bound",
                RuleValue(
                    .map(
                        alert.bound.map { bound in
                            RuleMember(bound.variable, RuleValue(.list(bound.aircraft.map { text($0.hex) })))
                        }
                    )
                )
            ),
            RuleMember("events", RuleValue(.list(zip(alert.events, found.events).map { event($0.0, $0.1) }))),
            RuleMember("aircraft", RuleValue(.list(alert.bound.flatMap(\.aircraft).map(aircraft)))),
        ]
        // Of a rule for everybody: why it is told to nobody else.
        if found.isRestricted { members.append(RuleMember("restricted", RuleValue(.flag(true)))) }
        let paths = alert.bound.flatMap(\.aircraft).prefix(3).map { one in
            (name: one.hex, points: found.paths[one] ?? [])
        }
        if let svg = TrackSketch(paths: paths).svg { members.append(RuleMember("picture", text(svg))) }
        return RuleValue(.map(members))
    }

    private func event(_ key: EventKey, _ remembered: RememberedEvent?) -> RuleValue {
        var members = [
            RuleMember("time", time(key.time)),
            RuleMember("nanoseconds", text(String(key.time.nanoseconds))),
            RuleMember("aircraft", text(key.aircraft.hex)),
            RuleMember("kind", text("\(key.kind)")),
            RuleMember("event", text(String(key.id))),
        ]
        switch remembered?.event.content {
        case .takeoff(let airport, let knowing)?, .landing(let airport, let knowing)?:
            if let airport { members.append(RuleMember("airport", text(airport))) }
            members.append(RuleMember("knowing", text(knowing.rawValue)))
        case .silent(let since, let gapClass)?:
            members.append(RuleMember("since", time(since)))
            members.append(RuleMember("gapClass", text(gapClass.rawValue)))
        case .reappeared(let heard)?: members.append(RuleMember("lastHeard", time(heard)))
        case .squawk(let code, let isCertain)?:
            members.append(RuleMember("squawk", text(code.description)))
            members.append(RuleMember("agreed", RuleValue(.flag(isCertain))))
        case .interference(let before, let now)?:
            members.append(RuleMember("integrityBefore", RuleValue(.number(Double(before)))))
            members.append(RuleMember("integrity", RuleValue(.number(Double(now)))))
        case .callsign(let callsign)?: members.append(RuleMember("callsign", text(callsign)))
        default: break
        }
        return RuleValue(.map(members + detail(remembered?.detail)))
    }

    private func detail(_ detail: WatchDetail?) -> [RuleMember] {
        switch detail {
        case .legEnd(let end)?:
            let airports = end.fields.map { chance in
                RuleValue(
                    .map([
                        RuleMember("airport", text(chance.field)),
                        RuleMember("share", RuleValue(.number((chance.probability * 1_000).rounded() / 1_000))),
                    ])
                )
            }
            return [
                RuleMember("earliest", time(end.span.earliest)),
                RuleMember("latest", time(end.span.latest)),
                RuleMember("airports", RuleValue(.list(airports))),
            ] + (end.runway.map { [RuleMember("runway", text($0))] } ?? [])
        case .silence(_, let label?)?:
            return [
                RuleMember("offAtLeast", RuleValue(.number((label.offAtLeast * 1_000).rounded() / 1_000))),
                RuleMember("judgedAt", time(label.judgedAt)),
            ]
        default: return []
        }
    }

    private func heard(_ minute: HeardMinute) -> RuleValue {
        RuleValue(
            .map([
                RuleMember("minute", time(minute.minute)),
                RuleMember("receivers", RuleValue(.list(minute.receivers.map { RuleValue(.number(Double($0))) }))),
            ])
        )
    }

    private func aircraft(_ address: AircraftAddress) -> RuleValue {
        let snapshot = found.snapshots[address] ?? AircraftSnapshot()
        let identity = snapshot.identity
        var members = [RuleMember("hex", text(address.hex))]
        let texts = [
            ("registration", identity.registration), ("type", identity.type), ("operator", identity.operatorCode),
            ("country", identity.country), ("category", identity.category), ("fleet", identity.fleet),
            ("callsign", snapshot.callsign),
        ]
        for (key, value) in texts { if let value { members.append(RuleMember(key, text(value))) } }
        if !identity.lists.isEmpty { members.append(RuleMember("lists", RuleValue(.list(identity.lists.map(text))))) }
        if let position = snapshot.position {
            members.append(RuleMember("latitude", RuleValue(.number((position.latitude * 1e5).rounded() / 1e5))))
            members.append(RuleMember("longitude", RuleValue(.number((position.longitude * 1e5).rounded() / 1e5))))
        }
        if let at = snapshot.positionTime { members.append(RuleMember("positionTime", time(at))) }
        if let altitude = snapshot.barometricAltitude {
            members.append(RuleMember("altitudeFeet", RuleValue(.number(altitude.rawValue))))
        }
        if let heard = snapshot.lastHeard { members.append(RuleMember("lastHeard", time(heard))) }
        if let minutes = found.heard[address], !minutes.isEmpty {
            members.append(RuleMember("heardBy", RuleValue(.list(minutes.map(heard)))))
        }
        return RuleValue(.map(members))
    }
}
