import Aero
import Bundles
import Site
import Visits

/// What a backtest says, in the language that was asked for.
struct ScoreText {
    let language: Draft.Language

    private func text(_ english: String, _ indonesian: String) -> String {
        DossierText(english: english, indonesian: indonesian).text(in: language)
    }

    /// Why a visit is not scored.
    enum LeftOut {
        /// It is neither closed nor is its time over.
        case underWay
        /// Nothing was heard of its time.
        case notKept
        case nothingToCompare
        case unreadable(String)
    }

    func line(_ reason: LeftOut) -> String {
        switch reason {
        case .underWay:
            text(
                "left out: it is not closed, and the time in which it is watched is not over",
                "dilewati: belum ditutup, dan waktu pengamatannya belum lewat"
            )
        case .notKept:
            text(
                "left out: the archive holds nothing of its time",
                "dilewati: arsip tidak menyimpan apa pun dari waktunya"
            )
        case .nothingToCompare:
            text(
                "left out: no confirmed stop has an airport and a time",
                "dilewati: tidak ada persinggahan terkonfirmasi yang punya bandara dan waktu"
            )
        case .unreadable(let reason): text("left out: \(reason)", "dilewati: \(reason)")
        }
    }

    func line(_ score: VisitScore) -> String {
        let place =
            score.place.map { text("place \($0)", "peringkat \($0)") }
            ?? (score.isExcluded ? text("excluded", "disingkirkan") : text("no candidate", "bukan kandidat"))
        let given =
            score.probability.map { text("given \(percent($0))", "diberi \(percent($0))") }
            ?? text("young archive", "arsip masih muda")
        let first = score.isInFirstGroup ? text("in the first group", "dalam kelompok pertama") : nil
        let brier = score.brier.map { "Brier \(rounded($0))" }
        return [place, first, given, brier].compactMap(\.self).joined(separator: "  ")
    }

    func lines(_ record: VisitRecord) -> [String] {
        var lines = [
            text(
                "\(record.visits) \(record.visits == 1 ? "visit" : "visits"), \(record.withAircraft) by an aircraft that was heard: first \(record.first), among three \(record.amongThree), excluded \(record.excluded)",
                "\(record.visits) kunjungan, \(record.withAircraft) dengan pesawat yang terdengar: pertama \(record.first), di antara tiga teratas \(record.amongThree), disingkirkan \(record.excluded)"
            )
        ]
        guard let brier = record.brier else { return lines }
        lines.append(
            text(
                "mean Brier score \(rounded(brier)) over \(record.weighed)",
                "rata-rata skor Brier \(rounded(brier)) dari \(record.weighed)"
            )
        )
        lines += record.bins.filter { $0.visits > 0 }.map { bin in
            text(
                "given \(percent(bin.low)) to \(percent(bin.high)): \(bin.visits), on average \(percent(bin.said))",
                "diberi \(percent(bin.low)) sampai \(percent(bin.high)): \(bin.visits), rata-rata \(percent(bin.said))"
            )
        }
        return lines
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
    private func rounded(_ value: Double) -> String {
        let text = "\((value * 1_000).rounded() / 1_000)"
        return language == .indonesian ? text.replacing(".", with: ",") : text
    }
}
