/// What is asked of a person.
extension DossierPhrase {
    static let someWhere = DossierPhrase("a place that is not named", "tempat yang tidak disebut")

    static func open(_ kind: OpenPoint.Kind) -> DossierPhrase {
        switch kind {
        case .noDateline:
            DossierPhrase(
                "The text does not say when it was written. When was it?",
                "Teks tidak menyebut kapan ditulis. Kapan?"
            )
        case .yearInferred:
            DossierPhrase(
                "The year follows from a day of the week and a date alone. Is it right?",
                "Tahun disimpulkan hanya dari hari dan tanggal. Benarkah?"
            )
        case .cityAbsent:
            DossierPhrase(
                "A country is named without a city: {stop}. Which airports may be meant?",
                "Negara disebut tanpa kota: {stop}. Bandara mana yang mungkin dimaksud?"
            )
        case .regionOnly:
            DossierPhrase(
                "A region is named without airports of its own: {stop}. Where in it?",
                "Kawasan disebut tanpa bandara sendiri: {stop}. Di mana di dalamnya?"
            )
        case .unknownPlace:
            DossierPhrase(
                "No list of places has this name: {stop}. Where is it?",
                "Tidak ada daftar tempat yang memuat nama ini: {stop}. Di mana?"
            )
        case .noZone:
            DossierPhrase(
                "A time is given without saying whose clock: {stop}. All readings are kept. Whose is it?",
                "Waktu disebut tanpa zona: {stop}. Semua bacaan disimpan. Zona mana?"
            )
        case .noTime:
            DossierPhrase("No time of arrival is said: {stop}. When?", "Waktu tiba tidak disebut: {stop}. Kapan?")
        case .noReturn:
            DossierPhrase(
                "Nothing is said of the way back. When and where to?",
                "Perjalanan pulang tidak disebut. Kapan dan ke mana?"
            )
        case .returnUnnamed:
            DossierPhrase(
                "The way home is told without a name. Which airport is home?",
                "Perjalanan pulang disebut tanpa nama. Bandara asal yang mana?"
            )
        case .emptySource:
            DossierPhrase(
                "No source is named where the text would name one. Which is it?",
                "Tidak ada sumber disebut di tempat teks biasanya menyebutnya. Apa sumbernya?"
            )
        case .noSubject:
            DossierPhrase("Whose visit it is was not found. Whose is it?", "Pelaku kunjungan tidak ditemukan. Siapa?")
        case .noStop: DossierPhrase("No stop was found. Where to?", "Singgahan tidak ditemukan. Ke mana?")
        case .aircraftUnknown:
            DossierPhrase("Nothing is said of the aircraft.", "Pesawatnya tidak disebut.")
        case .competingTracks:
            DossierPhrase(
                "Two itineraries do not agree. Both are kept. Which holds?",
                "Dua rencana perjalanan tidak sepakat. Keduanya disimpan. Mana yang berlaku?"
            )
        case .orderUnclear:
            DossierPhrase(
                "The dates and the order of the words disagree: {stop}. Which order holds?",
                "Tanggal dan urutan kata tidak sepakat: {stop}. Urutan mana yang berlaku?"
            )
        }
    }
}
