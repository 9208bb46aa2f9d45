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
            at the time it says (RFC 3161). The digest stays as it was.
            """
    )

    @OptionGroup var options: BundleOptions
    @Option(help: ArgumentHelp("Write what the authority is to be sent.", valueName: "FILE")) var request: String?
    @Option(help: ArgumentHelp("The authority's answer.", valueName: "FILE")) var attach: String?

    func run() throws {
        guard (request == nil) != (attach == nil) else { throw UsageError("say --request FILE or --attach FILE") }
        let source = try options.source()
        let digest = try options.manifest(source).digest
        if let request {
            guard FileManager.default.createFile(atPath: request, contents: Data(TimeStampRequest(digest).bytes))
            else { throw Failure("\(request) cannot be written") }
            return
        }
        guard let attach, let handle = FileHandle(forReadingAtPath: attach),
            let data = try handle.read(upToCount: TimeStamp.largest + 1)
        else { throw Failure("\(attach ?? "") cannot be read") }
        let stamp: TimeStamp
        do throws(TimeStampError) { stamp = try TimeStamp(reading: [UInt8](data)) } catch {
            throw Failure("\(attach): \(BundleWords.text(error).english)")
        }
        guard stamp.digest == digest else { throw Failure("\(attach) is of another digest") }
        guard PrivateFile.replace(source.path + "/" + BundleLayout.stamp, with: data) else {
            throw Failure("\(source.path) cannot be written")
        }
        print(TimeText.iso(stamp.time))
    }
}
