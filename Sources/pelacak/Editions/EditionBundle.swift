import Aero
import Bundles
import Flights
import Site
import Store
import Tracking
import Visits

/// The bundle that an edition names as what it rests on.
struct EditionBundle {
    let manifest: BundleManifest
    private let folder: String
    private let conclusions: [Conclusion]

    private static let largest = 1 << 28

    private let source: BundleFolder

    /// - Throws: `Failure` for one that is not whole, is of something else, or was not made for strangers: its digest is told to all.
    init(reading folder: String, of subject: EditionSubject) throws(Failure) {
        try self.init(reading: folder, of: subject.kind)
        guard manifest.head.id == subject.id else {
            throw Failure("\(folder) is the bundle of another \(Self.word(subject.kind))")
        }
    }

    /// Of any flight, silence or visit.
    init(reading folder: String, of kind: BundleHead.Subject) throws(Failure) {
        self.folder = folder
        guard let source = BundleFolder(reading: folder) else { throw Failure("\(folder): there is no such folder") }
        self.source = source
        var options = BundleOptions()
        options.folder = folder
        options.lang = "en"
        let report = try options.verified(source, BundleVerifier())
        guard let manifest = report.manifest, report.isWhole else {
            throw Failure("\(folder): \(BundleWords.notWhole.english); pelacak bundle verify names what")
        }
        guard manifest.head.subject == kind else {
            throw Failure(
                "\(folder) is the bundle of a \(Self.word(manifest.head.subject)), not of a \(Self.word(kind))"
            )
        }
        guard manifest.head.audience == .strangers else {
            throw Failure(
                "\(folder) was made for operators: an edition names one that others may be handed (--for strangers)"
            )
        }
        self.manifest = manifest
        let taken = Set(manifest.redactions.map(\.path))
        guard let item = manifest.items.first(where: { $0.kind == .conclusions }), !taken.contains(item.path),
            item.bytes <= Self.largest, let bytes = try? source.bytes(of: item.path, at: 0, count: item.bytes),
            let conclusions = try? Conclusion.read(bytes)
        else { throw Failure("\(folder) holds no conclusions that could be compared with the edition") }
        self.conclusions = conclusions
    }

    private static func word(_ kind: BundleHead.Subject) -> String {
        switch kind {
        case .visit: "visit"
        case .flight: "flight"
        case .gap: "silence"
        }
    }

    /// Whether the bundle concludes what an edition says: the same candidates in the same order, the same ones excluded.
    ///
    /// - Parameter ranking: made up to the moment that the bundle is of.
    func check(_ ranking: VisitRanking) throws(Failure) {
        var told: Set<String> = []
        for conclusion in conclusions {
            let parts = conclusion.name.split(separator: "/")
            guard parts.count == 2, parts[0] == "candidate" || parts[0] == "excluded" else { continue }
            told.insert(Self.name(parts[0], parts[1], Self.place(conclusion.value)))
        }
        var said = Set(ranking.excluded.map { Self.name("excluded", $0.address.hex, nil) })
        for (place, candidate) in ranking.candidates.enumerated() {
            said.insert(Self.name("candidate", candidate.address.hex, place + 1))
        }
        guard told == said else {
            throw Failure(
                "\(folder) concludes something else than the archive does now: make the bundle anew, with --later where the edition is with it"
            )
        }
    }

    private static func place(_ value: CanonicalJSON) -> Int? {
        guard case .object(let members) = value, case .number(let place)? = members["place"] else { return nil }
        return Int(exactly: place)
    }

    private static func name(_ kind: some StringProtocol, _ address: some StringProtocol, _ place: Int?) -> String {
        "\(kind)/\(address)" + (place.map { " \($0)" } ?? "")
    }
}

// MARK: - Flights and silences
extension EditionBundle {
    /// A flight or a silence as its bundle tells it.
    struct ToldFlight {
        let chosen: ChosenFlight
        let account: FlightAccount
        let verdicts: [Timestamp: GapVerdict]
        /// Of the archive's rows of that time, which the bundle holds too.
        let evidence: ArchiveEvidence
        /// Why silences are not judged; `nil` where they are.
        let unjudged: SilenceText.Unjudged?
    }

    /// The flight or silence of the bundle, told from what lies in it: its conclusions are those that come out of this.
    ///
    /// - Parameter time: a moment in it.
    /// - Throws: `Failure` where its conclusions do not come out again, where it is of another flight or world, where the archive, as strangers are
    ///   shown it, holds something else of that time, and where the bundle tells what is not told any more, or the other way round.
    func flight(
        of aircraft: ArchivedAircraft,
        at time: Timestamp,
        _ desk: FlightOptions.Desk
    ) async throws -> ToldFlight {
        let head = manifest.head
        let world = BundleHead.World(desk.realm)
        guard head.world == world else {
            throw Failure("the bundle is of the \(head.world.rawValue) world, the edition of the \(world.rawValue)")
        }
        let (inputs, gazetteer) = try inputs()
        guard inputs.aircraft == aircraft else {
            throw Failure("\(folder) is the bundle of another aircraft: \(inputs.aircraft.address.hex)")
        }
        let evidence = try await compared(inputs, desk)
        let account = inputs.account(gazetteer)
        let chosen = try ChosenFlight.asked(head.subject, in: account, at: time)
        guard chosen.id == head.id else {
            throw Failure("\(folder) is the bundle of another \(Self.word(head.subject)): \(head.id)")
        }
        return ToldFlight(
            chosen: chosen,
            account: account,
            verdicts: inputs.verdicts(on: account),
            evidence: evidence,
            unjudged: try unjudged(inputs, desk)
        )
    }

    /// What the bundle holds, if this program concludes of it what it concludes.
    private func inputs() throws(Failure) -> (FlightInputs, Gazetteer) {
        var read: Gazetteer?
        let (inputs, rerun): (FlightInputs, BundleRerun)
        do throws(BundleRerunError) {
            inputs = try FlightInputs(manifest, source)
            rerun = try FlightRerun(program: "pelacak \(Pelacak.version)").rerun(manifest, source) { bytes in
                read = try? PlacesFile(packed: bytes, path: FlightInputs.placesItem).gazetteer
                return read
            }
        } catch { throw Failure("\(folder): \(IdentityOptions.plain(BundleWords.text(error).english))") }
        guard rerun.isSame, let read else {
            throw Failure(
                "\(folder) concludes something else than this program does; pelacak bundle rerun names what: make the bundle anew"
            )
        }
        guard rerun.uncompared == nil else {
            throw Failure("\(folder): what its silences are told by was taken out; an edition needs all of it")
        }
        return (inputs, read)
    }

    /// On what the same rows, names and limits rest in the archive, up to the moment that the bundle is of.
    ///
    /// - Throws: `Failure` where it holds others.
    private func compared(_ inputs: FlightInputs, _ desk: FlightOptions.Desk) async throws -> ArchiveEvidence {
        let reading = FlightAccount.reading(inputs.asked)
        let end = max(inputs.toldUntil, reading.lowerBound.advanced(bySeconds: 1))
        let trace = try await WholeTrace(
            of: inputs.aircraft,
            during: reading.lowerBound..<end,
            withoutPositions: true,
            in: desk.archive
        )
        let now = FlightBundleMaker.inputs(trace, asked: inputs.asked, until: inputs.toldUntil, desk)
        guard now.isSameHearing(as: inputs) else {
            throw Failure(
                "the archive holds something else of that time than \(folder), or it is shown otherwise: make the bundle anew"
            )
        }
        return trace.evidence
    }

    /// Why its silences are not judged. What the site does not tell an edition does not, whatever its bundle told.
    private func unjudged(
        _ inputs: FlightInputs,
        _ desk: FlightOptions.Desk
    ) throws(Failure) -> SilenceText.Unjudged? {
        switch inputs.hearing {
        case .told:
            guard desk.learned != nil else {
                throw Failure(
                    "\(folder) tells who hears what, which strangers are not told any more: make the bundle anew"
                )
            }
            return nil
        case .untold, nil:
            guard let unjudged = desk.unjudged else {
                throw Failure("\(folder) does not hold what silences mean, which an edition tells here: make it anew")
            }
            return unjudged
        }
    }
}
