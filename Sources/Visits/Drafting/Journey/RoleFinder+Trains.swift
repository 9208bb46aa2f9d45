/// Goals of a train or a road that are told by another verb than the ride's, goals that a report took back, and where bodies are.
extension RoleFinder {
    /// "Bertolak dari Pyongyang dengan kereta api khusus pada Senin dan akan tiba di Beijing": who leaves by train arrives by it.
    func isLeftByTrain(_ place: PlaceMention, _ verb: CueHit?) -> Bool {
        guard let verb, verb.cue == .arrive,
            let leaves = sentence.cues.first(where: {
                ($0.cue == .depart || $0.cue == .leave) && $0.words.upperBound <= verb.words.lowerBound
            }),
            let ride = sentence.cues(.surface).first(where: { leaves.words.upperBound <= $0.words.lowerBound }),
            ride.words.upperBound <= verb.words.lowerBound,
            // "By train" is one word of the list.
            (ride.words.lowerBound - 1...ride.words.lowerBound).contains(where: {
                Self.riding.contains(reading.word($0))
            }),
            // "In Rome, where he, leaving by train, arrives": what is arrived at may stand before.
            ride.words.upperBound <= place.words.lowerBound,
            sentence.placeMention(at: ride.words.upperBound) == nil
        else { return false }
        return !(leaves.words.upperBound..<place.words.lowerBound).contains { at in
            [";", ","].contains(reading.word(at)) && sentence.time(at: at) == nil
                || ["fly", "flies", "terbang"].contains(reading.word(at))
                || sentence.cues(at: at).contains {
                    [.aircraft, .stateAircraft, .charter, .travel, .then, .stopover, .turn].contains($0)
                }
        }
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

    /// "Direktorat Komunikasi Kepresidenan di Ankara", "the Royal Palace in Oslo": where a body of several words is.
    func isSeatOfBody(_ start: Int) -> Bool {
        var at = start - 1
        while at > words.lowerBound, start - at <= 6, reading.tokens[at].isCapital, reading.tokens[at - 1].isCapital,
            sentence.time(at: at) == nil
        { at -= 1 }
        guard start - at >= 2, reading.tokens[at].isCapital else { return false }
        return sentence.cues(at: at).contains { $0 == .institution || $0 == .voice }
            || Self.bodies.contains(reading.word(at))
    }

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
        return behind.contains { Self.reports.contains(reading.word($0)) }
            && !(verb..<place.words.lowerBound).contains { at in
                [",", ";", "and", "dan"].contains(reading.word(at))
                    || sentence.cues(at: at).contains(.say) && at != verb
            }
    }

    private static let withdrawing: Set<String> = [
        "withdrew", "withdraws", "withdrawn", "retracted", "retracts", "corrected", "corrects", "meralat", "mencabut",
        "menarik",
    ]
    private static let reports: Set<String> = [
        "report", "reports", "story", "account", "claim", "claims", "announcement", "laporan", "kabar", "berita",
        "pemberitaan", "pengumuman",
    ]
}
