import Aero
import Bundles
import Site
import Store
import Tracking
import Visits

/// What an edition of a visit would say now.
struct EditionDraft {
    let kept: KeptVisit
    /// What was heard; `nil` where no aircraft are told.
    let ranked: RankedVisit?
    let sections: [EditionSection]
    var places: [EditionPlace] { maker.places() }
    private let maker: EditionMaker
    private let title: DossierText
    private let terms: IdentityTerms

    /// - Parameter dataFolder: where it is written how many real visits were scored.
    init(_ kept: KeptVisit, _ ranked: RankedVisit?, _ gazetteer: Gazetteer, dataFolder: String) throws(Failure) {
        let english = VisitAnswers(gazetteer: gazetteer, language: .english)
        let indonesian = VisitAnswers(gazetteer: gazetteer, language: .indonesian)
        var maker = EditionMaker(kept, words: english.words(of: kept.visit))
        let checked = try ScoreBook(dataFolder: dataFolder).realVisits()
        sections = maker.sections(
            ranked.map {
                EditionRanking(
                    $0.ranking,
                    words: english.words(of: $0, kept),
                    verdicts: $0.heard(besideClaimsOf: kept.visit),
                    stops: $0.stops,
                    claims: $0.claims,
                    checkedVisits: checked
                )
            }
        )
        title = DossierText(english: english.title(of: kept.visit), indonesian: indonesian.title(of: kept.visit))
        terms = try StoredIdentities(folder: dataFolder)?.terms() ?? IdentityTerms([:])
        self.maker = maker
        self.kept = kept
        self.ranked = ranked
    }

    /// The ranking of a visit as strangers may be told.
    ///
    /// - Parameter now: up to when was heard what is compared; without, the latest moment.
    static func ranked(
        _ kept: KeptVisit,
        _ desk: FlightOptions.Desk,
        later: Bool,
        dataFolder: String,
        now: Timestamp? = nil
    ) async throws -> RankedVisit {
        let fleet = StateFleet(folder: dataFolder)
        let candidates = ArchiveCandidates(flights: desk.files) { fleet.addresses() }
        let question = CandidatesQuestion(
            visit: kept.visit,
            id: kept.id,
            realm: desk.realm,
            withLaterClaims: later,
            audience: .strangers,
            archive: desk.archive,
            book: desk.book,
            identities: try desk.identities(dataFolder),
            isHandedOn: true,
            tellsReception: desk.tellsReception,
            now: now ?? desk.now
        )
        do throws(VisitCandidatesError) { return try await candidates.ranking(for: question) } catch {
            throw VisitCandidatesCommand.failure(error)
        }
    }

    /// What differs from what was published.
    func changes(since earlier: Edition) -> [EditionChange] {
        EditionChange.between(earlier, sections, sources: maker.sources(), title: title)
    }

    /// The edition under a number.
    ///
    /// - Parameters:
    ///   - note: what is corrected, for readers.
    ///   - outline: below its map.
    func edition(
        number: Int,
        world: BundleHead.World,
        bundle: ContentSum?,
        after earlier: Edition?,
        note: DossierText?,
        on outline: EditionOutline?
    ) throws(Failure) -> Edition {
        do throws(EditionError) {
            return try Edition(
                number: number,
                subject: .visit(kept.id),
                title: title,
                published: Timestamp(seconds: TimeText.now.seconds.rounded(.down)),
                world: world,
                sections: sections,
                sources: maker.sources(),
                credits: credits + Self.credits(outline),
                places: places,
                outline: outline,
                bundle: bundle,
                earlier: earlier.map { Edition.Earlier($0, note: note, changes: changes(since: $0)) }
            )
        } catch { throw Failure("the dossier makes no edition: \(error)") }
    }

    /// Names and places of airports and towns, as the about page has them.
    static let places = [
        "OurAirports (public domain)", "airportsdata (MIT)", "GeoNames, geonames.org (CC BY 4.0)",
        "Unicode CLDR, cldr.unicode.org (Unicode License v3)",
    ]

    /// Of what lies below the map.
    static func credits(_ outline: EditionOutline?) -> [String] { outline == nil ? [] : [EditionOutline.credit] }

    private var credits: [String] {
        let places = kept.visit.stops.isEmpty ? [] : Self.places
        guard let ranked else { return places }
        return Self.heard(ranked.evidence) + whoIsWho(ranked) + places
    }

    static func heard(_ evidence: ArchiveEvidence) -> [String] {
        guard !evidence.origins.isEmpty else { return [] }
        let licences = evidence.licences.map(\.rawValue).sorted().joined(separator: ", ")
        let origins = evidence.origins.sorted().joined(separator: ", ")
        return [origins + (licences.isEmpty ? "" : " (\(licences))")]
    }

    /// Lists that say what the aircraft told of are, each with its terms.
    private func whoIsWho(_ ranked: RankedVisit) -> [String] {
        let told = ranked.ranking.candidates.map(\.address) + ranked.ranking.excluded.map(\.address)
        let claimants = IdentityTerms.sources(of: told.compactMap { ranked.aircraft[$0] })
        let lists = told.flatMap { ranked.listings[$0] ?? [] }.map(\.source)
        return Set(claimants + lists).sorted().map { name in
            let licence = terms.licence(of: name)
            return licence == .unknown ? name : "\(name) (\(licence.rawValue))"
        }
    }
}
