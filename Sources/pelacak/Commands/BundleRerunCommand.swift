import ArgumentParser
import Bundles
import Store
import Visits

/// `pelacak bundle rerun`
struct BundleRerunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rerun",
        abstract:
            "Compute a bundle's conclusions again from its data, and list those that come out otherwise, with the cause.",
        discussion: """
            Example:
              pelacak bundle rerun visit-bundle

            First it is verified. Then the ranking is computed by this program with its own numbers; where something differs, once more with the
            numbers of the bundle, which tells whether numbers were changed since, or the program computes otherwise. Rows that lie in the
            bundle must give the points that the ranking was given. Of a flight or a silence the flights are told again from its rows and its list of
            airports. Status 1 if anything differs.
            """
    )

    @OptionGroup var options: BundleOptions
    @Option(help: ArgumentHelp("Differences that are listed.", valueName: "N")) var most = 100

    func run() throws {
        let language = try options.language()
        let source = try options.source()
        let report = try options.verified(source, BundleVerifier())
        guard let manifest = report.manifest, report.isWhole else {
            for finding in report.findings {
                print(IdentityOptions.plain(BundleWords.text(finding).text(in: language)))
            }
            throw Failure(BundleWords.notWhole.text(in: language))
        }
        let rerun: BundleRerun
        do throws(BundleRerunError) {
            rerun = try Self.rerun(manifest, source)
        } catch { throw Failure(IdentityOptions.plain(BundleWords.text(error).text(in: language))) }
        for line in BundleWords.lines(manifest.head) { print(IdentityOptions.plain(line.text(in: language))) }
        for difference in rerun.differences.prefix(max(0, most)) {
            print(IdentityOptions.plain(BundleWords.text(difference).text(in: language)))
        }
        for line in BundleWords.lines(rerun) { print(IdentityOptions.plain(line.text(in: language))) }
        guard rerun.isSame else { throw Failure(BundleWords.differs(rerun).text(in: language)) }
    }

    private static func rerun(
        _ manifest: BundleManifest,
        _ source: BundleFolder
    ) throws(BundleRerunError) -> BundleRerun {
        let program = "pelacak \(Pelacak.version)"
        guard manifest.head.subject != .visit else { return try VisitRerun(program: program).rerun(manifest, source) }
        return try FlightRerun(program: program).rerun(manifest, source) { bytes in
            try? PlacesFile(packed: bytes, path: FlightInputs.placesItem).gazetteer
        }
    }
}
