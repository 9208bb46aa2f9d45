/// What is said of claims beside what was heard: of aircraft alone.
extension DossierPhrase {
    static let heardSupports = DossierPhrase("Supported: {what}.", "Didukung: {what}.")
    static let heardContradicts = DossierPhrase(
        "Contradicted, as far as aircraft consistent with the visit are meant: {what}.",
        "Bertentangan, sejauh yang dimaksud adalah pesawat yang sesuai dengan kunjungan: {what}."
    )
    static let heardOpen = DossierPhrase(
        "Not testable by what was heard: {what}.",
        "Tidak dapat diuji dengan yang terdengar: {what}."
    )

    static let cameDown = DossierPhrase(
        "{aircraft}, an aircraft consistent with the visit, was heard coming down at {airport} on {time}",
        "{aircraft}, pesawat yang sesuai dengan kunjungan, terdengar turun di {airport} pada {time}"
    )
    static let climbedOut = DossierPhrase(
        "{aircraft}, an aircraft consistent with the visit, was heard climbing out of {airport} on {time}",
        "{aircraft}, pesawat yang sesuai dengan kunjungan, terdengar naik dari {airport} pada {time}"
    )
    static let wasLow = DossierPhrase(
        "{aircraft}, an aircraft consistent with the visit, was heard low and without a position on {time}, within about {distance} of {airport}",
        "{aircraft}, pesawat yang sesuai dengan kunjungan, terdengar rendah dan tanpa posisi pada {time}, dalam jarak kira-kira {distance} dari {airport}"
    )
    static let withinTime = DossierPhrase("{what}, within the time said", "{what}, dalam waktu yang disebut")
    static let afterTime = DossierPhrase(
        "{what}, {duration} after the time said",
        "{what}, {duration} setelah waktu yang disebut"
    )
    static let beforeTime = DossierPhrase(
        "{what}, {duration} before the time said",
        "{what}, {duration} sebelum waktu yang disebut"
    )
    static let wrongWayRound = DossierPhrase(
        "{what}, which does not go with the order of coming and leaving that is said",
        "{what}, yang tidak cocok dengan urutan datang dan pergi yang disebut"
    )
    static let leftUnheard = DossierPhrase(
        "{what}; when it left was not heard",
        "{what}; kapan pesawat itu pergi tidak terdengar"
    )
    static let heardLegUsual = DossierPhrase(
        "{what}; with the time said that makes {duration} for {distance}, typical {typical}",
        "{what}; dengan waktu yang disebut itu menjadi {duration} untuk {distance}, lazimnya {typical}"
    )
    static let heardLegLong = DossierPhrase(
        "{what}; with the time said that makes {duration} for {distance}, typical {typical}, slow {slow}: long, and not excluded",
        "{what}; dengan waktu yang disebut itu menjadi {duration} untuk {distance}, lazimnya {typical}, lambat {slow}: lama, tetapi tidak mustahil"
    )
    static let heardLegTooFast = DossierPhrase(
        "{what}; with the time said that makes {duration} for {distance}, which would have asked for {speed}; the fastest such leg takes {fastest}",
        "{what}; dengan waktu yang disebut itu menjadi {duration} untuk {distance}, yang menuntut {speed}; penerbangan tercepat sejauh itu memakan {fastest}"
    )
    static let heardLegMixed = DossierPhrase(
        "{what}; with some readings of the time said that is possible and with others not: {duration} for {distance}, the fastest such leg takes {fastest}",
        "{what}; menurut sebagian bacaan waktu yang disebut itu mungkin dan menurut yang lain tidak: {duration} untuk {distance}, penerbangan tercepat sejauh itu memakan {fastest}"
    )
    static let ofAircraft = DossierPhrase("{aircraft}: {what}", "{aircraft}: {what}")
    static let unheardThere = DossierPhrase(
        "{aircraft}, an aircraft consistent with the visit, was not heard there; a stop at {airport} fits between {earliest} and {latest}",
        "{aircraft}, pesawat yang sesuai dengan kunjungan, tidak terdengar di sana; singgah di {airport} mungkin antara {earliest} dan {latest}"
    )
    static let noComparedStop = DossierPhrase(
        "it names no stop that was compared",
        "tidak menyebut singgahan yang dibandingkan"
    )
    static let noConsistentAircraft = DossierPhrase(
        "nothing heard of any aircraft speaks for the visit there",
        "tidak ada yang terdengar dari pesawat mana pun yang mendukung kunjungan itu di sana"
    )
    static let noJourney = DossierPhrase(
        "it does not say that an aircraft comes to a stop or leaves one",
        "tidak menyebut bahwa pesawat datang ke singgahan atau meninggalkannya"
    )
}
