public import Aero
public import Visits

/// Visits for who asks without a server: byte for byte as the interface gives them, and reports taken in as it takes them.
public struct VisitAnswers: Sendable {
    /// Why a report is not taken in, in one line.
    public struct Refusal: Error, Hashable, Sendable {
        public let reason: String
    }

    private let reader: VisitReader

    public init(gazetteer: Gazetteer, language: NameLanguage = .english) {
        reader = VisitReader(gazetteer: gazetteer, language: language, knowsPrivate: true)
    }

    /// `/api/v1/visits`, as whoever sits at the machine gets it.
    public func list(_ visits: [KeptVisit]) -> [UInt8] { VisitListDocument.json(visits, reader) }

    /// `/api/v1/visits/{id}`.
    public func document(_ kept: KeptVisit) -> [UInt8] { VisitDocument.json(kept, reader, nil) }

    /// What a visit is called.
    public func title(of visit: Visit) -> String { reader.title(of: visit) }

    /// The sentences of a visit.
    public func words(of visit: Visit) -> DossierWords {
        DossierWords(visit: visit, airports: reader.airportNames(of: visit))
    }

    /// `/api/v1/visits/{id}/export`.
    ///
    /// - Parameter format: `json`, `geojson` or `csv`.
    /// - Returns: `nil` for another one.
    public func export(_ kept: KeptVisit, as format: String, at time: Timestamp) -> [UInt8]? {
        VisitExport.Format(rawValue: format).map { VisitExport(kept: kept, reader: reader, exported: time).bytes($0) }
    }

    /// `/api/v1/visits/{id}/candidates`.
    ///
    /// - Parameter checkedVisits: real visits that were compared again with what became known of them.
    public func candidates(_ ranked: RankedVisit, of kept: KeptVisit, checkedVisits: Int? = nil) -> [UInt8] {
        CandidatesDocument(
            id: kept.id,
            visit: kept.visit,
            ranked: ranked,
            airports: reader.airportNames(of: kept.visit),
            language: reader.sentenceLanguage,
            checkedVisits: checkedVisits
        ).json()
    }

    /// The sentences of a ranking.
    public func words(of ranked: RankedVisit, _ kept: KeptVisit) -> RankingWords { ranked.words(words(of: kept.visit)) }

    /// A text or file as a report of a visit, and what is read out of it.
    ///
    /// - Parameters:
    ///   - kind: as `kind` of the interface; `text` is drafted.
    ///   - sha256: of bytes, small hexadecimal letters.
    public func acts(
        adding bytes: [UInt8],
        kind: Report.Kind,
        fields: ReportFields,
        to visit: Visit,
        by person: String,
        at time: Timestamp,
        sha256: @escaping @Sendable ([UInt8]) -> String
    ) throws(Refusal) -> (acts: [VisitChange.Act], copies: [ReportCopy]) {
        let intake = VisitIntake(gazetteer: reader.gazetteer, person: person, time: time, sha256: sha256)
        do throws(APIError) { return try intake.acts(try fields.request(bytes, kind), to: visit) } catch {
            throw Refusal(reason: error.message)
        }
    }
}
