import ArgumentParser

/// What a conclusion rests on, put together, verified, computed again.
struct BundleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "All that a conclusion rests on in one folder: make it, verify it, compute it again.",
        discussion: """
            Examples:
              pelacak bundle make k3v9x2m4q8za --into visit-bundle
              pelacak bundle flight 34718d --at 2024-06-18T07:00Z --into flight-bundle
              pelacak bundle verify visit-bundle --digest 3f9c…
              pelacak bundle rerun visit-bundle
              pelacak bundle show visit-bundle
              pelacak bundle redact visit-bundle --item sky/points.jsonl --reason takedown --into for-others
              pelacak bundle stamp visit-bundle --request visit.tsq
              pelacak bundle consent --receiver 7 --agrees --why "letter of 12 November"

            A bundle is a folder of plain files with a list of them (docs/bundles.md). Verifying asks nobody and needs no network. It proves that
            nothing was changed since the digest was told, and computing again that the conclusions follow from the data; it does not prove
            that what receivers heard came from aircraft.
            """,
        subcommands: [
            BundleMake.self, BundleFlight.self, BundleGap.self, BundleVerify.self, BundleRerunCommand.self,
            BundleShow.self, BundleRedact.self,
            BundleStamp.self, BundleConsent.self,
        ]
    )
}
