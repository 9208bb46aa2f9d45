import Aero

/// Goals of a train or a road that are told by another verb than the ride's, goals that a report took back, and where bodies are.
extension RoleFinder {
    /// "Bertolak dari Pyongyang dengan kereta api khusus pada Senin dan akan tiba di Beijing": who leaves by train arrives by it, where a
    /// train goes.
    func isLeftByTrain(_ place: PlaceMention, _ verb: CueHit?) -> Bool {
        guard let verb, verb.cue == .arrive,
            let leaves = sentence.cues.first(where: {
                ($0.cue == .depart || $0.cue == .leave) && $0.words.upperBound <= verb.words.lowerBound
            }),
            let ride = sentence.cues(.surface).first(where: { leaves.words.upperBound <= $0.words.lowerBound }),
            ride.words.upperBound <= verb.words.lowerBound, ride.words.contains(where: isTrain),
            // "In Rome, where he, leaving by train, arrives": what is arrived at may stand before.
            ride.words.upperBound <= place.words.lowerBound,
            // "By train" is one word of the list.
            (ride.words.lowerBound - 1...ride.words.lowerBound).contains(where: {
                Self.riding.contains(reading.word($0))
            }),
            let origin = sentence.places.first(where: {
                (leaves.words.upperBound..<ride.words.lowerBound).contains($0.words.lowerBound)
            }),
            isReachedOverland(origin, place)
        else { return false }
        // "Arrives in Brussels by plane", "after a strike by train drivers".
        let behind = place.words.upperBound..<min(words.upperBound, place.words.upperBound + 4)
        if behind.contains(where: { ["plane", "air", "jet", "pesawat", "udara"].contains(reading.word($0)) })
            || sentence.cues(.after, .before, in: leaves.words.upperBound..<ride.words.lowerBound).first != nil
        {
            return false
        }
        return !(ride.words.upperBound..<place.words.lowerBound).contains { at in
            [";", ","].contains(reading.word(at)) && sentence.time(at: at) == nil
                || ["fly", "flies", "terbang"].contains(reading.word(at)) || sentence.placeMention(at: at) != nil
                || sentence.cues(at: at).contains {
                    [.aircraft, .stateAircraft, .charter, .travel, .then, .stopover, .turn, .airport].contains($0)
                }
        }
    }

    private func isTrain(_ at: Int) -> Bool {
        ["train", "rail", "railway", "kereta", "sleeper"].contains(reading.word(at))
    }

    /// Ours: 1,500 km; Kyiv and Washington are no way of a train.
    private func isReachedOverland(_ one: PlaceMention, _ other: PlaceMention) -> Bool {
        guard let start = one.centre ?? one.airports.first?.position,
            let end = other.centre ?? other.airports.first?.position
        else { return false }
        return Geodesy.distance(start, end).rawValue <= 1_500_000
    }

    private static let riding: Set<String> = ["dengan", "by", "aboard", "naik", "menumpang", "menggunakan"]

    /// "Kunjungan ke Tianjin sehari kemudian ditempuh dengan kereta cepat", "the visit to Tianjin will be made by train".
    func isCovered(_ place: PlaceMention) -> Bool {
        let near = place.words.upperBound..<min(words.upperBound, place.words.upperBound + 8)
        for at in near {
            if [";", ","].contains(reading.word(at)) || sentence.placeMention(at: at) != nil { return false }
            guard Self.covering.contains(reading.word(at)) else { continue }
            let behind = at + 1..<min(words.upperBound, at + 4)
            return behind.contains { Self.by.contains(reading.word($0)) } && sentence.has(.surface, in: behind)
        }
        return false
    }

    private static let covering: Set<String> = [
        "ditempuh", "dilakukan", "dijangkau", "dicapai", "dilanjutkan", "diteruskan", "made", "is", "be", "covered",
        "done",
    ]
    private static let by: Set<String> = ["dengan", "lewat", "naik", "melalui", "via", "by"]

    /// "Demikian pernyataan Direktorat Komunikasi Kepresidenan di Ankara": where a body of several words is that speaks. Who goes to one
    /// ("mengunjungi Kantor Pusat PBB di Jenewa") goes to its town.
    func isSeatOfBody(_ start: Int) -> Bool {
        var first = start - 1
        while first > words.lowerBound, start - first <= 6, reading.tokens[first].isCapital,
            reading.tokens[first - 1].isCapital, sentence.time(at: first) == nil
        { first -= 1 }
        guard start - first >= 2, first > words.lowerBound, reading.tokens[first].isCapital,
            sentence.cues(at: first).contains(where: { $0 == .institution || $0 == .voice })
                || Self.bodies.contains(reading.word(first))
        else { return false }
        return Self.statements.contains(reading.word(first - 1))
            || sentence.cues(at: first - 1).contains { $0 == .say || $0 == .accordingTo }
    }

    private static let statements: Set<String> = [
        "pernyataan", "keterangan", "pengumuman", "siaran", "menurut", "kata",
    ]

    private static let bodies: Set<String> = [
        "direktorat", "biro", "badan", "kantor", "kementerian", "kedutaan", "sekretariat", "dinas", "komisi", "dewan",
        "otoritas", "konsulat", "konsulat-jenderal",
    ]

    /// "Withdrew its earlier report of a meeting in Muscat", "meralat laporan tentang kunjungan ke Kairo".
    func isWithdrawn(_ place: PlaceMention) -> Bool {
        let start = max(clauseStart(place.words.lowerBound), place.words.lowerBound - 14)
        guard
            let verb = (start..<max(start, place.words.lowerBound)).last(where: {
                Self.withdrawing.contains(reading.word($0))
            })
        else { return false }
        let behind = verb + 1..<min(place.words.lowerBound, verb + 6)
        // "Corrected a report the president flies to": only what the report is said to be of.
        guard let noun = behind.first(where: { Self.reports.contains(reading.word($0)) }),
            let of = (noun + 1..<min(place.words.lowerBound, noun + 4)).first(where: {
                Self.ofReports.contains(reading.word($0))
            })
        else { return false }
        let isClause = ["that", "bahwa"].contains(reading.word(of))
        return !(verb..<place.words.lowerBound).contains { at in
            [",", ";", "and", "dan"].contains(reading.word(at))
                || !isClause && (sentence.person(at: at) != nil || sentence.cues(at: at).contains(.pronoun))
                    && !["its", "his", "her", "their"].contains(reading.word(at))
                || sentence.cues(at: at).contains(.say) && at != verb
        }
    }

    private static let ofReports: Set<String> = [
        "of", "about", "that", "tentang", "soal", "mengenai", "bahwa", "kunjungan", "lawatan", "pertemuan",
    ]

    private static let withdrawing: Set<String> = [
        "withdrew", "withdraws", "withdrawn", "retracted", "retracts", "corrected", "corrects", "meralat", "mencabut",
    ]
    private static let reports: Set<String> = [
        "laporannya", "beritanya", "report", "reports", "story", "account", "claim", "claims", "announcement",
        "laporan", "kabar", "berita",
        "pemberitaan", "pengumuman",
    ]
}
