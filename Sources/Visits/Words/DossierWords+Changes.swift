/// The log of what people did to a dossier. Who did it is not said here.
extension DossierWords {
    /// - Parameter change: of the visit; it rests on itself.
    public func sentence(_ change: VisitChange) -> DossierSentence {
        sentence(change.act, rests: [.change(change.number)] + rests(of: change.act))
    }

    /// The same for people who may not know what was written and does not stand: titles and names that the visit does not have now are left out.
    public func discreetSentence(_ change: VisitChange) -> DossierSentence {
        let rests = [.change(change.number)] + rests(of: change.act)
        switch change.act {
        case .begin(let report, _) where !isShown(report):
            return sentence(.begun, ["report": number(of: report)], rests: rests)
        case .addReport(let report, _) where !isShown(report):
            return sentence(.addReport, ["report": number(of: report)], rests: rests)
        case .setTitle(let title?) where title != visit.title: return sentence(.setOtherTitle, rests: rests)
        case .setSubject(let subject) where subject != visit.subject:
            return sentence(.setOtherSubject, rests: rests)
        case .editStop(_, let stop) where !isShown(stop):
            return sentence(.editStop, ["stop": DossierPhrase.otherStop.filled()], rests: rests)
        case .addStop(let stop, _, _, _) where !isShown(stop):
            return sentence(.addStop, ["stop": DossierPhrase.otherStop.filled()], rests: rests)
        default: return sentence(change.act, rests: rests)
        }
    }

    private func isShown(_ report: Report) -> Bool {
        visit.reports.contains { $0.id == report.id && $0.title == report.title }
    }

    private func isShown(_ stop: ItineraryStop) -> Bool { visit.stops.contains { $0.stop.name == stop.name } }

    private func number(of report: Report) -> DossierText {
        DossierPhrase.someReport.filled(["number": DossierText("\(report.id)")])
    }

    private func rests(of act: VisitChange.Act) -> [DossierSentence.Rest] {
        switch act {
        case .confirmClaim(let id), .editClaim(let id, _), .narrow(_, let id): claim(id) == nil ? [] : [.claim(id)]
        case .begin(let report, _), .addReport(let report, _):
            visit.reports.contains { $0.id == report.id } ? [.report(report.id)] : []
        case .setDateline(let id, _, _): visit.reports.contains { $0.id == id } ? [.report(id)] : []
        default: []
        }
    }

    private func sentence(_ act: VisitChange.Act, rests: [DossierSentence.Rest]) -> DossierSentence {
        switch act {
        case .begin(let report, _): sentence(.begun, ["report": name(report)], rests: rests)
        case .confirmAll: sentence(DossierPhrase.confirmAll, rests: rests)
        case .setTitle(let title):
            title.map { sentence(.setTitle, ["title": DossierText($0)], rests: rests) }
                ?? sentence(.clearTitle, rests: rests)
        case .setRules(let rules):
            sentence(.setRules, ["number": WordForms.count(rules.count)], rests: rests)
        case .confirmStop(let id): about(.confirmStop, stop: id, rests)
        case .confirmClaim(let id): sentence(.confirmClaim, ["claim": name(ofClaim: id)], rests: rests)
        case .editStop(_, let stop): sentence(.editStop, ["stop": name(stop)], rests: rests)
        case .removeStop(let id): about(.removeStop, stop: id, rests)
        case .addStop(let stop, _, _, _): sentence(.addStop, ["stop": name(stop)], rests: rests)
        case .addClaim(let claim): sentence(.addClaim, ["claim": Self.name(claim.kind)], rests: rests)
        case .editClaim(let id, _): sentence(.editClaim, ["claim": name(ofClaim: id)], rests: rests)
        case .removeClaim(let id): sentence(.removeClaim, ["claim": name(ofClaim: id)], rests: rests)
        case .moveStop(let id, _): about(.moveStop, stop: id, rests)
        case .setSubject(let subject): sentence(.setSubject, ["subject": name(subject)], rests: rests)
        case .answer(let point):
            sentence(.answer, ["question": sentence(point).words], rests: rests)
        case .addReport(let report, _): sentence(.addReport, ["report": name(report)], rests: rests)
        case .setDateline(let id, _, _): sentence(.setDateline, ["report": name(ofReport: id)], rests: rests)
        case .narrow(let stop, let claim):
            sentence(.narrow, ["stop": name(ofStop: stop), "claim": name(ofClaim: claim)], rests: rests)
        case .widen(let stop): about(.widen, stop: stop, rests)
        case .setStatus(let status): sentence(.setStatus, ["status": Self.name(status)], rests: rests)
        case .setPublic(let isPublic): sentence(isPublic ? .madePublic : .madePrivate, rests: rests)
        case .takeBack(let number): sentence(.takeBack, ["number": DossierText("\(number)")], rests: rests)
        }
    }

    private func about(_ phrase: DossierPhrase, stop: Int, _ rests: [DossierSentence.Rest]) -> DossierSentence {
        sentence(phrase, ["stop": name(ofStop: stop)], rests: rests)
    }

    private func name(ofClaim id: Int) -> DossierText {
        guard let claim = claim(id) else { return DossierText("\(id)") }
        return DossierPhrase.someClaim.filled(["number": DossierText("\(id)"), "kind": Self.name(claim.kind)])
    }

    private func name(ofReport id: Int) -> DossierText {
        guard let report = visit.reports.first(where: { $0.id == id }) else {
            return DossierPhrase.someReport.filled(["number": DossierText("\(id)")])
        }
        return name(report)
    }

    private func name(_ report: Report) -> DossierText {
        guard let title = report.title, !title.isEmpty else {
            return number(of: report)
        }
        return DossierText(title)
    }

    private func name(_ subject: VisitSubject) -> DossierText {
        let told = [subject.name, subject.role].compactMap(\.self).filter { !$0.isEmpty }
        return told.isEmpty ? DossierPhrase.nobodyNamed.filled() : DossierText(told.joined(separator: ", "))
    }
}
