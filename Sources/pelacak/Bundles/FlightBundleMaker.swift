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
        evidence = trace.evidence
        answer = try await desk.answers.asOf(asOf).flights(of: aircraft, during: asked)
        guard let path = Assets.locate(environment: ProcessInfo.processInfo.environment).places,
            let bytes = FileManager.default.contents(atPath: path)
        else { throw Failure(BundleWords.noAirports) }
        do throws(PlacesError) {
            places = ([UInt8](bytes), try PlacesFile(packed: [UInt8](bytes), path: path))
        } catch { throw Failure("\(error)") }
        var inputs = Self.inputs(trace, asked: asked, until: end, desk)
        inputs.rules = FlightRules()
        inputs.hearing = try await Self.hearing(inputs, places.file.gazetteer, at: asOf, desk)
        self.inputs = inputs
        self.surroundings = surroundings
    }

    /// What the flights of an aircraft are told from, without what was learned of who hears what.
    ///
    /// - Parameter end: until when it is known that nothing else was heard.
    static func inputs(
        _ trace: WholeTrace,
        asked: Range<Timestamp>,
        until end: Timestamp,
        _ desk: FlightOptions.Desk
    ) -> FlightInputs {
        FlightInputs(
            trace.aircraft,
            asked: asked,
            toldUntil: end,
            limits: desk.files.limits(ofType: desk.book.typeDesignator(of: trace.aircraft.address)),
            rows: trace.rows,
            callsigns: trace.names.filter { $0.field == .callsign }
        )
    }

    /// By what its silences are judged, where it may be told here who hears what: the part that judging them looks at.
    private static func hearing(
        _ inputs: FlightInputs,
        _ gazetteer: Gazetteer,
        at moment: Timestamp,
        _ desk: FlightOptions.Desk
    ) async throws -> FlightHearing {
        guard let learned = desk.learned else { return .untold(FlightHearing.Untold(desk.unjudged ?? .notTold)) }
        let asked = UnheardLandings(learned, gazetteer, at: moment)
        let account = inputs.account(gazetteer) { asked.chance($0) }
        let basis =
            try await desk.answers.basis(of: account, at: moment)
            ?? SilenceBasis(learned, passes: [], judgedAt: moment)
        return FlightHearing(basis.part(for: account), unheard: asked.chances, for: account)
    }

    /// What the bundle of a flight or silence is of, and what writes it.
    static func prepared(
        _ chosen: ChosenFlight,
        _ desk: FlightOptions.Desk,
        _ target: BundleTarget
    ) async throws -> (BundleHead, (BundleDraft) async throws -> Void) {
        let asOf = try target.moment(desk)
        guard asOf > chosen.span.lowerBound else {
            throw Failure(BundleWords.notBegun(TimeText.iso(chosen.span.lowerBound)))
        }
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
        guard let told else { throw Failure(BundleWords.noName(inputs.aircraft.address.hex)) }
        for content in told { try draft.add(content) }
        // What silences mean rests on what others were heard of, which strangers are told where the site tells reception.
        try draft.add(.item("base/flights.json", answer, .base, .inferred, terms, credit))
        try await surroundings.write(into: draft)
    }
}

extension FlightHearing.Untold {
    init(_ unjudged: SilenceText.Unjudged) {
        self =
            switch unjudged {
            case .nothingLearned: .nothingLearned
            case .noListeners: .noListeners
            case .notTold: .notTold
            }
    }
}
