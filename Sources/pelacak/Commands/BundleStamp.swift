import ArgumentParser
import Bundles
import Foundation
import Visits

/// `pelacak bundle stamp`
struct BundleStamp: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stamp",
        abstract: "Ask a time-stamping authority for a bundle's digest, and lay its answer beside it.",
        discussion: """
            Examples:
              pelacak bundle stamp visit-bundle --request visit.tsq
              curl -H 'Content-Type: application/timestamp-query' --data-binary @visit.tsq https://tsa.example/ > visit.tsr
              pelacak bundle stamp visit-bundle --attach visit.tsr
              pelacak bundle verify visit-bundle --authority tsa-ca.pem

            Nothing is sent by this program: the authority sees the digest alone. Whoever trusts the authority knows then that the bundle was there
            at the time it says (RFC 3161). The digest stays as it was. The bundle is verified first; a request or a stamp that is there already
            is not written over.
            """
    )

    @OptionGroup var options: BundleOptions
    @Option(help: ArgumentHelp("Write what the authority is to be sent.", valueName: "FILE")) var request: String?
    @Option(help: ArgumentHelp("The authority's answer.", valueName: "FILE")) var attach: String?

    func run() throws {
        guard (request == nil) != (attach == nil) else { throw UsageError("say --request FILE or --attach FILE") }
        let source = try options.source()
        let report = try options.verified(source, BundleVerifier())
        // A stamp says that this was there: of what is no longer whole nobody should be made to say so.
        guard let digest = report.manifest?.digest, report.isWhole else {
            for finding in report.findings {
                print(IdentityOptions.plain(BundleWords.text(finding).text(in: try options.language())))
            }
            throw options.failure(BundleWords.notWhole)
        }
        if let request { return try write(TimeStampRequest(digest), to: request) }
        if let attach { try lay(attach, beside: source, of: digest) }
    }

    /// Into a new file: one that is there is never written over.
    private func write(_ stampRequest: TimeStampRequest, to file: String) throws(Failure) {
        guard !isThere(file) else { throw options.failure(BundleWords.isThere(file)) }
        guard let handle = PrivateFile.create(file) else { throw options.failure(BundleWords.cannotWrite(file)) }
        do {
            try handle.write(contentsOf: Data(stampRequest.bytes))
            try handle.close()
        } catch { throw options.failure(BundleWords.cannotWrite(file)) }
    }

    private func lay(_ file: String, beside source: BundleFolder, of digest: ContentSum) throws(Failure) {
        let target = source.path + "/" + BundleLayout.stamp
        guard !isThere(target) else { throw options.failure(BundleWords.isThere(target)) }
        guard let handle = FileHandle(forReadingAtPath: file),
            let data = try? handle.read(upToCount: TimeStamp.largest + 1)
        else { throw options.failure(BundleWords.cannotRead(file)) }
        let stamp: TimeStamp
        do throws(TimeStampError) { stamp = try TimeStamp(reading: [UInt8](data)) } catch {
            let words = BundleWords.text(error)
            throw options.failure(
                DossierText(english: "\(file): \(words.english)", indonesian: "\(file): \(words.indonesian)")
            )
        }
        guard stamp.digest == digest else { throw options.failure(BundleWords.ofAnotherDigest(file)) }
        guard PrivateFile.replace(target, with: data) else {
            throw options.failure(BundleWords.cannotWrite(source.path))
        }
        print(TimeText.iso(stamp.time))
    }

    /// A link that leads nowhere is there too.
    private func isThere(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path)) != nil
    }
}
