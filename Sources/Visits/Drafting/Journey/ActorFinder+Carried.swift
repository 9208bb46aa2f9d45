extension ActorFinder {
    /// Whom an aircraft carries by the words of its sentence: "a jet is to bring him to Rome", "a Boeing will land with the prime minister
    /// aboard", "pesawat itu membawa sang presiden".
    ///
    /// - Parameter aircraft: where the word for the aircraft ends.
    func carried(by aircraft: Int) -> Move.Actor? {
        for hit in sentence.cues(.carrying) where hit.words.lowerBound >= aircraft {
            let isTheirs = hit.words.contains {
                ["him", "her", "them"].contains(reading.word($0)) || reading.word($0).hasSuffix("nya")
            }
            if isTheirs { return .pronoun }
            if let found = somebody(in: hit.words.upperBound..<min(sentence.words.upperBound, hit.words.upperBound + 4))
            {
                return found
            }
        }
        let aboard = sentence.words.first { at in
            at >= aircraft
                && (reading.word(at) == "aboard" || reading.word(at) == "on" && reading.word(at + 1) == "board"
                    || reading.word(at) == "di" && ["dalamnya", "atasnya"].contains(reading.word(at + 1)))
        }
        guard let aboard else { return nil }
        let from = max(aircraft, aboard - 8)
        guard let with = (from..<max(from, aboard)).last(where: { ["with", "dengan"].contains(reading.word($0)) })
        else {
            return nil
        }
        return somebody(in: with + 1..<max(with + 1, aboard))
    }

    private static let loads: Set<String> = [
        "relatives", "cargo", "equipment", "journalists", "reporters", "ministers", "guests", "troops", "soldiers",
        "staff", "officials", "aid", "supplies", "luggage", "kerabat", "keluarga", "kargo", "perlengkapan", "peralatan",
        "tents", "medicine", "medicines", "food", "vaccines", "weapons", "tenda", "obat-obatan", "makanan", "vaksin",
        "senjata", "relawan", "wartawan", "tamu", "prajurit", "tentara", "logistik", "barang", "bantuan",
    ]

    /// "Two jets were carrying relatives", "pesawat yang membawa perlengkapan".
    func carriesOthers(_ aircraft: Int) -> Bool {
        sentence.cues(.carrying).contains { hit in
            hit.words.lowerBound >= aircraft
                && ["carrying", "carried", "carry", "carries", "membawa", "mengangkut"]
                    .contains(reading.word(hit.words.upperBound - 1))
                && (hit.words.upperBound..<hit.words.upperBound + 2).contains { Self.loads.contains(reading.word($0)) }
        }
    }

    private func somebody(in range: Range<Int>) -> Move.Actor? {
        for at in range {
            if ["him", "her", "them"].contains(reading.word(at)) { return .pronoun }
            if let person = sentence.person(at: at) { return person.isPronoun ? .pronoun : .person(person) }
            if sentence.cues(at: at).contains(where: { $0 == .pronoun || $0 == .delegation }) { return .pronoun }
        }
        return nil
    }
}
