/// What kinds, roles and states of things are called.
extension DossierWords {
    public static func name(_ kind: ClaimKind) -> DossierText {
        switch kind {
        case .schedule: DossierText(english: "schedule", indonesian: "jadwal")
        case .stop: DossierText(english: "stop", indonesian: "singgahan")
        case .departure: DossierText(english: "departure", indonesian: "keberangkatan")
        case .arrival: DossierText(english: "arrival", indonesian: "kedatangan")
        case .origin: DossierText(english: "origin", indonesian: "asal")
        case .meeting: DossierText(english: "meeting", indonesian: "pertemuan")
        case .event: DossierText(english: "event", indonesian: "acara")
        case .dwell: DossierText(english: "length of a stay", indonesian: "lama singgah")
        case .programme: DossierText(english: "programme", indonesian: "agenda")
        case .surfaceLeg: DossierText(english: "way by train, road or ship", indonesian: "perjalanan darat atau laut")
        case .aircraft: DossierText(english: "aircraft", indonesian: "pesawat")
        case .negativeAircraft: DossierText(english: "aircraft ruled out", indonesian: "pesawat yang disangkal")
        case .fleet: DossierText(english: "several aircraft", indonesian: "beberapa pesawat")
        case .companion: DossierText(english: "accompanying aircraft", indonesian: "pesawat pendamping")
        case .escort: DossierText(english: "escort", indonesian: "pengawalan")
        case .sighting: DossierText(english: "sighting", indonesian: "penampakan")
        case .observation: DossierText(english: "observation", indonesian: "pengamatan")
        case .omission: DossierText(english: "something left out", indonesian: "hal yang tidak disebut")
        case .negation: DossierText(english: "negation", indonesian: "penyangkalan isi")
        case .denial: DossierText(english: "denial", indonesian: "bantahan")
        case .noComment: DossierText(english: "no comment", indonesian: "tanpa komentar")
        case .secrecy: DossierText(english: "secrecy", indonesian: "kerahasiaan")
        case .otherSubject: DossierText(english: "somebody else's journey", indonesian: "perjalanan pihak lain")
        case .invitation: DossierText(english: "invitation", indonesian: "undangan")
        case .duration: DossierText(english: "length of the visit", indonesian: "lama kunjungan")
        case .warning: DossierText(english: "warning", indonesian: "peringatan")
        case .context: DossierText(english: "context", indonesian: "konteks")
        case .accusation: DossierText(english: "accusation", indonesian: "tuduhan")
        case .history: DossierText(english: "earlier visit", indonesian: "kunjungan terdahulu")
        }
    }

    public static func name(_ certainty: Certainty) -> DossierText {
        switch certainty {
        case .asserted: DossierText(english: "asserted", indonesian: "dinyatakan")
        case .announced: DossierText(english: "announced", indonesian: "diumumkan")
        case .scheduled: DossierText(english: "scheduled", indonesian: "dijadwalkan")
        case .planned: DossierText(english: "planned", indonesian: "direncanakan")
        case .expected: DossierText(english: "expected", indonesian: "diperkirakan")
        case .reported: DossierText(english: "reported", indonesian: "diberitakan")
        case .understood: DossierText(english: "understood", indonesian: "dipahami")
        case .possible: DossierText(english: "possible", indonesian: "mungkin")
        case .suspected: DossierText(english: "suspected", indonesian: "diduga")
        case .alleged: DossierText(english: "alleged", indonesian: "dituduhkan")
        case .quoted: DossierText(english: "quoted", indonesian: "dikutip")
        case .evasive: DossierText(english: "evasive", indonesian: "mengelak")
        case .declined: DossierText(english: "declined", indonesian: "menolak menjawab")
        }
    }

    public static func name(_ role: AircraftRole) -> DossierText {
        switch role {
        case .subjectFleet:
            DossierText(english: "Aircraft of the state's own fleet", indonesian: "Pesawat armada negara itu sendiri")
        case .airliner: DossierText(english: "Airliner", indonesian: "Pesawat maskapai")
        case .unlisted:
            DossierText(
                english: "Aircraft that may fly for a government and is on no list",
                indonesian: "Pesawat yang mungkin terbang untuk pemerintah dan tidak ada dalam daftar"
            )
        case .businessJet: DossierText(english: "Business jet", indonesian: "Jet bisnis")
        case .otherGovernment:
            DossierText(
                english: "Aircraft of another state's government",
                indonesian: "Pesawat pemerintah negara lain"
            )
        case .military: DossierText(english: "Military aircraft", indonesian: "Pesawat militer")
        case .fighter: DossierText(english: "Fighter", indonesian: "Pesawat tempur")
        }
    }

    public static func name(_ status: Visit.Status) -> DossierText {
        switch status {
        case .draft: DossierText(english: "a draft", indonesian: "rancangan")
        case .confirmed: DossierText(english: "confirmed", indonesian: "terkonfirmasi")
        case .closed: DossierText(english: "closed", indonesian: "ditutup")
        }
    }

    public static func name(_ outcome: ClaimVerdict.Outcome) -> DossierText {
        switch outcome {
        case .supported: DossierText(english: "supported", indonesian: "didukung")
        case .contradicted: DossierText(english: "contradicted", indonesian: "bertentangan")
        case .notTestable: DossierText(english: "not testable", indonesian: "tidak dapat diuji")
        }
    }

    /// Who says a claim, in one line.
    public static func speaker(_ speaker: Speaker?) -> DossierText {
        guard let speaker else { return DossierPhrase.theReport.filled() }
        guard speaker.name.isEmpty else { return DossierText(speaker.line) }
        return DossierPhrase.nobodyNamed.filled()
    }
}
