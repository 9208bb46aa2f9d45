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
    /// As its readers may be told.
    let identities: (any IdentityDesk)?
    /// Under which terms came what lists say of who is who.
    let sources: IdentityTerms
    /// The raw messages that are kept; `nil` where there are none, or they are of another world.
    let raw: RawShelf?
    /// Receivers whose owners agreed that their messages go along.
    let consents: Set<UInt32>
    let settings: ServeSettings

    private var isForStrangers: Bool { head.audience == .strangers }

    /// Writes what goes into the bundle, one item after the other, and the sums of what stays out.
    func write(into draft: BundleDraft) async throws {
        let (terms, credit) = Self.terms(of: evidence)
        // What is shown of who is who may be handed on (`ArchiveCandidates.inputs`), under the terms of those who say it.
        let told = inputs.contents(
            terms: terms,
            identityTerms: desk.realm == .simulated ? .own : sources.licence(of: inputs.aircraft.map(\.identity)),
            credit: credit
        )
        guard let told else {
            throw Failure("no confirmed stop has an airport and a time: there is nothing to compare")
        }
        for content in told { try draft.add(content) }
        for copy in copies { try draft.add(report(copy)) }
        try draft.add(content("claims/visit.json", dossier, .claims, .claimed))
        try draft.add(content("settings.json", BundleSettings(settings).bytes, .settings, .chosen))
        try await addHistory(to: draft)
        try await addDays(to: draft)
        try await addUptime(to: draft)
        try await addFacts(to: draft)
        try addSlices(to: draft)
    }

    private func content(
        _ path: String,
        _ bytes: [UInt8],
        _ kind: BundleItem.Kind,
        _ known: BundleItem.Known,
        _ licence: LicenceTag = .own,
        _ credit: String? = nil,
        redacted: BundleRedaction.Reason? = nil
    ) throws(Failure) -> BundleContent {
        guard let path = BundlePath(path) else { throw Failure("\(path) is no name for an item") }
        return BundleContent(
            path,
            bytes,
            kind: kind,
            known: known,
            licence: licence,
            credit: credit,
            redacted: redacted
        )
    }

    /// Reports whole are nobody else's to read: their sums stand in the dossier too.
    private func report(_ copy: ReportCopy) throws(Failure) -> BundleContent {
        try content("reports/\(copy.report)", copy.bytes, .capture, .claimed, .noRedistribution, redacted: .private)
    }

    // MARK: What was heard

    /// The rows of those of whom something is said in so many words, whole but for who heard them.
    private func addHistory(to draft: BundleDraft) async throws {
        for address in inputs.toldAircraft() {
            guard let path = HistoryRows.path(of: address) else { continue }
            let end = inputs.watched.upperBound.advanced(bySeconds: 1e-3)
            let trace = try await WholeTrace(
                of: ArchivedAircraft(address),
                during: inputs.watched.lowerBound..<end,
                in: desk.archive
            )
            let (licence, credit) = Self.terms(of: trace.evidence)
            try draft.add(
                content(
                    path.text,
                    HistoryRows(aircraft: trace.aircraft, rows: trace.rows).bytes,
                    .history,
                    .observed,
                    licence,
                    credit
                )
            )
        }
    }

    /// Of several licences the one that binds most: what came under one that forbids it is not handed on.
    private static func terms(of evidence: ArchiveEvidence) -> (LicenceTag, credit: String?) {
        let credit = evidence.origins.sorted().joined(separator: ", ")
        return (LicenceTag.mostBinding(of: evidence.licences), credit.isEmpty ? nil : credit)
    }

    private var dayNumbers: ClosedRange<Int64> {
        func number(_ time: Timestamp) -> Int64 { Int64((time.seconds / 86_400).rounded(.down)) }
        return number(inputs.watched.lowerBound)...number(inputs.watched.upperBound)
    }

    /// The books of the days. They count everything, and tell when each receiver was up: strangers are not even told that there are any.
    private func addDays(to draft: BundleDraft) async throws {
        guard !isForStrangers else { return }
        for number in dayNumbers {
            guard let manifest = try await desk.store.manifest(of: number) else { continue }
            let name = "days/\(GregorianDate(dayNumber: number).text()).json"
            try draft.add(content(name, Array(manifest.document.utf8), .day, .observed))
        }
    }

    /// When the program was up, for everybody; when each receiver was, for the operator. A sum of that would tell strangers how many there
    /// are: it is guessed in no time.
    private func addUptime(to draft: BundleDraft) async throws {
        guard desk.realm == .real else { return }
        let watched = inputs.watched.lowerBound..<inputs.watched.upperBound
        let uptime = try await desk.store.uptime(during: watched)
        let program = CanonicalJSON.object(["up": Self.value(uptime.process)]).bytes + [0x0A]
        try draft.add(content("uptime/program.json", program, .uptime, .observed))
        guard !isForStrangers else { return }
        let receivers = uptime.receivers.sorted { $0.key < $1.key }.map { number, spans in
            CanonicalJSON.members(["receiver": CanonicalJSON(Int(number)), "up": Self.value(spans)])
        }
        try draft.add(
            content("uptime/receivers.json", CanonicalJSON.array(receivers).bytes + [0x0A], .uptime, .observed)
        )
    }

    private static func value(_ spans: [Range<Timestamp>]) -> CanonicalJSON {
        .array(spans.map { .members(["from": CanonicalJSON($0.lowerBound), "to": CanonicalJSON($0.upperBound)]) })
    }

    // MARK: Who is who

    /// Facts about those of whom something is said, as they were known, by the licence of their source.
    private func addFacts(to draft: BundleDraft) async throws {
        guard let identities, desk.realm != .simulated else { return }
        var held: [(AircraftAddress, HeldIdentity)] = []
        for address in inputs.toldAircraft() {
            guard let identity = try? await identities.identity(of: address, known: head.asOf) else {
                throw Failure("the lists of who is who cannot be read: a bundle without them would be a part")
            }
            held.append((address, identity))
        }
        for (licence, bytes) in FactLine.pages(of: held) {
            let name = "identity/facts-\(licence.rawValue.lowercased()).jsonl"
            try draft.add(content(name, bytes, .identity, .claimed, licence))
        }
    }

    // MARK: Raw messages

    /// Slices of the time watched, whoever heard them; those of receivers whose owners did not agree stay as sums.
    ///
    /// A slice is whole: it holds who is hidden, what is below the floor, beyond the range and within the delay, and where one antenna hears
    /// anybody it stands. So strangers get slices only where nothing of that is kept from them, and are not even told of them else: how
    /// many there are, of how many bytes, would tell when each receiver was up and how much it heard.
    private func addSlices(to draft: BundleDraft) throws {
        guard let raw, !isForStrangers || desk.tellsReception else { return }
        let watched = inputs.watched.lowerBound..<inputs.watched.upperBound
        for entry in raw.entries(during: watched) where entry.condition == .whole {
            let slice = entry.slice
            let isAgreed = consents.contains(slice.receiver)
            // Nor are they told of receivers whose owners did not agree.
            guard isAgreed || !isForStrangers, let path = BundlePath("raw/" + RawShelf.name(of: slice)) else {
                continue
            }
            let isNamed = isAgreed ? try raw.namesReceivers(slice) : false
            // What a feed said was not heard here, and nobody wrote down under which terms it came.
            let (known, licence): (BundleItem.Known, LicenceTag) =
                slice.kind == .claims ? (.claimed, .unknown) : (.observed, .own)
            let forbidden: BundleRedaction.Reason? = licence.isRedistributable ? nil : .licence
            try draft.add(
                path,
                raw.pieces(of: slice),
                redacted: isAgreed && !isNamed ? forbidden : .consent,
                item: { BundleItem(path, bytes: $0, sum: $1, kind: .raw, known: known, licence: licence) }
            )
        }
    }
}
