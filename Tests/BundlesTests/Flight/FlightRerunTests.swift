import Aero
import Flights
import Testing
import Tracking

@testable import Bundles

@Suite struct FlightRerunTests {
    private let rerun = FlightRerun(program: "pelacak 1")

    private func told(_ bundle: (manifest: BundleManifest, source: MemoryBundle)) throws -> BundleRerun {
        let gazetteer = try MadeFlight.gazetteer()
        return try rerun.rerun(bundle.manifest, bundle.source) { $0 == MadeFlight.places ? gazetteer : nil }
    }

    @Test("a flight is told again from its bundle: a leg between two airports and the silence in it")
    func toldAgain() throws {
        let inputs = try MadeFlight.inputs()
        let account = inputs.account(try MadeFlight.gazetteer())
        #expect(account.legs.count == 1 && account.gaps.count == 1)
        #expect(account.legs.first?.takeoff.field == "AAAA" && account.legs.first?.landing?.field == "BBBB")
        let result = try told(try MadeFlight.bundle())
        #expect(result.isSame && result.causes.isEmpty && result.compared == result.same)
        let names = inputs.conclusions(try MadeFlight.gazetteer()).map(\.name)
        for kind in ["leg/", "silence/", "silence/1750001200000/story/1"] {
            #expect(names.contains { $0.hasPrefix(kind) }, "\(kind): \(names)")
        }
        #expect(Set(names).count == names.count && names == names.sorted())
    }

    @Test("the bundle verifies, and items are the same bytes again when they were read")
    func readBack() throws {
        let (manifest, source) = try MadeFlight.bundle()
        #expect(try BundleVerifier().report(on: source).isWhole)
        let again = try FlightInputs(reading: try #require(source.files["flight.json"])) { path in
            source.files[path.text] ?? []
        }
        let contents = try #require(
            again.contents(
                terms: .own,
                credit: nil,
                places: (MadeFlight.places, try MadeFlight.gazetteer(), .attribution, "somebody")
            )
        )
        #expect(try BundleManifest(head: manifest.head, contents: contents).digest == manifest.digest)
    }

    @Test("rows that were altered give other conclusions, and the program is named as the cause that is left")
    func altered() throws {
        var (manifest, source) = try MadeFlight.bundle()
        let inputs = try MadeFlight.inputs()
        let rows = inputs.rows.filter { $0.milliseconds < MadeFlight.start.milliseconds + 2_400_000 }
        source.files["history/d57701.jsonl"] = HistoryRows(aircraft: inputs.aircraft, rows: rows).bytes
        let result = try told((manifest, source))
        #expect(!result.isSame && result.causes == [.program(from: "pelacak 0", to: "pelacak 1")])
        #expect(result.differences.contains { $0.name.hasPrefix("leg/") })
        // A conclusion that was forged is found by its name.
        (manifest, source) = try MadeFlight.bundle()
        let text = String(decoding: try #require(source.files["conclusions.jsonl"]), as: UTF8.self)
        source.files["conclusions.jsonl"] = Array(text.replacing("\"BBBB\"", with: "\"CCCC\"").utf8)
        let forged = try told((manifest, source))
        #expect(forged.differences.contains { $0.name.hasPrefix("leg/") } && forged.same < forged.compared)
    }

    @Test("what is no flight is refused with the name of the item")
    func refused() throws {
        let (manifest, source) = try MadeFlight.bundle()
        let subject = String(decoding: try #require(source.files["flight.json"]), as: UTF8.self)
        let bad = [
            subject.replacing("\"typicalKmh\":900", with: "\"typicalKmh\":0"),
            subject.replacing("\"enduranceSeconds\":54000", with: "\"enduranceSeconds\":1e300"),
            subject.replacing("RSD001", with: "RSD\\n1"), subject.replacing("d57701", with: "nobody"),
            subject.replacing("{\"address\"", with: "{\"a\":1,\"address\""), "{}\n", "",
            subject.replacing("\"kind\":0", with: "\"kind\":99"),
        ]
        for text in bad {
            #expect(text != subject)
            var other = source
            other.files["flight.json"] = Array(text.utf8)
            // The list is not looked at here: the lengths of what lies there are.
            #expect(throws: BundleRerunError.self) { try told((Self.fitting(manifest, other), other)) }
        }
        // Rows of somebody else, and rows that go back in time.
        let inputs = try MadeFlight.inputs()
        for rows in [
            HistoryRows(aircraft: ArchivedAircraft(AircraftAddress(icao: 1)), rows: inputs.rows),
            HistoryRows(aircraft: inputs.aircraft, rows: inputs.rows.reversed()),
        ] {
            var other = source
            other.files["history/d57701.jsonl"] = rows.bytes
            #expect(throws: BundleRerunError.unreadable("history/d57701.jsonl", .member("rows.time"))) {
                try told((Self.fitting(manifest, other), other))
            }
        }
        #expect(throws: BundleRerunError.unreadable("base/places.tsv.gz", .member("places"))) {
            try rerun.rerun(manifest, source) { _ in nil }
        }
    }

    /// The list with the lengths of what lies there now.
    static func fitting(_ manifest: BundleManifest, _ source: MemoryBundle) throws -> BundleManifest {
        let items = manifest.items.map { item in
            let bytes = source.files[item.path.text] ?? []
            return BundleItem(
                item.path,
                bytes: bytes.count,
                sum: ContentSum(of: bytes),
                kind: item.kind,
                known: item.known,
                licence: item.licence,
                credit: item.credit
            )
        }
        return try BundleManifest(head: manifest.head, items: items, redactions: manifest.redactions)
    }
}
