import Flights

/// A piece of what is said of rules and alerts, in both languages. `{}` stands for what is filled in.
enum WatchPhrase: String, CaseIterable, Sendable {
    case observed, inferred, unknown
    case tookOff, tookOffSomewhere, landed, landedSomewhere, span, runway, shares
    case silent, reason, heardLast, noCoverage, offLikely, belowHorizon, receiverDown, stood, undetermined, offAtLeast
    case firstEver, heardAgain, heardHere, near, coarseNote, placeWithheld, area
    case newCallsign, squawk, sourceLost, interference, deadline, counted
    case unregistered, withCallsign, ofType, registerNote
    case suppressed, simulated, correctionFlewOn, correctionElsewhere, correctionTitle, notAboard, late
    case seconds, minutes, hours, days

    func text(_ language: WatchLanguage, _ values: String...) -> String { language.filled(words, values) }

    var words: (english: String, indonesian: String) { flightWords ?? silenceWords ?? otherWords }

    private var flightWords: (english: String, indonesian: String)? {
        switch self {
        case .observed: ("observed", "teramati")
        case .inferred: ("inferred", "disimpulkan")
        case .unknown: ("unknown", "tidak diketahui")
        case .tookOff: ("{} took off at {}: {}", "{} lepas landas di {}: {}")
        case .tookOffSomewhere:
            ("{} took off, it is not known where: {}", "{} lepas landas, tidak diketahui di mana: {}")
        case .landed: ("{} landed at {}: {}", "{} mendarat di {}: {}")
        case .landedSomewhere: ("{} landed, it is not known where: {}", "{} mendarat, tidak diketahui di mana: {}")
        case .span: ("between {} and {} UTC", "antara {} dan {} UTC")
        case .runway: ("runway {}", "landas pacu {}")
        case .shares: ("airports that fit: {}", "bandara yang cocok: {}")
        default: nil
        }
    }

    private var silenceWords: (english: String, indonesian: String)? {
        switch self {
        case .silent: ("{} has been silent for {}", "{} tidak terdengar selama {}")
        case .reason: ("why: {} ({})", "sebabnya: {} ({})")
        case .heardLast: ("heard last {} UTC", "terakhir terdengar {} UTC")
        case .noCoverage:
            (
                "nobody is heard there, so the silence says nothing about its transponder",
                "di sana tidak ada yang terdengar, jadi keheningan ini tidak berarti apa-apa tentang transpondernya"
            )
        case .offLikely:
            (
                "others are heard where it must have flown: it probably did not send",
                "yang lain terdengar di tempat ia pasti terbang: kemungkinan besar ia tidak memancar"
            )
        case .belowHorizon:
            (
                "others are heard above, not as low as it was",
                "yang lain terdengar di atasnya, tidak serendah itu"
            )
        case .receiverDown:
            ("who would have heard it did not listen", "penerima yang seharusnya mendengarnya tidak aktif")
        case .stood: ("it was on the ground", "ia berada di darat")
        case .undetermined: ("cannot be told", "tidak dapat dipastikan")
        case .offAtLeast:
            ("off the air with a probability of at least {} %", "tidak memancar dengan peluang sekurangnya {} %")
        case .firstEver:
            ("{} is heard for the first time in our archive", "{} terdengar untuk pertama kali dalam arsip kami")
        case .heardAgain:
            ("{} is heard again, last heard {} UTC, {} before", "{} terdengar lagi, terakhir {} UTC, {} sebelumnya")
        case .heardHere: ("{} was heard", "{} terdengar")
        default: nil
        }
    }

    private var otherWords: (english: String, indonesian: String) {
        switch self {
        case .near: ("{} was near {} at {} UTC", "{} berada di dekat {} pada {} UTC")
        case .coarseNote: ("place rounded to 0.1 degrees", "posisi dibulatkan ke 0,1 derajat")
        case .placeWithheld:
            (
                "a private aircraft: its place is told as an area only",
                "pesawat pribadi: posisinya hanya disampaikan sebagai wilayah"
            )
        case .area: ("area: {}", "wilayah: {}")
        case .newCallsign: ("{} calls itself {} now", "{} kini memakai tanda panggil {}")
        case .squawk:
            (
                "{} sends code {}, said by two messages at least a second apart",
                "{} memancarkan kode {}, dikatakan dua pesan berjarak sekurangnya satu detik"
            )
        case .sourceLost:
            (
                "{} sends its place no more, and is still heard",
                "{} tidak lagi memancarkan posisinya, dan masih terdengar"
            )
        case .interference:
            (
                "{} says that it knows its place far worse: NIC {} before, {} since, as under interference with satellite navigation; the cause was not observed",
                "{} menyatakan jauh lebih tidak yakin akan posisinya: NIC {} sebelumnya, {} sejak itu, seperti pada gangguan navigasi satelit; penyebabnya tidak teramati"
            )
        case .deadline:
            (
                "what was waited for did not come by {} UTC, while somebody listened",
                "yang ditunggu tidak terjadi sampai {} UTC, selama ada yang mendengarkan"
            )
        case .counted: ("{} events within {}", "{} kejadian dalam {}")
        case .unregistered: ("not in our lists", "tidak ada dalam daftar kami")
        case .withCallsign: ("callsign {}", "tanda panggil {}")
        case .ofType: ("type {}", "tipe {}")
        case .registerNote:
            (
                "registration and type as lists say them, not observed",
                "registrasi dan tipe menurut daftar, tidak teramati"
            )
        case .suppressed:
            (
                "{} more like this were not told since the last one",
                "{} lagi serupa tidak disampaikan sejak yang terakhir"
            )
        case .simulated: ("SIMULATED", "SIMULASI")
        case .correctionFlewOn:
            ("{} did not land: it was heard in the air again", "{} tidak mendarat: ia terdengar lagi di udara")
        case .correctionElsewhere: ("{} landed at {} instead", "{} ternyata mendarat di {}")
        case .correctionTitle: ("Correction: {}", "Koreksi: {}")
        case .notAboard:
            (
                "who is aboard is not known from any of this",
                "siapa yang ada di dalamnya tidak dapat diketahui dari semua ini"
            )
        case .late: ("found later, out of data that came late", "ditemukan kemudian, dari data yang terlambat datang")
        case .seconds: ("{} s", "{} detik")
        case .minutes: ("{} min", "{} menit")
        case .hours: ("{} h", "{} jam")
        case .days: ("{} d", "{} hari")
        default: (rawValue, rawValue)
        }
    }

    static func gapClass(_ one: GapClass) -> WatchPhrase {
        switch one {
        case .offLikely: .offLikely
        case .noCoverage: .noCoverage
        case .belowHorizon: .belowHorizon
        case .receiverDown: .receiverDown
        case .landed: .stood
        case .undetermined: .undetermined
        }
    }

    static func knowing(_ one: Knowing) -> WatchPhrase {
        switch one {
        case .observed: .observed
        case .inferred: .inferred
        case .unknown: .unknown
        }
    }
}
