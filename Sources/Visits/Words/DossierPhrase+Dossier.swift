/// What is said of claims, of what is open, and of what people did to a dossier.
extension DossierPhrase {
    // MARK: Verdicts

    static let legUsual = DossierPhrase(
        "Possible, and usual for such a leg: {duration} for {distance}; typical {typical}.",
        "Mungkin, dan lazim untuk jarak itu: {duration} untuk {distance}; lazimnya {typical}."
    )
    static let legLong = DossierPhrase(
        "Long, not excluded: {duration} for {distance}; typical {typical}, slow {slow}. A detour, an unseen stop, other aircraft or a wrong time would explain it.",
        "Lama, tidak mustahil: {duration} untuk {distance}; lazimnya {typical}, lambat {slow}. Jalan memutar, singgahan yang tidak terlihat, pesawat lain, atau waktu yang keliru dapat menjelaskannya."
    )
    static let legTooFast = DossierPhrase(
        "Contradicted: {duration} for {distance} would have asked for {speed}; the fastest such leg takes {fastest}.",
        "Bertentangan: {duration} untuk {distance} menuntut {speed}; penerbangan tercepat sejauh itu memakan {fastest}."
    )
    static let legMixed = DossierPhrase(
        "Possible with some readings of the times and not with others: {duration} for {distance}; the fastest such leg takes {fastest}.",
        "Mungkin menurut sebagian bacaan waktu dan tidak menurut yang lain: {duration} untuk {distance}; penerbangan tercepat sejauh itu memakan {fastest}."
    )
    static let legReversed = DossierPhrase(
        "Contradicted: the arrival is said to be before the departure.",
        "Bertentangan: kedatangan disebut sebelum keberangkatan."
    )
    static let claimWithoutTime = DossierPhrase(
        "Not testable: no time is said.",
        "Tidak dapat diuji: waktunya tidak disebut."
    )
    static let claimWithoutPlace = DossierPhrase(
        "Not testable: the airports of the leg are not known.",
        "Tidak dapat diuji: bandara penerbangan itu tidak diketahui."
    )
    static let claimAlone = DossierPhrase(
        "Not testable: there is nothing beside it to compare it with.",
        "Tidak dapat diuji: tidak ada yang dapat dibandingkan dengannya."
    )
    static let latestDeparture = DossierPhrase(
        "To be at {to} by {arrival}, {distance} from {from}, an aircraft leaves {from} by {time} at the latest.",
        "Untuk berada di {to} paling lambat {arrival}, {distance} dari {from}, pesawat meninggalkan {from} paling lambat {time}."
    )

    // MARK: Disagreements and changes

    static let disagreement = DossierPhrase(
        "Reports do not agree on when {stop} is reached: the times they give have no moment in common.",
        "Laporan tidak sepakat kapan {stop} dicapai: waktu yang disebut tidak beririsan."
    )
    static let confirmStop = DossierPhrase("Stop confirmed: {stop}.", "Singgahan dikonfirmasi: {stop}.")
    static let confirmClaim = DossierPhrase("Claim confirmed: {claim}.", "Klaim dikonfirmasi: {claim}.")
    static let editStop = DossierPhrase(
        "Stop changed, to be confirmed anew: {stop}.",
        "Singgahan diubah, perlu dikonfirmasi lagi: {stop}."
    )
    static let removeStop = DossierPhrase("Stop taken out: {stop}.", "Singgahan dikeluarkan: {stop}.")
    static let addStop = DossierPhrase("Stop put in by hand: {stop}.", "Singgahan ditambahkan: {stop}.")
    static let addClaim = DossierPhrase("Claim put in by hand: {claim}.", "Klaim ditambahkan: {claim}.")
    static let removeClaim = DossierPhrase("Claim taken out: {claim}.", "Klaim dikeluarkan: {claim}.")
    static let moveStop = DossierPhrase(
        "Stop moved in the order: {stop}.",
        "Urutan singgahan diubah: {stop}."
    )
    static let setSubject = DossierPhrase(
        "Whose visit it is was set: {subject}.",
        "Pelaku kunjungan ditetapkan: {subject}."
    )
    static let setOtherTitle = DossierPhrase(
        "The dossier was given a title that it does not have now.",
        "Berkas pernah diberi judul yang kini tidak dipakai."
    )
    static let setOtherSubject = DossierPhrase(
        "Whose visit it is was set, otherwise than it stands now.",
        "Pelaku kunjungan pernah ditetapkan, lain dari yang kini tercatat."
    )
    static let otherStop = DossierPhrase("one that does not stand now", "yang kini tidak tercatat")
    static let answer = DossierPhrase(
        "An open question was answered: {question}",
        "Pertanyaan terbuka dijawab: {question}"
    )
    static let addReport = DossierPhrase("Report added: {report}.", "Laporan ditambahkan: {report}.")
    static let narrow = DossierPhrase(
        "The window of {stop} was narrowed by a claim: {claim}.",
        "Jendela waktu {stop} dipersempit oleh klaim: {claim}."
    )
    static let widen = DossierPhrase(
        "The window of {stop} is again as it was announced.",
        "Jendela waktu {stop} kembali seperti diumumkan."
    )
    static let setStatus = DossierPhrase("The dossier is now {status}.", "Berkas kini {status}.")
    static let madePublic = DossierPhrase("The dossier was made public.", "Berkas dibuka untuk umum.")
    static let madePrivate = DossierPhrase("The dossier was made private.", "Berkas ditutup untuk umum.")
    static let takeBack = DossierPhrase("Change {number} was taken back.", "Perubahan {number} dibatalkan.")
    static let someStop = DossierPhrase("stop {number}", "singgahan {number}")
    static let someReport = DossierPhrase("report {number}", "laporan {number}")
    static let someClaim = DossierPhrase("claim {number}, {kind}", "klaim {number}, {kind}")
    static let nobodyNamed = DossierPhrase("nobody named", "tanpa nama")
    static let theReport = DossierPhrase("the report itself", "laporan itu sendiri")
    static let unnamedStop = DossierPhrase("a stop without a name", "singgahan tanpa nama")
}
