import Aero
import Bundles
import Visits

/// Editions made by hand, with texts that would break a page that trusts them.
enum MadeEdition {
    static let evil = "<script>alert(1)</script> & \"quoted\" 'x' \u{202E}backwards"

    static func edition(
        _ number: Int = 1,
        _ sentences: [(anchor: String, words: String)] = [("claim-1", "One."), ("claim-2", evil)],
        earlier: Edition.Earlier? = nil,
        world: BundleHead.World = .simulated,
        outline: EditionOutline? = nil
    ) throws -> Edition {
        try Edition(
            number: number,
            subject: .visit("k3v9x2m4q8za"),
            title: DossierText(english: "A visit \(evil)", indonesian: "Kunjungan \(evil)"),
            published: Timestamp(seconds: 1_795_000_000),
            world: world,
            sections: [
                EditionSection(
                    "claims",
                    DossierText(english: "Claims", indonesian: "Klaim"),
                    sentences.map { one in
                        EditionSentence(
                            one.anchor,
                            DossierText(english: one.words, indonesian: one.words + " (id)"),
                            rests: [.anchor("report-1"), .words(DossierText("a list \(evil)"))]
                        )
                    }
                )
            ],
            sources: [
                EditionSource(
                    anchor: "report-1",
                    title: evil,
                    outlet: "Wire",
                    address: "https://news.example/a?b=\"c\"&d",
                    published: Timestamp(seconds: 1_790_000_000)
                )
            ],
            credits: ["ODbL: a list \(evil)"],
            places: [
                EditionPlace("Pyongyang \(evil)", MadeVisitInputs.pyongyang.position),
                EditionPlace("Hanoi", MadeVisitInputs.hanoi.position),
            ],
            outline: outline,
            bundle: ContentSum(of: [1]),
            earlier: earlier
        )
    }
}
