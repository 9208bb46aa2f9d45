public import Visits

/// What is said of bundles, once, in both languages: commands and pages have no other sentences.
public enum BundleWords {
    static func both(_ english: String, _ indonesian: String) -> DossierText {
        DossierText(english: english, indonesian: indonesian)
    }

    /// What a bundle is of.
    public static func lines(_ head: BundleHead) -> [DossierText] {
        let time = CanonicalTime.text(head.asOf)
        let world =
            switch head.world {
            case .real: both("heard here", "terdengar di sini")
            case .imported: both("recorded by others", "direkam pihak lain")
            case .simulated: both("SIMULATED", "SIMULASI")
            }
        let readers =
            switch head.audience {
            case .strangers: both("for others", "untuk umum")
            case .operators: both("for whoever runs the site", "untuk pengelola situs")
            }
        return [
            both(
                "Bundle of \(head.subject.rawValue) \(head.id): \(world.english), \(readers.english), as known at \(time), made by \(head.program).",
                "Berkas bukti \(name(head.subject)) \(head.id): \(world.indonesian), \(readers.indonesian), sebagaimana diketahui pada \(time), dibuat oleh \(head.program)."
            )
        ]
    }

    private static func name(_ subject: BundleHead.Subject) -> String {
        switch subject {
        case .visit: "kunjungan"
        case .flight: "penerbangan"
        case .gap: "keheningan"
        }
    }

    /// Why an item was taken out.
    public static func text(_ reason: BundleRedaction.Reason) -> DossierText {
        switch reason {
        case .licence:
            both(
                "kept out: its licence does not let it be handed on",
                "tidak disertakan: lisensinya melarang penerusan"
            )
        case .consent:
            both(
                "kept out: the receiver's owner has not agreed",
                "tidak disertakan: pemilik penerima belum menyetujui"
            )
        case .private: both("kept out: private", "tidak disertakan: pribadi")
        case .reception:
            both(
                "kept out: it would tell what receivers hear",
                "tidak disertakan: akan mengungkap apa yang didengar penerima"
            )
        case .takedown: both("taken out at somebody's request", "dikeluarkan atas permintaan")
        case .size: both("left out to keep the bundle small", "tidak disertakan agar berkas tetap kecil")
        }
    }

    /// What is not as it was.
    public static func text(_ finding: BundleFinding) -> DossierText {
        switch finding {
        case .noManifest:
            both("bundle.json: missing, or no list of a bundle", "bundle.json: tidak ada, atau bukan daftar isi")
        case .badManifest(let error):
            both("bundle.json: \(text(error).english)", "bundle.json: \(text(error).indonesian)")
        case .changedHead(let first?):
            both(
                "bundle.json: its head, or the line of \(first), was changed",
                "bundle.json: kepalanya, atau baris \(first), telah diubah"
            )
        case .changedHead(nil):
            both(
                "bundle.json: its head or the digest was changed",
                "bundle.json: kepalanya atau sidik keseluruhan telah diubah"
            )
        case .changedLink(let path):
            both("\(path): its link in the list was changed", "\(path): mata rantainya dalam daftar telah diubah")
        case .changedRecord(let path):
            both("\(path): its line in the list was changed", "\(path): barisnya dalam daftar telah diubah")
        case .changedDigest: both("bundle.json: the digest was changed", "bundle.json: sidik keseluruhan telah diubah")
        case .changedRedactions:
            both(
                "bundle.json: the list of what was taken out was changed",
                "bundle.json: daftar yang dikeluarkan telah diubah"
            )
        case .otherDigest(let digest):
            both(
                "bundle.json: another digest than was expected: \(digest)",
                "bundle.json: sidik berbeda dari yang diharapkan: \(digest)"
            )
        case .badStamp(let error?):
            both("timestamp.tsr: \(text(error).english)", "timestamp.tsr: \(text(error).indonesian)")
        case .badStamp(nil):
            both("timestamp.tsr: of another digest", "timestamp.tsr: milik sidik lain")
        case .changed(let path): both("\(path): changed", "\(path): berubah")
        case .missing(let path): both("\(path): missing", "\(path): hilang")
        case .notTakenOut(let path):
            both(
                "\(path): taken out by the list, and still there",
                "\(path): menurut daftar dikeluarkan, tetapi masih ada"
            )
        case .added(let path): both("\(path): not in the list", "\(path): tidak ada dalam daftar")
        case .link(let path): both("\(path): a link, not followed", "\(path): tautan, tidak diikuti")
        case .strange(let path): both("\(path): no file of a bundle", "\(path): bukan berkas bundel")
        case .unreadable(let path, let reason):
            both("\(path): cannot be read: \(reason)", "\(path): tidak dapat dibaca: \(reason)")
        }
    }

    public static func text(_ error: TimeStampError) -> DossierText {
        switch error {
        case .unreadable: both("no answer of a time-stamping authority", "bukan jawaban otoritas stempel waktu")
        case .refused(let status):
            both("the authority refused (status \(status))", "otoritas menolak (status \(status))")
        case .otherAlgorithm: both("not of a SHA-256", "bukan untuk SHA-256")
        }
    }

    static func text(_ error: BundleManifestError) -> DossierText {
        switch error {
        case .unreadable(.notCanonical(let offset)):
            both("changed at byte \(offset)", "berubah pada bita \(offset)")
        case .unreadable(.syntax(let offset)), .unreadable(.tooDeep(let offset)),
            .unreadable(.repeatedName(let offset)):
            both("cannot be read at byte \(offset)", "tidak dapat dibaca pada bita \(offset)")
        case .unreadable(.tooMany(let offset)):
            both(
                "more values than are read, at byte \(offset)",
                "lebih banyak nilai daripada yang dibaca, pada bita \(offset)"
            )
        case .unreadable(.member(let name)):
            both("\(name) is not what it should be", "\(name) tidak sebagaimana mestinya")
        case .newerFormat(let format):
            both(
                "a newer program made it (format \(format))",
                "dibuat oleh program yang lebih baru (format \(format))"
            )
        case .badPath(let path): both("a name that leads elsewhere: \(path)", "nama yang menuju tempat lain: \(path)")
        case .repeated(let path): both("a name that stands twice: \(path)", "nama yang muncul dua kali: \(path)")
        case .strangeRedaction(let path):
            both("taken out and never there: \(path)", "dikeluarkan tetapi tidak pernah ada: \(path)")
        case .outOfOrder: both("not in the order of its names", "tidak urut menurut nama")
        case .tooMany(let count): both("too many items: \(count)", "terlalu banyak butir: \(count)")
        }
    }

    public static func text(_ error: BundleSourceError) -> DossierText {
        switch error {
        case .noFolder: both("there is no such folder", "folder tidak ada")
        case .tooManyEntries: both("more files than a bundle has", "lebih banyak berkas daripada isi sebuah bundel")
        case .unreadable(let path, let reason):
            both("\(path) cannot be read: \(reason)", "\(path) tidak dapat dibaca: \(reason)")
        }
    }
}
