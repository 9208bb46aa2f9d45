import Aero
import Bundles
import Foundation
import Site
import Store
import Tracking
import Visits

/// Puts together the bundle of a visit: what its ranking rests on, the rows of those it names, and what lies behind them.
struct VisitBundleMaker {
    let kept: KeptVisit
    let copies: [ReportCopy]
    let desk: FlightOptions.Desk
    let inputs: VisitInputs
    /// Under which terms came what was heard of everybody.
    let evidence: ArchiveEvidence
    let head: BundleHead
    /// The visit as a file for others.
    let dossier: [UInt8]
    let identities: (any IdentityDesk)?
    /// The raw messages that are kept; `nil` where there are none, or they are of another world.
    let raw: RawShelf?
    /// Receivers whose owners agreed that their messages go along.
    let consents: Set<UInt32>
    let settings: ServeSettings

    private var isForStrangers: Bool { head.audience == .strangers }

    /// What goes into the bundle, and what stays out with its sum.
    func contents() async throws -> [BundleContent] {
        let (terms, credit) = Self.terms(of: evidence)
        // What is shown of who is who may be handed on (`ArchiveCandidates.inputs`); of such lists those bind most that share alike.
        let told = inputs.contents(
            terms: terms,
            identityTerms: desk.realm == .simulated ? .own : .openDatabase,
            credit: credit
        )
        guard let told else {
            throw Failure("no confirmed stop has an airport and a time: there is nothing to compare")
        }
        var contents = told
        for copy in copies { contents += try report(copy) }
        contents += try content("claims/visit.json", dossier, .claims, .claimed)
        contents += try content("settings.json", BundleSettings(settings).bytes, .settings, .chosen)
        contents += try await history()
        contents += try await days()
        contents += try await uptime()
        contents += try await facts()
        contents += try slices()
        return contents
    }

    private func content(
        _ path: String,
        _ bytes: [UInt8],
        _ kind: BundleItem.Kind,
        _ known: BundleItem.Known,
        _ licence: LicenceTag = .own,
        _ credit: String? = nil,
        redacted: BundleRedaction.Reason? = nil
    ) throws -> [BundleContent] {
        guard let path = BundlePath(path) else { throw Failure("\(path) is no name for an item") }
        return [
            BundleContent(
                path,
                bytes,
                kind: kind,
                known: known,
                licence: licence,
                credit: credit,
                redacted: redacted
            )
        ]
    }

    /// Reports whole are nobody else's to read: their sums stand in the dossier too.
    private func report(_ copy: ReportCopy) throws -> [BundleContent] {
        try content("reports/\(copy.report)", copy.bytes, .capture, .claimed, .noRedistribution, redacted: .private)
    }

    // MARK: What was heard

    /// The rows of those of whom something is said in so many words, whole but for who heard them.
    private func history() async throws -> [BundleContent] {
        var contents: [BundleContent] = []
        for address in inputs.toldAircraft() {
            guard let path = HistoryRows.path(of: address) else { continue }
            let (rows, evidence) = try await rows(of: ArchivedAircraft(address))
            let (licence, credit) = Self.terms(of: evidence)
            contents += try content(
                path.text,
                HistoryRows(aircraft: ArchivedAircraft(address), rows: rows).bytes,
                .history,
                .observed,
                licence,
                credit
            )
        }
        return contents
    }

    /// Of several licences the one that binds most: what came under one that forbids it is not handed on.
    private static func terms(of evidence: ArchiveEvidence) -> (LicenceTag, credit: String?) {
        let mix = evidence.licences.filter { $0 != .own }.sorted { $0.rawValue < $1.rawValue }
        let credit = evidence.origins.sorted().joined(separator: ", ")
        return (mix.first { !$0.isRedistributable } ?? mix.last ?? .own, credit.isEmpty ? nil : credit)
    }

    private func rows(of aircraft: ArchivedAircraft) async throws -> ([Observation], ArchiveEvidence) {
        var (rows, evidence): ([Observation], ArchiveEvidence) = ([], ArchiveEvidence())
        var start = inputs.watched.lowerBound
        let end = inputs.watched.upperBound.advanced(bySeconds: 1e-3)
        while start < end {
            let trace = try await desk.archive.trace(of: aircraft, during: start..<end, withoutPositions: false)
            // A piece begins with the moment at which the one before ended.
            let last = rows.last?.milliseconds ?? .min
            let seen = Set(rows.reversed().prefix { $0.milliseconds == last })
            rows += trace.observations.filter { $0.milliseconds > last || !seen.contains($0) }
            evidence.licences.formUnion(trace.evidence.licences)
            evidence.origins.formUnion(trace.evidence.origins)
            guard trace.evidence.isCut, let next = trace.observations.last?.time, next > start else { break }
            start = next
        }
        return (rows, evidence)
    }

    private var dayNumbers: ClosedRange<Int64> {
        func number(_ time: Timestamp) -> Int64 { Int64((time.seconds / 86_400).rounded(.down)) }
        return number(inputs.watched.lowerBound)...number(inputs.watched.upperBound)
    }

    /// The books of the days. They tell when each receiver was up: strangers get their sums.
    private func days() async throws -> [BundleContent] {
        var contents: [BundleContent] = []
        for number in dayNumbers {
            guard let manifest = try await desk.store.manifest(of: number) else { continue }
            contents += try content(
                "days/\(GregorianDate(dayNumber: number).text()).json",
                Array(manifest.document.utf8),
                .day,
                .observed,
                redacted: isForStrangers ? .reception : nil
            )
        }
        return contents
    }

    /// When the program was up, for everybody; when each receiver was, for the operator.
    private func uptime() async throws -> [BundleContent] {
        guard desk.realm == .real else { return [] }
        let watched = inputs.watched.lowerBound..<inputs.watched.upperBound
        let uptime = try await desk.store.uptime(during: watched)
        let receivers = uptime.receivers.sorted { $0.key < $1.key }.map { number, spans in
            CanonicalJSON.members(["receiver": CanonicalJSON(Int(number)), "up": Self.value(spans)])
        }
        return try content(
            "uptime/program.json",
            CanonicalJSON.object(["up": Self.value(uptime.process)]).bytes + [0x0A],
            .uptime,
            .observed
        )
            + content(
                "uptime/receivers.json",
                CanonicalJSON.array(receivers).bytes + [0x0A],
                .uptime,
                .observed,
                redacted: isForStrangers ? .reception : nil
            )
    }

    private static func value(_ spans: [Range<Timestamp>]) -> CanonicalJSON {
        .array(spans.map { .members(["from": CanonicalJSON($0.lowerBound), "to": CanonicalJSON($0.upperBound)]) })
    }

    // MARK: Who is who

    /// Facts about those of whom something is said, as they were known, by the licence of their source.
    private func facts() async throws -> [BundleContent] {
        guard let identities else { return [] }
        var lines: [LicenceTag: [UInt8]] = [:]
        for address in inputs.toldAircraft() {
            guard let held = try? await identities.identity(of: address, known: head.asOf) else { continue }
            for fact in held.record.facts {
                FactLine(fact, of: address, held.sources[fact.source]).write(to: &lines[fact.licence, default: []])
            }
        }
        return try lines.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { licence, bytes in
            try content("identity/facts-\(licence.rawValue.lowercased()).jsonl", bytes, .identity, .claimed, licence)
        }
    }

    // MARK: Raw messages

    /// Slices of the time watched, whoever heard them; those of receivers whose owners did not agree stay as sums.
    private func slices() throws -> [BundleContent] {
        guard let raw else { return [] }
        let watched = inputs.watched.lowerBound..<inputs.watched.upperBound
        return try raw.entries(during: watched).filter { $0.condition == .whole }.flatMap { entry in
            let slice = entry.slice
            let isAgreed = consents.contains(slice.receiver)
            // Strangers are not even told how many receivers there are, and when.
            guard isAgreed || !isForStrangers else { return [BundleContent]() }
            let isNamed = isAgreed ? try raw.namesReceivers(slice) : false
            return try content(
                "raw/" + RawShelf.name(of: slice),
                raw.bytes(of: slice),
                .raw,
                .observed,
                redacted: isAgreed && !isNamed ? nil : .consent
            )
        }
    }
}
