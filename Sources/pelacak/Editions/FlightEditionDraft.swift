import Aero
import Bundles
import Flights
import Site
import Store
import Tracking
import Visits

/// What an edition of a flight or of a silence would say now.
struct FlightEditionDraft {
    let subject: EditionSubject
    let title: DossierText
    let sections: [EditionSection]
    let places: [EditionPlace]
    let tracks: [[Position]]
    let credits: [String]
    let world: BundleHead.World
    /// Of the bundle it rests on.
    let bundle: ContentSum?

    /// As the archive tells it now.
    init(_ chosen: ChosenFlight, _ from: ToldArchive) async throws(ArchiveError) {
        let told = try await from.answers.account(of: chosen.aircraft, during: chosen.span)
        try await self.init(chosen, told, told.account.evidence, unjudged: from.unjudged, nil, from)
    }

    /// As a bundle tells it.
    init(_ told: EditionBundle.ToldFlight, _ bundle: ContentSum, _ from: ToldArchive) async throws(ArchiveError) {
        let flight = (account: told.account, verdicts: told.verdicts)
        try await self.init(told.chosen, flight, told.evidence, unjudged: told.unjudged, bundle, from)
    }

    private init(
        _ chosen: ChosenFlight,
        _ told: (account: FlightAccount, verdicts: [Timestamp: GapVerdict]),
        _ read: ArchiveEvidence,
        unjudged: SilenceText.Unjudged?,
        _ bundle: ContentSum?,
        _ from: ToldArchive
    ) async throws(ArchiveError) {
        let (kind, aircraft) = (chosen.kind, chosen.aircraft)
        subject = EditionSubject(kind, chosen.id)
        self.bundle = bundle
        // Of a silence is drawn from where it went into it to where it came out.
        let around = kind == .gap ? Self.secondsAroundSilence : 0
        let trace = try await WholeTrace(
            of: aircraft,
            during: chosen.span.lowerBound.advanced(
                bySeconds: -around
            )..<chosen.span.upperBound.advanced(bySeconds: around),
            in: from.archive
        )
        let first = try await FirstHeard(of: aircraft, in: from.archive, now: from.now)
        let text = { (language: NameLanguage) in
            FlightLogText(
                told,
                first: first,
                book: from.book,
                gazetteer: from.gazetteer,
                language: language,
                unjudged: unjudged
            )
        }
        var sentences = FlightSentences(english: text(.english), indonesian: text(.indonesian), chosen)
        // Both were read over the same time: what is damaged in it is counted once.
        let damaged = Set(trace.evidence.damagedChunks).union(read.damagedChunks)
        sections = sentences.sections(incomplete: read.incompleteDays, damaged: damaged.count)
        let address = aircraft.address
        let names = [from.book.registration(of: address), from.book.typeDesignator(of: address)].compactMap(\.self)
        title = FlightEditionWords.title(
            kind,
            of: ([address.hex] + names).joined(separator: " "),
            SpanText.text(chosen.span.lowerBound, chosen.span.upperBound)
        )
        tracks = Self.tracks(trace.rows)
        let fields = told.account.legs.flatMap { [$0.takeoff.fields.first, $0.landing?.fields.first] }
            .compactMap { $0?.field }
        var seen: Set<String> = []
        places = fields.filter { seen.insert($0).inserted }.compactMap { code in
            from.gazetteer.airport(code: code).map { EditionPlace(code, $0.position) }
        }
        var evidence = read
        evidence.licences.formUnion(trace.evidence.licences)
        evidence.origins.formUnion(trace.evidence.origins)
        credits = EditionDraft.heard(evidence) + (places.isEmpty ? [] : EditionDraft.places)
        world = BundleHead.World(from.realm)
    }

    /// Silence that a line is not drawn through. ms.
    private static let gap: Int64 = 120_000
    private static let secondsAroundSilence = 1_800.0
    /// Places of a drawing.
    private static let mostPlaces = 2_000

    /// Where it was heard, a line for each unbroken piece, thinned evenly.
    private static func tracks(_ rows: [Observation]) -> [[Position]] {
        let usable = rows.filter { $0.position != nil && !$0.flags.contains(.doubtful) }
        let stride = max(1, usable.count / mostPlaces)
        var tracks: [[Position]] = []
        var last: Int64?
        var count = 0
        for row in usable {
            guard let position = row.position else { continue }
            if let last, row.milliseconds - last <= gap {
                // Each piece keeps its first place; of the others every so many.
                count += 1
                if count % stride == 0 { tracks[tracks.count - 1].append(position) }
            } else {
                tracks.append([position])
                count = 0
            }
            last = row.milliseconds
        }
        return Array(tracks.prefix(mostPlaces))
    }

    /// What differs from what was published.
    func changes(since earlier: Edition) -> [EditionChange] {
        EditionChange.between(earlier, sections, sources: [], title: title)
    }

    /// The edition under a number.
    ///
    /// - Parameters:
    ///   - note: what is corrected, for readers.
    ///   - outline: below its map.
    func edition(
        number: Int,
        after earlier: Edition?,
        note: DossierText?,
        on outline: EditionOutline?
    ) throws(Failure) -> Edition {
        do throws(EditionError) {
            return try Edition(
                number: number,
                subject: subject,
                title: title,
                published: Timestamp(seconds: TimeText.now.seconds.rounded(.down)),
                world: world,
                sections: sections,
                sources: [],
                credits: credits + EditionDraft.credits(outline),
                places: places,
                tracks: tracks,
                outline: outline,
                bundle: bundle,
                earlier: earlier.map { Edition.Earlier($0, note: note, changes: changes(since: $0)) }
            )
        } catch { throw Failure("the flight makes no edition: \(error)") }
    }
}
