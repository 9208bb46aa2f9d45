import Aero
import Bundles
import Flights
import Foundation
import Site
import Store
import Tracking

/// Puts together the bundle of a flight or of a silence: the rows it is told from, the airports, what follows, and what lies behind them.
struct FlightBundleMaker {
    let inputs: FlightInputs
    /// Under which terms the rows came.
    let evidence: ArchiveEvidence
    /// The interface's answer, with what each silence means and what that rests on.
    let answer: [UInt8]
    let places: (bytes: [UInt8], file: PlacesFile)
    let surroundings: BundleSurroundings

    /// - Parameters:
    ///   - asked: the flight, or the silence.
    ///   - asOf: up to when what was heard counts.
    init(
        of aircraft: ArchivedAircraft,
        asked: Range<Timestamp>,
        asOf: Timestamp,
        _ desk: FlightOptions.Desk,
        _ surroundings: BundleSurroundings
    ) async throws {
        let reading = FlightAccount.reading(asked)
        let end = max(asked.lowerBound, min(reading.upperBound, asOf))
        let trace = try await WholeTrace(
            of: aircraft,
            during: reading.lowerBound..<max(end, reading.lowerBound.advanced(bySeconds: 1)),
            withoutPositions: true,
            in: desk.archive
        )
        let type = desk.book.typeDesignator(of: aircraft.address)
        inputs = FlightInputs(
            aircraft,
            asked: asked,
            toldUntil: end,
            limits: desk.files.limits(ofType: type),
            rows: trace.rows,
            callsigns: trace.names.filter { $0.field == .callsign }
        )
        evidence = trace.evidence
        answer = try await desk.answers.flights(of: aircraft, during: asked)
        guard let path = Assets.locate(environment: ProcessInfo.processInfo.environment).places,
            let bytes = FileManager.default.contents(atPath: path)
        else { throw Failure("there is no list of airports: run make run once, it makes it") }
        do throws(PlacesError) {
            places = ([UInt8](bytes), try PlacesFile(packed: [UInt8](bytes), path: path))
        } catch { throw Failure("\(error)") }
        self.surroundings = surroundings
    }

    /// What the bundle of a flight or silence is of, and what writes it.
    static func prepared(
        _ chosen: ChosenFlight,
        _ desk: FlightOptions.Desk,
        _ target: BundleTarget
    ) async throws -> (BundleHead, (BundleDraft) async throws -> Void) {
        let asOf = try target.moment(desk)
        let head = target.head(chosen.kind, chosen.id, asOf, desk)
        let surroundings = try target.surroundings(desk, head, chosen.span, [chosen.aircraft.address])
        let maker = try await FlightBundleMaker(
            of: chosen.aircraft,
            asked: chosen.span,
            asOf: asOf,
            desk,
            surroundings
        )
        return (head, { try await maker.write(into: $0) })
    }

    /// Writes what goes into the bundle, one item after the other, and the sums of what stays out.
    func write(into draft: BundleDraft) async throws {
        let (terms, credit) = BundleSurroundings.terms(of: evidence)
        let credits = places.file.origins.map { "\($0.what) (\($0.licence))" }.joined(separator: "; ")
        let told = inputs.contents(
            terms: terms,
            credit: credit,
            places: (places.bytes, places.file.gazetteer, .attribution, credits)
        )
        guard let told else { throw Failure("\(inputs.aircraft.address.hex) is no name for an item") }
        for content in told { try draft.add(content) }
        // What silences mean rests on what others were heard of, which strangers are told where the site tells reception.
        try draft.add(.item("base/flights.json", answer, .base, .inferred, terms, credit))
        try await surroundings.write(into: draft)
    }
}
