import ArgumentParser
import Bundles
import Visits

/// `pelacak bundle verify`
struct BundleVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare a bundle with its list, byte for byte, and name what is not as it was.",
        discussion: """
            Example:
              pelacak bundle verify visit-bundle --digest 3f9c0d2a…
              pelacak bundle verify visit-bundle --authority tsa-ca.pem

            Without --digest it is said whether the bundle agrees with itself: whoever changed it may have written the list anew. Take the digest
            from where it was told: the page, a newspaper, a time-stamping authority. Status 1 if anything is not as it was.
            --authority needs openssl; the signature counts as of the time that the stamp tells.
            """
    )

    @OptionGroup var options: BundleOptions
    @Option(help: ArgumentHelp("What the digest has to be: 64 hexadecimal digits.", valueName: "SHA256")) var digest:
        String?
    @Option(
        help: ArgumentHelp("Check the time stamp's signature by this certificate, with openssl.", valueName: "PEM")
    ) var authority: String?

    func run() throws {
        let language = try options.language()
        let expected = try digest.map { text throws(UsageError) in
            guard let sum = ContentSum(text.lowercased()) else {
                throw UsageError("--digest: write 64 hexadecimal digits")
            }
            return sum
        }
        let source = try options.source()
        let report = try options.verified(source, BundleVerifier(expecting: expected))
        for finding in report.findings { print(IdentityOptions.plain(BundleWords.text(finding).text(in: language))) }
        for line in BundleWords.lines(report, isExpected: expected != nil) {
            print(IdentityOptions.plain(line.text(in: language)))
        }
        guard report.isWhole else { throw Failure(BundleWords.notWhole.text(in: language)) }
        guard let authority else { return }
        guard let stamp = report.stamp else { throw options.failure(BundleWords.noStamp(in: source.path)) }
        let isValidToday: Bool
        do throws(StampSignatureError) {
            isValidToday = try StampSignature(authority: authority).check(
                source.path + "/" + BundleLayout.stamp,
                stamp
            )
        } catch { throw options.failure(BundleWords.text(error)) }
        if !isValidToday { print(BundleWords.expiredSince.text(in: language)) }
        print(BundleWords.signed(TimeText.iso(stamp.time)).text(in: language))
    }
}
