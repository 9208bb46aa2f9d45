import ArgumentParser
import Bundles
import Foundation
import Visits

/// `pelacak bundle redact`
struct BundleRedact: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract:
            "The same bundle without some items, in a folder of its own; its digest stays, and the rest verifies.",
        discussion: """
            Example:
              pelacak bundle redact visit-bundle --item reports/1 --reason private --into for-others

            What was taken out stays in the list with its sum and the reason. Something short that can be guessed can be found by its sum: then
            make the bundle anew instead. A time stamp goes along: it is of the digest, which stays.
            """
    )

    @OptionGroup var options: BundleOptions
    @Option(help: ArgumentHelp("The item; may be given several times.", valueName: "PATH")) var item: [String]
    @Option(help: ArgumentHelp("licence, consent, private, reception, takedown or size.", valueName: "REASON"))
    var reason: String
    @Option(help: ArgumentHelp("A new folder.", valueName: "DIR")) var into: String

    func run() throws {
        guard let reason = BundleRedaction.Reason(rawValue: reason) else {
            let words = BundleRedaction.Reason.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError("--reason is one of \(words)")
        }
        let source = try options.source()
        let report = try options.verified(source, BundleVerifier())
        guard let manifest = report.manifest, report.isWhole else {
            throw options.failure(BundleWords.notWhole)
        }
        let redactions = try item.map { text throws(Failure) in
            guard let path = BundlePath(text), manifest.items.contains(where: { $0.path == path }) else {
                throw options.failure(BundleWords.noItem(text))
            }
            return BundleRedaction(path, reason)
        }
        let less: BundleManifest
        do throws(BundleManifestError) { less = try manifest.redacted(redactions) } catch {
            throw options.failure(BundleWords.text(.badManifest(error)))
        }
        let written: BundleFolder
        do {
            written = try BundleFolder.write(less, to: into) { item in
                try source.bytes(of: item.path, at: 0, count: item.bytes)
            }
        } catch let failure as Failure { throw failure.told(in: try options.language()) }
        // The digest is the same, so the stamp is of the rest too.
        if report.stamp != nil, let stamp = BundlePath(BundleLayout.stamp) {
            let bytes = try source.bytes(of: stamp, at: 0, count: TimeStamp.largest)
            guard PrivateFile.replace(written.path + "/" + BundleLayout.stamp, with: Data(bytes)) else {
                throw options.failure(BundleWords.cannotWrite(written.path))
            }
        }
        if less.head.world == .simulated { print(BundleWords.simulated.text(in: try options.language())) }
        print(less.digest)
    }
}
