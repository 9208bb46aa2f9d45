/// What cannot be said in a place of a rule.
public enum RuleMisplacement: String, Hashable, Sendable, CaseIterable {
    case selfComparison, meanwhile, absentVariables, countVariables, countCooldown, countOfBoth
    case anchors, merging

    /// In both languages.
    var words: (english: String, indonesian: String) {
        switch self {
        case .selfComparison:
            ("a variable cannot be compared with itself", "variabel tidak dapat dibandingkan dengan dirinya sendiri")
        case .meanwhile: ("“while” stands beside “silent” alone", "“while” hanya dapat berada di samping “silent”")
        case .absentVariables:
            (
                "“absent” may ask only about variables that “after” has",
                "“absent” hanya boleh menanyakan variabel yang ada di “after”"
            )
        case .countVariables: ("“count” needs a rule of one variable", "“count” memerlukan aturan dengan satu variabel")
        case .countCooldown:
            (
                "a count over all aircraft has one cooldown: leave “per” out",
                "hitungan atas semua pesawat punya satu masa jeda: hilangkan “per”"
            )
        case .countOfBoth:
            (
                "“distinct” counts different aircraft, “each” the events of one",
                "“distinct” menghitung pesawat yang berbeda, “each” kejadian satu pesawat"
            )
        case .anchors: ("anchors and aliases are not read", "jangkar dan alias tidak dibaca")
        case .merging: ("maps are not merged", "peta kunci tidak digabungkan")
        }
    }
}
