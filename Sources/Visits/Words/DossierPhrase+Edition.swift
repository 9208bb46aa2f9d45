/// What a published dossier says of stops and claims in whole sentences; the page has columns for it.
extension DossierPhrase {
    static let announcedBetween = DossierPhrase(
        "Announced: {stop}, at {airports}; arrival between {from} and {to}.",
        "Diumumkan: {stop}, di {airports}; tiba antara {from} dan {to}."
    )
    static let announcedFrom = DossierPhrase(
        "Announced: {stop}, at {airports}; arrival from {from} on.",
        "Diumumkan: {stop}, di {airports}; tiba mulai {from}."
    )
    static let announcedUntil = DossierPhrase(
        "Announced: {stop}, at {airports}; arrival by {to}.",
        "Diumumkan: {stop}, di {airports}; tiba paling lambat {to}."
    )
    static let announcedSometime = DossierPhrase(
        "Announced: {stop}, at {airports}; when is not said.",
        "Diumumkan: {stop}, di {airports}; waktunya tidak disebut."
    )
    static let noKnownAirport = DossierPhrase("no known airport", "bandara yang tidak diketahui")
    static let unconfirmedStop = DossierPhrase(
        "{announced} Nobody has confirmed this reading.",
        "{announced} Pembacaan ini belum dikonfirmasi."
    )
    static let saidWithWords = DossierPhrase(
        "Claimed by {speaker} ({kind}, {certainty}): “{words}”",
        "Diklaim oleh {speaker} ({kind}, {certainty}): “{words}”"
    )
    static let saidWithoutWords = DossierPhrase(
        "Claimed by {speaker} ({kind}, {certainty}); the words are not kept.",
        "Diklaim oleh {speaker} ({kind}, {certainty}); kata-katanya tidak disimpan."
    )
    static let saidWithWordsLeftOut = DossierPhrase(
        "Claimed by {speaker} ({kind}, {certainty}); the words are left out: of a report a quarter at most is quoted.",
        "Diklaim oleh {speaker} ({kind}, {certainty}); kata-katanya tidak dikutip: paling banyak seperempat laporan dikutip."
    )
    static let heardAircraft = DossierPhrase(
        "{aircraft} is consistent with the announced visit.",
        "{aircraft} konsisten dengan kunjungan yang diumumkan."
    )
}
