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
        let manifest = try options.manifest(try options.source())
        for line in BundleWords.lines(manifest.head) { print(IdentityOptions.plain(line.text(in: language))) }
        print("sha256 \(manifest.digest)")
        let redactions = manifest.redactions.reduce(into: [:]) { $0[$1.path] = $1.reason }
        for item in manifest.items {
            let reason = redactions[item.path].map { " (\(BundleWords.text($0).text(in: language)))" } ?? ""
            let credit = item.credit.map { " " + IdentityOptions.plain($0) } ?? ""
            print(
                "\(item.path)  \(item.bytes)  \(item.kind.rawValue)  \(item.known.rawValue)  \(item.licence.rawValue)\(credit)\(reason)"
            )
        }
    }
}
