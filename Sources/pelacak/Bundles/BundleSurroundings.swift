import Aero
import Bundles
import Foundation
import Site
import Store
import Tracking

/// What goes into every bundle beside what it is of: settings, the books of its days, uptime, who is who, and raw messages.
struct BundleSurroundings {
    let desk: FlightOptions.Desk
    let head: BundleHead
    /// The time that it is about.
    let watched: Range<Timestamp>
    /// Those of whom something is said in so many words.
    let aircraft: [AircraftAddress]
    /// As its readers may be told.
    let identities: (any IdentityDesk)?
    /// The raw messages that are kept; `nil` where there are none, or they are of another world.
    let raw: RawShelf?
    /// Receivers whose owners agreed that their messages go along.
    let consents: Set<UInt32>
    let settings: ServeSettings

    private var isForStrangers: Bool { head.audience == .strangers }

    /// Writes them, one item after the other, and the sums of what stays out.
    func write(into draft: BundleDraft) async throws {
        try draft.add(.item("settings.json", BundleSettings(settings).bytes, .settings, .chosen))
        try await addDays(to: draft)
        try await addUptime(to: draft)
        try await addFacts(to: draft)
        try addSlices(to: draft)
    }

    /// Of several licences the one that binds most: what came under one that forbids it is not handed on.
    static func terms(of evidence: ArchiveEvidence) -> (LicenceTag, credit: String?) {
        let credit = evidence.origins.sorted().joined(separator: ", ")
        return (LicenceTag.mostBinding(of: evidence.licences), credit.isEmpty ? nil : credit)
    }

    private var dayNumbers: ClosedRange<Int64> {
        func number(_ time: Timestamp) -> Int64 { Int64((time.seconds / 86_400).rounded(.down)) }
        return number(watched.lowerBound)...number(watched.upperBound)
    }

    /// The books of the days. They count everything, and tell when each receiver was up: strangers are not even told that there are any.
    private func addDays(to draft: BundleDraft) async throws {
        guard !isForStrangers else { return }
        for number in dayNumbers {
            guard let manifest = try await desk.store.manifest(of: number) else { continue }
            let name = "days/\(GregorianDate(dayNumber: number).text()).json"
            try draft.add(.item(name, Array(manifest.document.utf8), .day, .observed))
        }
    }

    /// When the program was up, for everybody; when each receiver was, for the operator. A sum of that would tell strangers how many there
    /// are: it is guessed in no time.
    private func addUptime(to draft: BundleDraft) async throws {
        guard desk.realm == .real else { return }
        let uptime = try await desk.store.uptime(during: watched)
        let program = CanonicalJSON.object(["up": Self.value(uptime.process)]).bytes + [0x0A]
        try draft.add(.item("uptime/program.json", program, .uptime, .observed))
        guard !isForStrangers else { return }
        let receivers = uptime.receivers.sorted { $0.key < $1.key }.map { number, spans in
            CanonicalJSON.members(["receiver": CanonicalJSON(Int(number)), "up": Self.value(spans)])
        }
        try draft.add(
            .item("uptime/receivers.json", CanonicalJSON.array(receivers).bytes + [0x0A], .uptime, .observed)
        )
    }

    private static func value(_ spans: [Range<Timestamp>]) -> CanonicalJSON {
        .array(spans.map { .members(["from": CanonicalJSON($0.lowerBound), "to": CanonicalJSON($0.upperBound)]) })
    }

    // MARK: Who is who

    /// Facts about those of whom something is said, as they were known, by the licence of their source.
    private func addFacts(to draft: BundleDraft) async throws {
        guard let identities, desk.realm != .simulated else { return }
        guard let held = try? await identities.identities(of: aircraft, known: head.asOf) else {
            throw Failure(BundleWords.noLists)
        }
        for (licence, bytes) in FactLine.pages(of: held) {
            let name = "identity/facts-\(licence.rawValue.lowercased()).jsonl"
            try draft.add(.item(name, bytes, .identity, .claimed, licence))
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
