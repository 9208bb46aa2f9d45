public import Aero
public import Flights
public import Tracking

/// Flights of an archive for who asks it without a server: told, and byte for byte as the interface gives them.
///
/// What is kept from whom is kept by the archive that is handed in.
public struct FlightAnswers: Sendable {
    private let reader: FlightReader

    /// - Parameters:
    ///   - coverage: what was learned of who hears what; `nil` where nothing was.
    ///   - tellsReception: whether who heard what may be told, and with it what silences mean.
    ///   - remembers: whether silences are told after what was said of them before, which is the operator's to read.
    ///   - now: the latest moment that can be known about.
    public init(
        _ archive: any TrackArchive,
        realm: ArchiveRealm,
        gazetteer: Gazetteer,
        desk: (any FlightDesk)? = nil,
        book: any AddressBook,
        coverage: LearnedCoverage? = nil,
        tellsReception: Bool = true,
        remembers: Bool = false,
        now: Timestamp
    ) {
        reader = FlightReader(
            history: HistoryReader(archive: archive, realm: realm, givesEverything: true),
            gazetteer: gazetteer,
            desk: desk,
            book: book,
            tellsReception: tellsReception,
            hearing: coverage,
            now: now,
            remembers: remembers
        )
    }

    init(_ reader: FlightReader) { self.reader = reader }

    /// Answers from what was heard before a moment, as if it were now: whoever asks an archive again that holds the same, is told the same.
    public func asOf(_ moment: Timestamp) -> FlightAnswers { FlightAnswers(reader.asOf(moment)) }

    /// The flights of one aircraft, with what each of its silences means, by when it began.
    public func account(
        of aircraft: ArchivedAircraft,
        during range: Range<Timestamp>
    ) async throws(ArchiveError) -> (account: FlightAccount, verdicts: [Timestamp: GapVerdict]) {
        var basis = AnswerBasis(realm: reader.history.realm)
        return try await asked { () async throws(APIError) in
            let account = try await reader.account(of: aircraft, during: range, &basis)
            return (account, try await reader.verdicts(account))
        }
    }

    /// What says what the silences of an account mean; `nil` where there are none that can be judged, nothing was learned, or it is not told.
    ///
    /// - Parameter moment: when they are judged.
    public func basis(
        of account: FlightAccount,
        at moment: Timestamp
    ) async throws(ArchiveError) -> SilenceBasis? {
        guard let hearing = reader.hearing else { return nil }
        return try await asked { () async throws(APIError) in
            try await reader.basis(account, hearing, at: moment)
        }
    }

    /// `/api/v1/aircraft/{hex}/flights`.
    public func flights(
        of aircraft: ArchivedAircraft,
        during range: Range<Timestamp>,
        language: NameLanguage = .english
    ) async throws(ArchiveError) -> [UInt8] {
        try await asked { () async throws(APIError) in
            try await FlightAnswer(reader: reader).flights(of: aircraft, during: range, language)
        }
    }

    /// `/api/v1/airports/{code}/movements`.
    public func movements(
        at airport: Airport,
        during range: Range<Timestamp>,
        language: NameLanguage = .english
    ) async throws(ArchiveError) -> [UInt8] {
        try await asked { () async throws(APIError) in
            try await FlightAnswer(reader: reader).movements(at: airport, during: range, language)
        }
    }

    private func asked<Value>(_ question: () async throws(APIError) -> Value) async throws(ArchiveError) -> Value {
        do throws(APIError) { return try await question() } catch { throw .failed(error.message) }
    }
}
