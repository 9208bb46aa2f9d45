import Aero
import ArgumentParser
import Bundles
import Visits

/// `pelacak bundle show`
struct BundleShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "What a bundle is of, and each of its items: bytes, what it is, how known, licence; what was taken out, and why."
    )

    @OptionGroup var options: BundleOptions

    func run() throws {
        let language = try options.language()
        let (manifest, findings) = try options.list(try options.source())
        for line in BundleWords.lines(manifest.head) { print(IdentityOptions.plain(line.text(in: language))) }
        print("sha256 \(manifest.digest)")
        let redactions = manifest.redactions.reduce(into: [:]) { $0[$1.path] = $1.reason }
        for item in manifest.items {
            let reason = redactions[item.path].map { " (\(BundleWords.text($0).text(in: language)))" } ?? ""
            let credit = item.credit.map { " " + IdentityOptions.plain($0) } ?? ""
            let (kind, known) = (BundleWords.text(item.kind), BundleWords.text(item.known))
            print(
                "\(item.path)  \(item.bytes)  \(kind.text(in: language))  \(known.text(in: language))  \(item.licence.rawValue)\(credit)\(reason)"
            )
        }
        // Items are not read here; a list that does not agree with itself is told all the same.
        for finding in findings { print(IdentityOptions.plain(BundleWords.text(finding).text(in: language))) }
        guard findings.isEmpty else { throw options.failure(BundleWords.notWhole) }
    }
}
