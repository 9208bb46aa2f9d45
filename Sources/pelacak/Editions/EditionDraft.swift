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
    private let maker: EditionMaker
    private let title: DossierText

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
                    checkedVisits: checked
                )
            }
        )
        title = DossierText(english: english.title(of: kept.visit), indonesian: indonesian.title(of: kept.visit))
        self.maker = maker
        self.kept = kept
        self.ranked = ranked
    }

    /// The ranking of a visit as strangers may be told.
    static func ranked(
        _ kept: KeptVisit,
        _ desk: FlightOptions.Desk,
        later: Bool,
        dataFolder: String
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
            identities: try StoredIdentities(folder: dataFolder),
            tellsReception: desk.learned != nil,
            now: desk.now
        )
        do throws(VisitCandidatesError) { return try await candidates.ranking(for: question) } catch {
            throw VisitCandidatesCommand.failure(error)
        }
    }

    /// The edition under a number.
    ///
    /// - Parameter note: what is corrected, for readers.
    func edition(
        number: Int,
        world: BundleHead.World,
        bundle: ContentSum?,
        after earlier: Edition?,
        note: String
    ) throws(Failure) -> Edition {
        do throws(EditionError) {
            return try Edition(
                number: number,
                visit: kept.id,
                title: title,
                published: Timestamp(seconds: TimeText.now.seconds.rounded(.down)),
                world: world,
                sections: sections,
                sources: maker.sources(),
                credits: credits,
                places: maker.places(),
                bundle: bundle,
                earlier: earlier.map { earlier in
                    Edition.Earlier(
                        number: earlier.number,
                        digest: earlier.digest,
                        note: note,
                        changes: EditionChange.between(earlier, sections)
                    )
                }
            )
        } catch { throw Failure("the dossier makes no edition: \(error)") }
    }

    /// Names and places of airports and towns, as the about page has them.
    private static let places = [
        "OurAirports (public domain)", "airportsdata (MIT)", "GeoNames, geonames.org (CC BY 4.0)",
        "Unicode CLDR, cldr.unicode.org (Unicode License v3)",
    ]

    private var credits: [String] {
        let places = kept.visit.stops.isEmpty ? [] : Self.places
        guard let ranked, !ranked.evidence.origins.isEmpty else { return places }
        let licences = ranked.evidence.licences.map(\.rawValue).sorted().joined(separator: ", ")
        let origins = ranked.evidence.origins.sorted().joined(separator: ", ")
        return [origins + (licences.isEmpty ? "" : " (\(licences))")] + places
    }
}
