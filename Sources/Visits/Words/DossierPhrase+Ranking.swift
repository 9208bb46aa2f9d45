/// What is said of aircraft compared with an announced visit. Of people nothing is said, and of nobody that he sits in an aircraft.
extension DossierPhrase {
    static let notice = DossierPhrase(
        "Aircraft consistent with the announced visit, by what was heard here. Nothing heard of an aircraft tells who is in it.",
        "Pesawat yang sesuai dengan kunjungan yang diumumkan, menurut apa yang terdengar di sini. Tidak ada sinyal pesawat yang memberi tahu siapa penumpangnya."
    )

    // MARK: Ratios

    static let more = DossierPhrase(
        "more likely for the announced visit than for a flight of its own",
        "lebih mungkin untuk kunjungan yang diumumkan daripada untuk penerbangan lain"
    )
    static let less = DossierPhrase(
        "less likely for the announced visit than for a flight of its own",
        "kurang mungkin untuk kunjungan yang diumumkan daripada untuk penerbangan lain"
    )
    static let muchMore = DossierPhrase(
        "much more likely for the announced visit than for a flight of its own",
        "jauh lebih mungkin untuk kunjungan yang diumumkan daripada untuk penerbangan lain"
    )
    static let muchLess = DossierPhrase(
        "much less likely for the announced visit than for a flight of its own",
        "jauh kurang mungkin untuk kunjungan yang diumumkan daripada untuk penerbangan lain"
    )
    static let evenly = DossierPhrase("no more likely either way", "tidak lebih mungkin ke arah mana pun")
    static let somewhatMore = DossierPhrase(
        "somewhat more likely for the announced visit than for a flight of its own",
        "agak lebih mungkin untuk kunjungan yang diumumkan daripada untuk penerbangan lain"
    )
    static let somewhatLess = DossierPhrase(
        "somewhat less likely for the announced visit than for a flight of its own",
        "agak kurang mungkin untuk kunjungan yang diumumkan daripada untuk penerbangan lain"
    )
    static let timesMore = DossierPhrase(
        "{number} times more likely for the announced visit than for a flight of its own",
        "{number} kali lebih mungkin untuk kunjungan yang diumumkan daripada untuk penerbangan lain"
    )
    static let timesLess = DossierPhrase(
        "{number} times less likely for the announced visit than for a flight of its own",
        "{number} kali kurang mungkin untuk kunjungan yang diumumkan daripada untuk penerbangan lain"
    )
    /// A reason, then how much it counts.
    static let weighed = DossierPhrase("{reason}: {ratio}.", "{reason}: {ratio}.")
    static let unweighed = DossierPhrase("{reason}.", "{reason}.")

    // MARK: Reasons

    static let priorListed = DossierPhrase(
        "{role}, by {sources}; one of {count} such aircraft that are compared",
        "{role}, menurut {sources}; satu dari {count} pesawat sejenis yang dibandingkan"
    )
    static let priorAssumed = DossierPhrase(
        "{role}, by its type and operator as far as they are known; one of {count} such aircraft that are compared",
        "{role}, menurut tipe dan operatornya sejauh diketahui; satu dari {count} pesawat sejenis yang dibandingkan"
    )
    static let landingSeen = DossierPhrase(
        "Heard coming down at {airport} on {time}",
        "Terdengar turun di {airport} pada {time}"
    )
    static let departureSeen = DossierPhrase(
        "Heard climbing out of {airport} on {time}, its arrival before that unheard",
        "Terdengar naik dari {airport} pada {time}, kedatangannya sebelum itu tidak terdengar"
    )
    static let landingInDisc = DossierPhrase(
        "Heard low and without a position on {time}, within about {distance} of {airport}",
        "Terdengar rendah dan tanpa posisi pada {time}, dalam jarak kira-kira {distance} dari {airport}"
    )
    /// How often that is; not said while the archive is young, since it would be assumed.
    static let comesThere = DossierPhrase(
        "{reason}; by how often it and others of its kind fly, it comes there {often} anyway",
        "{reason}; dilihat dari seringnya pesawat ini dan yang sejenis terbang, ia datang ke sana {often} tanpa kunjungan pun"
    )
    /// The same of who was heard at the stop before, where that is oftener.
    static let comesOn = DossierPhrase(
        "{reason}; by those heard to leave the stop before, and by what is assumed of them, it comes on there {often} anyway",
        "{reason}; dilihat dari pesawat yang terdengar berangkat dari persinggahan sebelumnya, dan dari yang dianggap tentangnya, ia melanjutkan ke sana {often} tanpa kunjungan pun"
    )
    static let silenceBetween = DossierPhrase(
        "Not heard from {before} to {after}; a stop at {airport} fits between {earliest} and {latest}",
        "Tidak terdengar dari {before} sampai {after}; singgah di {airport} mungkin antara {earliest} dan {latest}"
    )
    static let silenceAfter = DossierPhrase(
        "Not heard after {before}; a stop at {airport} fits between {earliest} and {latest}",
        "Tidak terdengar setelah {before}; singgah di {airport} mungkin antara {earliest} dan {latest}"
    )
    static let silenceBefore = DossierPhrase(
        "Not heard before {after}; a stop at {airport} fits between {earliest} and {latest}",
        "Tidak terdengar sebelum {after}; singgah di {airport} mungkin antara {earliest} dan {latest}"
    )
    static let silenceAround = DossierPhrase(
        "Not heard at that time; a stop at {airport} fits between {earliest} and {latest}",
        "Tidak terdengar pada waktu itu; singgah di {airport} mungkin antara {earliest} dan {latest}"
    )
    /// Of what is to come nobody can have heard anything: no silence.
    static let silenceAhead = DossierPhrase(
        "A stop at {airport} is still to come: it can be made between {earliest} and {latest}",
        "Singgahan di {airport} masih akan datang: dapat dilakukan antara {earliest} dan {latest}"
    )
    /// Of the time before, nothing was kept of any aircraft: a silence of this one is not known.
    static let unkeptBefore = DossierPhrase(
        "Nothing is kept here of any aircraft from before {kept}; a stop at {airport} fits between {earliest} and {latest}",
        "Tidak ada data pesawat mana pun yang tersimpan di sini dari sebelum {kept}; singgah di {airport} mungkin antara {earliest} dan {latest}"
    )
    static let unkeptThenSilence = DossierPhrase(
        "Not heard from {kept} to {after}, and nothing is kept here of any aircraft from before; a stop at {airport} fits between {earliest} and {latest}",
        "Tidak terdengar dari {kept} sampai {after}, dan tidak ada data pesawat mana pun yang tersimpan di sini dari sebelumnya; singgah di {airport} mungkin antara {earliest} dan {latest}"
    )
    static let unkeptThenNothing = DossierPhrase(
        "Not heard after {kept}, and nothing is kept here of any aircraft from before; a stop at {airport} fits between {earliest} and {latest}",
        "Tidak terdengar setelah {kept}, dan tidak ada data pesawat mana pun yang tersimpan di sini dari sebelumnya; singgah di {airport} mungkin antara {earliest} dan {latest}"
    )
    static let unkeptWithin = DossierPhrase(
        "{reason}, and nothing is kept here of any aircraft from {from} to {to}",
        "{reason}, dan tidak ada data pesawat mana pun yang tersimpan di sini dari {from} sampai {to}"
    )
    static let course = DossierPhrase(
        "{reason}, and it was last heard heading {degrees} degrees off the way there",
        "{reason}, dan arah terakhirnya menyimpang {degrees} derajat dari jalur ke sana"
    )
    static let tooFar = DossierPhrase(
        "Cannot have been at {stop}: {distance} in {duration} would have asked for {speed}",
        "Tidak mungkin berada di {stop}: {distance} dalam {duration} menuntut {speed}"
    )
    static let noTime = DossierPhrase(
        "Cannot have been at {stop}: {distance} in {duration} leaves no time for it at any speed",
        "Tidak mungkin berada di {stop}: {distance} dalam {duration} tidak menyisakan waktu dengan kecepatan berapa pun"
    )
    static let elsewhere = DossierPhrase(
        "Cannot have been at {stop} at any of the times looked at: it was heard elsewhere",
        "Tidak mungkin berada di {stop} pada waktu mana pun yang diperiksa: terdengar di tempat lain"
    )
    static let orderKept = DossierPhrase(
        "The announced stops can be made in their order, with the legs between",
        "Singgahan yang diumumkan dapat ditempuh menurut urutannya, dengan penerbangan di antaranya"
    )
    static let orderStrained = DossierPhrase(
        "The announced stops can hardly be made in their order, with the legs between",
        "Singgahan yang diumumkan sulit ditempuh menurut urutannya, dengan penerbangan di antaranya"
    )
    static let leftHome = DossierPhrase(
        "Heard climbing out of {airport} on {time}, when the way to the first stop asks for it",
        "Terdengar naik dari {airport} pada {time}, sesuai dengan waktu tempuh ke singgahan pertama"
    )
    static let notHeardLeaving = DossierPhrase(
        "Not heard leaving {airport}, where {share} departures are heard",
        "Tidak terdengar meninggalkan {airport}, tempat {share} keberangkatan terdengar"
    )
    static let leavingUnknown = DossierPhrase(
        "Not heard leaving {airport}; whether it would have been heard there is not known",
        "Tidak terdengar meninggalkan {airport}; tidak diketahui apakah akan terdengar di sana"
    )
    static let notFromHome = DossierPhrase(
        "Heard elsewhere when it would have had to leave {airport}",
        "Terdengar di tempat lain ketika seharusnya meninggalkan {airport}"
    )
    static let onRoute = DossierPhrase(
        "Heard on the way to {stop} on {time}, at a time that fits",
        "Terdengar dalam jalur ke {stop} pada {time}, pada waktu yang sesuai"
    )
    static let onRouteSometime = DossierPhrase(
        "Heard on the way to {stop}, at a time that fits",
        "Terdengar dalam jalur ke {stop}, pada waktu yang sesuai"
    )
    static let routeSilence = DossierPhrase(
        "Not heard on the way to {stop}, along which aircraft are heard {share} of the time",
        "Tidak terdengar dalam jalur ke {stop}, tempat pesawat terdengar {share} waktu"
    )
    static let companions = DossierPhrase(
        "Heard at a stop within the hour of {aircraft}, of the same operator",
        "Terdengar di singgahan dalam selang satu jam dari {aircraft}, dari operator yang sama"
    )
    static let accompaniesLess = DossierPhrase(
        "An aircraft of the state's fleet may come along whichever one is used, and what was heard of this one fits that too: as the one that was used it counts {degree} less",
        "Pesawat armada negara bisa ikut serta apa pun pesawat yang dipakai, dan yang terdengar dari pesawat ini juga sesuai dengan itu: sebagai pesawat yang dipakai bobotnya {degree} lebih kecil"
    )
    static let accompaniesMore = DossierPhrase(
        "An aircraft of the state's fleet may come along whichever one is used, and what was heard of this one does not fit that: as the one that was used it counts {degree} more",
        "Pesawat armada negara bisa ikut serta apa pun pesawat yang dipakai, dan yang terdengar dari pesawat ini tidak sesuai dengan itu: sebagai pesawat yang dipakai bobotnya {degree} lebih besar"
    )
    static let degreeTimes = DossierPhrase("{number} times", "{number} kali")
    static let degreeHardly = DossierPhrase("hardly", "nyaris tidak")
    static let degreeSomewhat = DossierPhrase("somewhat", "agak")
    static let degreeClearly = DossierPhrase("clearly", "jelas")
    static let degreeMuch = DossierPhrase("much", "jauh")
    static let byTurns = DossierPhrase(
        "Heard by turns with {aircraft}: one fell silent where the other appeared, and what speaks for one is shared between them",
        "Terdengar bergantian dengan {aircraft}: satu diam di tempat yang lain muncul, dan yang mendukung salah satunya dibagi di antara mereka"
    )
    static let neighbour = DossierPhrase(
        "On no list itself, it stands beside {aircraft} of that fleet in registration, type and operator",
        "Tidak ada dalam daftar, tetapi registrasi, tipe, dan operatornya berdekatan dengan {aircraft} dari armada itu"
    )
    static let oneBit = DossierPhrase(
        "What was heard without a position may be of {aircraft}, whose address differs by one bit",
        "Yang terdengar tanpa posisi mungkin milik {aircraft}, yang alamatnya berbeda satu bit"
    )
    static let claimFits = DossierPhrase(
        "Fits what {speaker} says of the aircraft ({certainty})",
        "Sesuai dengan keterangan {speaker} tentang pesawatnya ({certainty})"
    )
    static let claimDiffers = DossierPhrase(
        "Does not fit what {speaker} says of the aircraft ({certainty})",
        "Tidak sesuai dengan keterangan {speaker} tentang pesawatnya ({certainty})"
    )

    // MARK: Groups, none, and who is left out

    static let alone = DossierPhrase("One aircraft by itself", "Satu pesawat sendiri")
    static let together = DossierPhrase(
        "{count} aircraft of one operator, heard at a stop within the hour of each other",
        "{count} pesawat dari satu operator, terdengar di singgahan dalam selang satu jam"
    )
    static let relay = DossierPhrase(
        "{count} aircraft of one type, heard by turns: one fell silent where another appeared, and which of them it is cannot be told",
        "{count} pesawat dari satu tipe, terdengar bergantian: satu diam di tempat yang lain muncul, dan tidak dapat dikatakan yang mana"
    )
    /// A group, then how consistent it is with the visit; not said while the archive is young.
    static let groupLikely = DossierPhrase(
        "{group}: that it flew with the announced visit is {likely}.",
        "{group}: bahwa terbang bersama kunjungan yang diumumkan {likely}."
    )
    static let none = DossierPhrase(
        "None of these aircraft, or one that is on no tracker, always remains possible.",
        "Bukan satu pun dari pesawat ini, atau pesawat yang tidak ada di pelacak mana pun, selalu tetap mungkin."
    )
    static let noneLikely = DossierPhrase(
        "None of these aircraft, one that is on no tracker, or nobody travelling: {likely}.",
        "Bukan satu pun dari pesawat ini, pesawat yang tidak ada di pelacak, atau tidak ada yang bepergian: {likely}."
    )
    static let outOfOrder = DossierPhrase(
        "Each announced stop is possible by itself, their order is not.",
        "Setiap singgahan yang diumumkan mungkin sendiri-sendiri, urutannya tidak."
    )
    static let escort = DossierPhrase(
        "A fighter: such aircraft join in flight, and are listed and not compared.",
        "Pesawat tempur: ikut serta di udara, dicatat dan tidak dibandingkan."
    )

    // MARK: What lacks, what would tell most

    static let missingRates = DossierPhrase(
        "The archive is young: how often such aircraft come to these airports is not known yet. Order and reasons are told.",
        "Arsip masih muda: belum diketahui seberapa sering pesawat sejenis datang ke bandara ini. Urutan dan alasan disampaikan."
    )
    static let missingDetection = DossierPhrase(
        "At a stop too few landings are known to say how often one is heard there.",
        "Di satu singgahan terlalu sedikit pendaratan diketahui untuk mengatakan seberapa sering terdengar di sana."
    )
    static let missingCoverage = DossierPhrase(
        "Along the ways between the stops it is not known where aircraft are heard.",
        "Di jalur antarsinggahan tidak diketahui di mana pesawat terdengar."
    )
    static let settling = DossierPhrase(
        "What would tell most: data of {airport} between {from} and {to}.",
        "Yang paling menentukan: data dari {airport} antara {from} dan {to}."
    )
}
