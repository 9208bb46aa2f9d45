import Aero
import Flights
import Tracking

/// Documents about flights, for the routes and for who asks an archive without a server.
struct FlightAnswer {
    let reader: FlightReader

    /// `/api/v1/aircraft/{hex}/flights`.
    func flights(
        of aircraft: ArchivedAircraft,
        during range: Range<Timestamp>,
        _ language: NameLanguage
    ) async throws(APIError) -> [UInt8] {
        var basis = AnswerBasis(realm: reader.history.realm)
        let account = try await reader.account(of: aircraft, during: range, &basis)
        let document = FlightsDocument(
            account: account,
            verdicts: try await reader.verdicts(account),
            standing: !reader.tellsReception ? .withheld : reader.hearing == nil ? .none : .learned,
            first: try await first(aircraft),
            basis: basis,
            book: reader.book
        )
        return document.json(NamedAirports(reader.gazetteer, language))
    }

    /// `/api/v1/airports/{code}/movements`.
    func movements(
        at airport: Airport,
        during range: Range<Timestamp>,
        _ language: NameLanguage
    ) async throws(APIError) -> [UInt8] {
        var basis = AnswerBasis(realm: reader.history.realm)
        let found = try await AirportReader(reader: reader, airport: airport).movements(during: range, &basis)
        let document = MovementsDocument(
            airport: airport,
            found: found,
            asked: range,
            basis: basis,
            book: reader.book,
            language: language
        )
        return document.json(NamedAirports(reader.gazetteer, language))
    }

    /// When it was first heard here, beside how complete the archive is.
    private func first(_ aircraft: ArchivedAircraft) async throws(APIError) -> FirstHeard {
        // Of what strangers are shown it would take reading through everybody of every day.
        guard reader.history.givesEverything else { return FirstHeard() }
        let archive = reader.history.archive
        let span = try await reader.history.ask { () async throws(ArchiveError) in try await archive.span(of: aircraft)
        }
        guard let span else { return FirstHeard() }
        let all = Timestamp(nanoseconds: 0)..<reader.latest(after: span)
        let days = try await reader.history.ask { () async throws(ArchiveError) in try await archive.days(in: all) }
        return FirstHeard(heard: span.lowerBound, days)
    }
}
