import Aero
import Bundles
import Foundation
import Store
import Testing
import Visits

@testable import pelacak

/// Bundles and editions of the real world: who searches every byte of one for strangers finds nothing that is kept from them.
@Suite(.timeLimit(.minutes(10)))
struct RealBundleTests {
    private static let whole = ["public-range: off", "public-floor: off"]
    private static let suppressed = [
        "\(RealArchive.hidden.hex),public,,,takedown", "\(RealArchive.hiddenLater.hex),public,2025-01-01,,takedown",
        "\(RealArchive.privacy.hex),flag,,,pia",
    ]
    /// Where the receiver stands: in degrees, and in whole steps of rows.
    private static let place = ["21.4321", "105.6543", "2143210", "10565430"]
    private static let secrets =
        [
            RealArchive.hidden.hex, "PK-SEB", "PK-SEC", "PK-SED", "\(RealArchive.receiver)",
            RealArchive.story + RealArchive.story,
        ] + place

    private static func manifest(_ folder: String) throws -> BundleManifest {
        let source = try #require(BundleFolder(reading: folder))
        let report = try BundleVerifier().report(on: source)
        #expect(report.isWhole, "\(report.findings)")
        return try #require(report.manifest)
    }

    @Test("hidden aircraft, a privacy address, receivers and raw messages are in no byte of what strangers are handed")
    func strangers() async throws {
        let archive = try await RealArchive(
            settings: Self.whole + ["receiver: 21.43210,105.65430"],
            suppressed: Self.suppressed
        )
        let folder = try archive.bundle("strangers", for: "strangers")
        let bundle = try SearchedFolder(folder)
        #expect(bundle.found(Self.secrets) == [])
        // What is shown is there: the rows of who was seen, and who it is; of the hidden one what was before.
        for address in [RealArchive.shown, RealArchive.privacy, RealArchive.hiddenLater] {
            #expect(bundle.files["history/\(address.hex).jsonl"] != nil, "\(bundle.files.keys.sorted())")
        }
        #expect(bundle.files["identity/facts-own.jsonl"] != nil && !bundle.found(["PK-SEA"]).isEmpty)
        #expect(bundle.files["uptime/program.json"] != nil)
        let names = try Self.manifest(folder).items.map(\.path.text)
        #expect(!names.contains { $0.hasPrefix("raw/") || $0.hasPrefix("days/") || $0 == "uptime/receivers.json" })
        let published = try archive.run("edition", "publish", archive.visit.id, "--bundle", folder)
        #expect(published.status == 0, "\(published.errors)")
        let edition = try SearchedFolder(archive.path + "/editions/1")
        #expect(edition.found(Self.secrets) == [])
        // The list that says who it is is credited.
        #expect(edition.found(["PK-SEA"]).contains { $0.hasPrefix("index.html") })
        #expect(edition.found(["desk (own)"]).contains { $0.hasPrefix("index.html") })

        // The search finds what is there: for whoever runs the site.
        let own = try archive.bundle("own", for: "operators")
        let found = try SearchedFolder(own).found(Self.secrets)
        for secret in ["PK-SEB", "PK-SEC", "PK-SED", "\(RealArchive.receiver)"] {
            #expect(found.contains { $0.hasSuffix(secret) }, "\(secret): \(found)")
        }
        #expect(found.contains("unpacked messages: \(RealArchive.hidden.hex)"), "\(found)")
        #expect(found.contains { $0.hasPrefix("days/") } && found.contains { $0.hasPrefix("uptime/receivers.json") })
        let refused = try archive.run("edition", "publish", archive.visit.id, "--bundle", own)
        #expect(refused.status == 1 && refused.errors.contains("for operators"), "\(refused.errors)")
    }

    @Test(
        "raw messages go to strangers only where the place is exact and nothing of the sky is kept back",
        arguments: [
            ([], false), (["place: blurred"], false), (["place: exact"], true),
            (["place: exact", "public-delay: 900"], false),
            (["place: exact", "public-floor: 10000"], false),
        ] as [([String], Bool)]
    )
    func raw(settings: [String], isThere: Bool) async throws {
        let floor = settings.contains { $0.hasPrefix("public-floor") } ? ["public-range: off"] : Self.whole
        let archive = try await RealArchive(
            settings: floor + settings + ["receiver: 21.43210,105.65430"],
            suppressed: []
        )
        let folder = try archive.bundle("strangers", for: "strangers")
        let manifest = try Self.manifest(folder)
        let slices = manifest.items.filter { $0.kind == .raw }
        #expect(slices.isEmpty != isThere, "\(slices.map(\.path.text))")
        guard isThere else { return }
        let taken = Dictionary(uniqueKeysWithValues: manifest.redactions.map { ($0.path, $0.reason) })
        let sent = try #require(slices.first { $0.path.text.hasSuffix(".beast.zst") })
        #expect(sent.known == .observed && taken[sent.path] == nil)
        #expect(try !SearchedFolder(folder).found([RealArchive.hidden.hex]).filter { $0.hasPrefix("unpacked") }.isEmpty)
        // What a feed said: nobody wrote down under which terms.
        let said = try #require(slices.first { $0.path.text.hasSuffix(".jsonl.zst") })
        #expect(said.known == .claimed && said.licence == .unknown && taken[said.path] == .licence)
        // Without the owner's consent strangers are not told of them.
        let receiver = "\(RealArchive.receiver)"
        #expect(
            try archive.run("bundle", "consent", "--receiver", receiver, "--no-longer", "--why", "ticket").status == 0
        )
        let without = try Self.manifest(archive.bundle("without", for: "strangers"))
        #expect(!without.items.contains { $0.kind == .raw })
        let own = try Self.manifest(archive.bundle("own", for: "operators"))
        #expect(own.redactions.contains { $0.path == sent.path && $0.reason == .consent })
        #expect(own.items.contains { $0.path == sent.path && $0.bytes == sent.bytes && $0.sum == sent.sum })
    }

    @Test("an identity database that cannot be read, a cut consent and a time before the last change are refused")
    func refusals() async throws {
        let archive = try await RealArchive(settings: Self.whole, suppressed: [])
        let early = try archive.run(
            "bundle",
            "make",
            archive.visit.id,
            "--as-of",
            "2024-06-19T07:00Z",
            "--into",
            archive.path + "/early"
        )
        #expect(early.status == 1 && early.errors.contains("--as-of"), "\(early.errors)")
        let consents = archive.folder.appendingPathComponent("consents.jsonl")
        var lines = try Data(contentsOf: consents)
        let whole = lines
        lines += Data(#"{"agrees":false,"receiver":31415"#.utf8)
        try lines.write(to: consents)
        let cut = try archive.run("bundle", "make", archive.visit.id, "--into", archive.path + "/cut")
        #expect(cut.status == 1 && cut.errors.contains("consents.jsonl"), "\(cut.errors)")
        try whole.write(to: consents)
        // It opens, and nothing can be read of it.
        let lists = archive.folder.appendingPathComponent("identity.sqlite")
        var pages = try Data(contentsOf: lists)
        let kept = min(pages.count, 3 * 4_096)
        pages.replaceSubrange(kept..., with: Data(repeating: 0x2A, count: pages.count - kept))
        try pages.write(to: lists)
        let unreadable = try archive.run("bundle", "make", archive.visit.id, "--into", archive.path + "/unreadable")
        #expect(unreadable.status == 1, "\(unreadable.errors)")
        for name in ["early", "cut", "unreadable"] {
            #expect(!FileManager.default.fileExists(atPath: archive.path + "/" + name))
            #expect(!FileManager.default.fileExists(atPath: archive.path + "/" + name + ".part"))
        }
    }

    @Test("a backtest counts visits that are over and were heard, once in each world, and says so in both languages")
    func backtest() async throws {
        let archive = try await RealArchive(settings: Self.whole, suppressed: [])
        let store = try VisitStore(folder: archive.path + "/visits")
        let start = Timestamp(seconds: 1_718_784_000)
        /// The same visit at another time.
        func visit(after seconds: Double) throws -> String {
            var acts: [VisitChange.Act] = []
            for act in archive.visit.visit.changes.map(\.act) {
                guard case .addStop(let old, let place, _, _) = act else { continue }
                let from = start.advanced(bySeconds: seconds)
                let end = from.advanced(bySeconds: 43_200)
                let reading = ArrivalReading(start: from, end: end, zone: .place, weight: 1)
                let stop = ItineraryStop(
                    kind: old.kind,
                    name: old.name,
                    airports: old.airports,
                    arrival: ArrivalWindow(readings: [reading])
                )
                acts.append(.addStop(stop, at: place, span: nil, report: 0))
            }
            let begun = try store.begin(acts, by: "desk", at: start)
            let confirm = begun.visit.stops.map { VisitChange.Act.confirmStop($0.id) }
            return try store.apply(confirm, to: begun.id, after: nil, by: "desk", at: start).id
        }
        let unheard = try visit(after: -200 * 86_400)
        let toCome = try visit(after: 3_650 * 86_400)
        for id in [archive.visit.id, unheard, toCome] {
            let noted = try archive.run("visit", "outcome", id, "--aircraft", RealArchive.shown.hex, "--source", "seen")
            #expect(noted.status == 0, "\(noted.errors)")
        }
        let english = try archive.run("visit", "backtest")
        #expect(english.status == 0, "\(english.errors)")
        #expect(english.lines.contains { $0.hasPrefix(unheard) && $0.contains("holds nothing of its time") })
        #expect(english.lines.contains { $0.hasPrefix(toCome) && $0.contains("not over") })
        #expect(english.lines.contains { $0.hasPrefix("1 visit, 1 by an aircraft") }, "\(english.lines)")
        let indonesian = try archive.run("visit", "backtest", "--lang", "id")
        #expect(indonesian.lines.contains { $0.hasPrefix("1 kunjungan, 1 dengan") }, "\(indonesian.lines)")
        for word in ["place", "left out", "given", "young", "excluded"] {
            #expect(!indonesian.lines.contains { $0.contains(word) }, "\(word): \(indonesian.lines)")
        }
        #expect(try ScoreBook(dataFolder: archive.path).realVisits() == 1)
        #expect(VisitBacktest.isOver(archive.visit.visit, at: start.advanced(bySeconds: 30 * 86_400)))
        #expect(!VisitBacktest.isOver(archive.visit.visit, at: start.advanced(bySeconds: 3_600)))
    }
}
