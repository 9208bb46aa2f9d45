import ArgumentParser
import Bundles
import Visits

/// A bundle that is there, and in which language it is told of.
struct BundleOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The bundle's folder.", valueName: "DIR")) var folder: String
    @Option(help: ArgumentHelp("Words in English (en) or Indonesian (id).", valueName: "LANG")) var lang = "en"

    func language() throws(UsageError) -> Draft.Language {
        guard let language = Draft.Language(rawValue: lang) else { throw UsageError("--lang is en or id") }
        return language
    }

    /// Words of a failure; what strangers wrote into a bundle or a name of a file reaches no terminal as it is.
    func failure(_ words: DossierText) -> Failure {
        Failure(IdentityOptions.plain(words.text(in: Draft.Language(rawValue: lang) ?? .english)))
    }

    func source() throws(Failure) -> BundleFolder {
        guard let source = BundleFolder(reading: folder) else { throw failure(of: .noFolder) }
        return source
    }

    /// The list, and what in it is not as its own sums say; items are not read.
    ///
    /// - Throws: `Failure` where it cannot be read.
    func list(_ source: BundleFolder) throws(Failure) -> (manifest: BundleManifest, findings: [BundleFinding]) {
        let report = try verified(source, BundleVerifier(), itemsToo: false)
        guard let manifest = report.manifest else {
            throw failure(report.findings.first.map { BundleWords.text($0) } ?? BundleWords.noBundle(folder))
        }
        return (manifest, report.findings)
    }

    func verified(
        _ source: BundleFolder,
        _ verifier: BundleVerifier,
        itemsToo: Bool = true
    ) throws(Failure) -> BundleReport {
        do throws(BundleSourceError) { return try verifier.report(on: source, itemsToo: itemsToo) } catch {
            throw failure(of: error)
        }
    }

    private func failure(of error: BundleSourceError) -> Failure {
        let words = BundleWords.text(error)
        return failure(
            DossierText(english: "\(folder): \(words.english)", indonesian: "\(folder): \(words.indonesian)")
        )
    }
}
