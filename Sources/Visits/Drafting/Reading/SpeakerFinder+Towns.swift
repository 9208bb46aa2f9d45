/// Whether the town behind somebody who speaks is part of who it is.
extension SpeakerFinder {
    /// "A spokesman in Frankfurt", "an intelligence official in Seoul", "the International Criminal Court in The Hague": told well enough by
    /// what it is. "Two officials in Damascus", "a source in Hanoi", "a court in Paris" are told apart by their town.
    func isToldWithoutTown(before head: Int) -> Bool {
        guard reading.word(head) == "in" else { return false }
        let (noun, before) = (reading.word(head - 1), reading.word(head - 2))
        if Self.speaking.contains(noun) { return true }
        if ["official", "officials", "officer", "officers"].contains(noun) { return Self.fields.contains(before) }
        return Self.bodies.contains(noun) && head - 2 > sentence.words.lowerBound
            && reading.tokens[head - 1].isCapital && reading.tokens[head - 2].isCapital
    }

    /// "Juru bicaranya di New York", "pejabat intelijen di Seoul", "Mahkamah Pidana Internasional di Den Haag".
    func isToldWithoutTown(_ name: Range<Int>) -> Bool {
        guard reading.word(name.upperBound) == "di" else { return false }
        var noun = name.lowerBound
        while noun < name.upperBound - 1, ["seorang", "sebuah", "para", "dua", "tiga"].contains(reading.word(noun)) {
            noun += 1
        }
        let (head, behind) = (reading.word(noun), noun + 1 < name.upperBound ? reading.word(noun + 1) : "")
        if head == "juru" && behind.hasPrefix("bicara") || ["jubir", "jubirnya"].contains(head) { return true }
        if ["pejabat", "perwira"].contains(head) { return Self.fields.contains(behind) }
        if ["pekerja", "petugas", "pegawai", "karyawan"].contains(head) { return behind == "bandara" }
        return Self.bodies.contains(head) && name.upperBound - noun > 2
            && (noun..<name.upperBound).allSatisfy { reading.tokens[$0].isCapital }
    }

    /// Who speaks for somebody that the text has named, and who works where it happens.
    private static let speaking: Set<String> = [
        "spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespersons", "spokespeople", "workers", "worker",
        "spotters", "spotter", "controllers", "handler", "handlers",
    ]

    /// Of which service an official is.
    private static let fields: Set<String> = [
        "intelligence", "security", "defence", "defense", "military", "aviation", "airport", "customs", "immigration",
        "protocol", "palace", "embassy", "ministry", "party", "police", "consular", "trade", "health", "tourism",
        "intelijen", "keamanan", "pertahanan", "militer", "penerbangan", "bandara", "bea", "imigrasi", "protokol",
        "istana", "kedutaan", "kementerian", "partai", "kepolisian", "konsuler", "perdagangan", "kesehatan",
        "pariwisata", "kehakiman", "kejaksaan", "perhubungan",
    ]

    /// Bodies that have a name of their own.
    private static let bodies: Set<String> = [
        "court", "tribunal", "council", "commission", "agency", "committee", "federation", "union", "organisation",
        "organization", "directorate", "secretariat", "authority", "mahkamah", "direktorat", "badan", "dinas",
        "organisasi", "komisi", "dewan", "serikat", "federasi", "asosiasi", "otoritas", "sekretariat", "lembaga",
    ]

    /// "The Kansas City Fed said", "Paris Match reported": a body whose name begins with a town.
    func bodyNamed(by town: Range<Int>, before end: Int) -> SpeakerPhrase? {
        guard end - town.lowerBound <= 6, end > town.upperBound else { return nil }
        let name = capitals(from: town.lowerBound)
        guard name.upperBound > town.upperBound, name.upperBound == end, name.count <= 6,
            !["in", "at", "from", "di", "dari", "to", "ke"].contains(reading.word(town.lowerBound - 1)),
            (town.upperBound..<name.upperBound).allSatisfy({ at in
                sentence.person(at: at) == nil && sentence.placeMention(at: at) == nil && sentence.cues(at: at).isEmpty
                    && !sentence.seats.contains { $0.words.contains(at) }
                    && !sentence.outlets.contains { $0.contains(at) }
            })
        else { return nil }
        return SpeakerPhrase(words: name, name: reading.string(name), isProper: false)
    }
}
