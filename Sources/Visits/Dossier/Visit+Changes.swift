public import Aero

extension Visit {
    /// Most changes, stops and claims of one visit.
    public static let most = 5_000

    /// Makes a change and keeps it.
    ///
    /// - Throws: `VisitChangeError`; then nothing has changed.
    public mutating func apply(_ act: VisitChange.Act, by person: String, at time: Timestamp) throws(VisitChangeError) {
        guard changes.count < Self.most, stops.count < Self.most, claims.count < Self.most else { throw .tooMany }
        let before = contents
        do {
            if case .takeBack(let number) = act { try takeBack(number) } else { try make(act, by: person) }
        } catch {
            contents = before
            throw error
        }
        changes.append(VisitChange(number: changes.count + 1, act: act, by: person, at: time))
    }

    private mutating func takeBack(_ number: Int) throws(VisitChangeError) {
        guard changes.contains(where: { $0.number == number }) else { throw .noSuchChange(number) }
        let standing = standing
        guard standing.last?.number == number else { throw .notTheLast(number) }
        contents = beginning
        for change in standing.dropLast() { try remake(change) }
    }

    var contents: Contents {
        get {
            Contents(
                subject: subject,
                reports: reports,
                stops: stops,
                claims: claims,
                openPoints: openPoints,
                status: status,
                isPublic: isPublic,
                title: title,
                rules: rules,
                stopsByHand: stopsByHand,
                claimsByHand: claimsByHand
            )
        }
        set {
            subject = newValue.subject
            reports = newValue.reports
            stops = newValue.stops
            claims = newValue.claims
            openPoints = newValue.openPoints
            status = newValue.status
            isPublic = newValue.isPublic
            title = newValue.title
            rules = newValue.rules
            stopsByHand = newValue.stopsByHand
            claimsByHand = newValue.claimsByHand
        }
    }

    mutating func make(_ act: VisitChange.Act, by person: String) throws(VisitChangeError) {
        switch act {
        case .confirmStop(let id): stops[try index(ofStop: id)].confirmedBy = person
        case .confirmAll:
            guard !stops.isEmpty else { throw .nothingConfirmed }
            for index in stops.indices where stops[index].confirmedBy == nil { stops[index].confirmedBy = person }
        case .confirmClaim(let id): claims[try index(ofClaim: id)].confirmedBy = person
        case .editStop(let id, let stop):
            let index = try index(ofStop: id)
            // A place somebody else chose lies in whatever state its airports do.
            if stops[index].stop.airports != stop.airports { stops[index].country = nil }
            stops[index].stop = stop
            stops[index].narrowed = nil
            // A changed stop is a new proposal.
            stops[index].confirmedBy = nil
            stopsByHand.insert(id)
        case .removeStop(let id):
            stops.remove(at: try index(ofStop: id))
            for index in claims.indices { claims[index].stops.removeAll { $0 == id } }
            stopsByHand.remove(id)
        case .addStop(let stop, let place, let span, let report):
            guard span == nil || reports.contains(where: { $0.id == report }) else { throw .noSuchReport(report) }
            let made = DraftedStop(
                id: nextStopID,
                stop: stop,
                country: nil,
                certainty: .asserted,
                spans: span.map { [$0] } ?? [],
                report: report
            )
            stops.insert(made, at: min(max(0, place), stops.count))
            stopsByHand.insert(made.id)
        case .addClaim(let claim):
            guard reports.contains(where: { $0.id == claim.report }) else { throw .noSuchReport(claim.report) }
            var claim = claim
            claim.id = nextClaimID
            claim.entry = .person(person)
            for index in stops.indices where claim.stops.contains(stops[index].id) {
                stops[index].claims.append(claim.id)
            }
            claims.append(claim)
        case .editClaim(let id, let claim): try edit(id, as: claim)
        case .removeClaim(let id):
            claims.remove(at: try index(ofClaim: id))
            for index in stops.indices { stops[index].claims.removeAll { $0 == id } }
            widen(narrowedBy: id)
            claimsByHand.remove(id)
        case .moveStop(let id, let place):
            let stop = stops.remove(at: try index(ofStop: id))
            stops.insert(stop, at: min(max(0, place), stops.count))
        case .setSubject(let subject): self.subject = subject
        case .answer(let point): openPoints.removeAll { $0 == point }
        case .setTitle(let title): self.title = title
        case .setPublic(let isPublic): self.isPublic = isPublic
        case .setRules(let rules): self.rules = rules
        case .begin, .addReport, .setDateline, .narrow, .widen, .setStatus, .takeBack: try makeWhole(act)
        }
    }

    private mutating func makeWhole(_ act: VisitChange.Act) throws(VisitChangeError) {
        switch act {
        case .begin(let report, let draft):
            guard reports.isEmpty, stops.isEmpty, claims.isEmpty else { throw .alreadyBegun }
            begin(with: draft, of: report)
        case .addReport(let report, let draft):
            guard !reports.contains(where: { $0.id == report.id }) else { throw .reportTaken(report.id) }
            add(draft, of: report)
        case .setDateline(let report, let dateline, let draft): try date(report, dateline, draft)
        case .narrow(let stop, let claim): try narrow(stop, by: claim)
        case .widen(let stop): stops[try index(ofStop: stop)].narrowed = nil
        case .setStatus(let status):
            guard status != .confirmed || stops.contains(where: { $0.confirmedBy != nil }) else {
                throw .nothingConfirmed
            }
            self.status = status
        default: break
        }
    }

    /// A claim as somebody reads it: a new proposal. Its words, its report, who put it in, what it counts and the places it names stay.
    private mutating func edit(_ id: Int, as claim: Claim) throws(VisitChangeError) {
        let index = try index(ofClaim: id)
        for stop in claim.stops { _ = try self.index(ofStop: stop) }
        claims[index].kind = claim.kind
        claims[index].speaker = claim.speaker
        claims[index].certainty = claim.certainty
        claims[index].polarity = claim.polarity
        claims[index].time = claim.time
        claims[index].stops = claim.stops
        claims[index].aircraft = claim.aircraft
        claims[index].confirmedBy = nil
        for index in stops.indices {
            let isAbout = claim.stops.contains(stops[index].id)
            if !isAbout { stops[index].claims.removeAll { $0 == id } }
            if isAbout, !stops[index].claims.contains(id) { stops[index].claims.append(id) }
        }
        widen(narrowedBy: id)
        claimsByHand.insert(id)
    }

    /// Windows that rest on a claim are again as they were announced.
    mutating func widen(narrowedBy claim: Int) {
        for index in stops.indices where stops[index].narrowed?.claims.contains(claim) ?? false {
            stops[index].narrowed = nil
        }
    }

    /// Changes that have not been taken back.
    public var standing: [VisitChange] {
        var standing: [VisitChange] = []
        for change in changes {
            if case .takeBack = change.act { _ = standing.popLast() } else { standing.append(change) }
        }
        return standing
    }

    func index(ofStop id: Int) throws(VisitChangeError) -> Int {
        guard let index = stops.firstIndex(where: { $0.id == id }) else { throw .noSuchStop(id) }
        return index
    }

    func index(ofClaim id: Int) throws(VisitChangeError) -> Int {
        guard let index = claims.firstIndex(where: { $0.id == id }) else { throw .noSuchClaim(id) }
        return index
    }
}
