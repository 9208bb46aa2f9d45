import Aero

/// A piece of what is said of flights on the command line, in the languages of the program. `{}` stands for what is filled in.
enum FlightPhrase: String, CaseIterable, Sendable {
    case leg, tookOff, landed, notLanded, lost, runway, elsewhere, nowhere, callsigns, highest
    case observed, inferred, unknown
    case touchAndGo, goAround, diverted
    case stop, shortStop, uncertainStop, arrived, left
    case silence, silenceSince, lastHeard, heardAgain, onGround, noHeight, level, climbing, descending
    case flewOn, stoppedAt, stoppedElsewhere, others, longest, noExplanation, changed, before
    case offLikely, noCoverage, belowHorizon, receiverDown, stoodThere, undetermined
    case offAtLeast, judged, rests, wayTried, saidBefore, silentAtMost
    case unjudgedGround, unjudgedPlace, nothingLearned, noListeners, notTold, learned
    case greatCircle, headingKept, descent, randomWay
    case cell, lowest, from, receiver, heardOf, taken
    case counted, down, tooFew, goneQuiet, dependent
    case endurance, otherCallsign, sameCallsign, heardMeanwhile
    case markedWhenHeard, impliedSpeed, integrityZero, accuracyZero, beyondHorizon, groundWhileHigh, sharedPlace
    case doubtful, asked, first, limited, neverHeard, stateGround, stateAir, stateLost, stateUnknown
    case landing, takeoff, comingFrom, goingTo, here, standing, since, nobody, noMovement, noSilence
    case minutes, hours, days, seconds

    /// - Parameter values: what is filled in, in order.
    func text(_ language: NameLanguage, _ values: String...) -> String {
        let pattern = language == .indonesian ? words.indonesian : words.english
        var text = ""
        var rest = values[...]
        for (index, piece) in pattern.split(separator: "{}", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { text += rest.popFirst() ?? "" }
            text += piece
        }
        return text
    }
}

extension FlightPhrase {
    /// The same in both languages; as the pages say it.
    var words: (english: String, indonesian: String) {
        flightWords ?? silenceWords ?? evidenceWords ?? otherWords
    }

    private var flightWords: (english: String, indonesian: String)? {
        switch self {
        case .leg: ("leg {}", "penerbangan {}")
        case .tookOff: ("took off {}", "lepas landas {}")
        case .landed: ("landed {}", "mendarat {}")
        case .notLanded: ("not landed as far as was heard", "belum mendarat sejauh yang terdengar")
        case .lost: ("lost in the air; if it landed: {}", "hilang di udara; bila mendarat: {}")
        case .runway: ("runway {}", "landas pacu {}")
        case .elsewhere: ("elsewhere {}", "tempat lain {}")
        case .nowhere: ("not known where", "tidak diketahui di mana")
        case .callsigns: ("as {}", "sebagai {}")
        case .highest: ("up to {} ft", "sampai {} ft")
        case .observed: ("observed", "teramati")
        case .inferred: ("inferred", "disimpulkan")
        case .unknown: ("unknown", "tidak diketahui")
        case .touchAndGo: ("touch-and-go {}", "mendarat sentuh lalu naik lagi {}")
        case .goAround: ("go-around {}", "batal mendarat, naik lagi {}")
        case .diverted:
            ("diverted from {}, where it went around; {}", "dialihkan dari {}, tempat ia batal mendarat; {}")
        case .stop: ("stop", "singgah")
        case .shortStop: ("short stop", "singgah singkat")
        case .uncertainStop: ("perhaps a stop", "mungkin singgah")
        case .arrived: ("arrived {}", "tiba {}")
        case .left: ("left {}", "berangkat {}")
        case .doubtful:
            (
                "left out as doubtful: {} observations, {}, {}",
                "tidak disertakan karena meragukan: {} pengamatan, {}, {}"
            )
        case .asked: ("asked {}; heard {}; {}", "ditanyakan {}; terdengar {}; {}")
        case .limited:
            (
                "on a list of limited display (LADD): it was asked not to be shown",
                "ada dalam daftar tampilan terbatas (LADD): diminta agar tidak ditampilkan"
            )
        case .first:
            (
                "first in our archive {} (since {}, complete on {} of {} days)",
                "pertama dalam arsip kami {} (sejak {}, lengkap pada {} dari {} hari)"
            )
        case .neverHeard: ("not at all", "tidak sama sekali")
        case .stateGround: ("on the ground when last heard", "di darat saat terakhir terdengar")
        case .stateAir: ("in the air when last heard", "di udara saat terakhir terdengar")
        case .stateLost:
            (
                "in the air when last heard, and silent since",
                "di udara saat terakhir terdengar, dan sejak itu tidak terdengar"
            )
        case .stateUnknown: ("in the air or on the ground: not known", "di udara atau di darat: tidak diketahui")
        default: nil
        }
    }

    private var silenceWords: (english: String, indonesian: String)? {
        switch self {
        case .silence: ("silence {}  {} ({})", "tidak terdengar {}  {} ({})")
        case .silenceSince: ("silence {}  since {}, goes on at {}", "tidak terdengar {}  sejak {}, masih pada {}")
        case .lastHeard: ("last heard {}", "terakhir terdengar {}")
        case .heardAgain: ("heard again {}", "terdengar lagi {}")
        case .onGround: ("on the ground", "di darat")
        case .noHeight: ("at no known height", "pada ketinggian yang tidak diketahui")
        case .level: ("level", "mendatar")
        case .climbing: ("climbing", "naik")
        case .descending: ("descending", "turun")
        case .flewOn: ("flew on {}", "terbang terus {}")
        case .stoppedAt: ("stopped at {} {}", "singgah di {} {}")
        case .stoppedElsewhere:
            ("landed somewhere else, or more than once {}", "mendarat di tempat lain, atau lebih dari sekali {}")
        case .others: ("others {}", "lainnya {}")
        case .longest: ("at most {} on the ground", "paling lama {} di darat")
        case .noExplanation:
            (
                "what may have happened is not told while it goes on",
                "apa yang mungkin terjadi belum disampaikan selama masih berlanjut"
            )
        case .changed: ("thought otherwise since {}: {}", "dinilai lain sejak {}: {}")
        case .before: ("before: {}", "sebelumnya: {}")
        case .offLikely: ("probably off the air", "kemungkinan besar tidak memancar")
        case .noCoverage: ("nobody is heard there", "di sana tidak ada yang terdengar")
        case .belowHorizon: ("too low to be heard", "terlalu rendah untuk terdengar")
        case .receiverDown: ("nobody listened", "tidak ada yang mendengarkan")
        case .stoodThere: ("landed", "mendarat")
        case .undetermined: ("cannot be told", "tidak dapat ditentukan")
        case .offAtLeast: ("P(off the air) at least {}", "P(tidak memancar) sedikitnya {}")
        case .judged: ("judged {}", "dinilai {}")
        case .unjudgedGround: ("not judged: it began on the ground", "tidak dinilai: mulai di darat")
        case .unjudgedPlace:
            (
                "not judged: it began or ended at no known place or height",
                "tidak dinilai: mulai atau berakhir di tempat atau ketinggian yang tidak diketahui"
            )
        case .nothingLearned:
            (
                "not judged: what is heard here of others was not learned yet; a server learns it by itself, and so does: pelacak coverage learn",
                "tidak dinilai: apa yang terdengar di sini dari pesawat lain belum dipelajari; server mempelajarinya sendiri, begitu pula: pelacak coverage learn"
            )
        case .noListeners:
            (
                "not judged: in what was imported nobody is known to have listened",
                "tidak dinilai: dalam yang diimpor tidak diketahui siapa yang mendengarkan"
            )
        case .notTold:
            (
                "what this silence means is not told: it would say who hears what here",
                "makna selang ini tidak disampaikan: hal itu akan mengungkap siapa mendengar apa di sini"
            )
        default: nil
        }
    }

    private var evidenceWords: (english: String, indonesian: String)? {
        switch self {
        case .rests:
            (
                "rests on at least {} passes of others, {} receivers, {} cells",
                "bertumpu pada sedikitnya {} lintasan pesawat lain, {} penerima, {} sel"
            )
        case .wayTried: ("{} ways tried; hardest to hear: {}", "{} jalur dicoba; paling sulit terdengar: {}")
        case .silentAtMost:
            (
                "P(silent though sending) at most {}; prior {}",
                "P(tidak terdengar walau memancar) paling tinggi {}; semula {}"
            )
        case .saidBefore:
            ("said before: {}, at least {}, judged {}", "dikatakan sebelumnya: {}, sedikitnya {}, dinilai {}")
        case .learned: ("learned from {} to {}, {} receivers", "dipelajari dari {} sampai {}, {} penerima")
        case .greatCircle: ("the great circle", "lingkaran besar")
        case .headingKept: ("the last heading kept", "haluan terakhir dipertahankan")
        case .descent: ("straight on and down", "lurus sambil turun")
        case .randomWay: ("one drawn by chance", "satu jalur acak")
        case .cell: ("cell {} {}, {}, {}", "sel {} {}, {}, {}")
        case .lowest: ("lowest layer", "lapisan terendah")
        case .from: ("from {} m", "mulai {} m")
        case .receiver: ("receiver {}", "penerima {}")
        case .heardOf: ("{} of {} passes heard", "{} dari {} lintasan terdengar")
        case .taken: ("taken as {}", "dianggap {}")
        case .counted: ("counted", "dihitung")
        case .down: ("not known to have listened", "tidak diketahui apakah mendengarkan")
        case .tooFew: ("too few passes", "terlalu sedikit lintasan")
        case .goneQuiet: ("gone quiet", "menjadi sepi")
        case .dependent: ("may be the same receiver", "mungkin penerima yang sama")
        case .endurance: ("longer in the air than its fuel lasts", "lebih lama di udara daripada bahan bakarnya")
        case .otherCallsign: ("it called itself something else afterwards", "sesudahnya memakai tanda panggil lain")
        case .sameCallsign: ("it called itself the same afterwards", "sesudahnya memakai tanda panggil yang sama")
        case .heardMeanwhile:
            (
                "observations that came later lie within the silence",
                "pengamatan yang datang kemudian berada dalam selang ini"
            )
        default: nil
        }
    }

    private var otherWords: (english: String, indonesian: String) {
        switch self {
        case .markedWhenHeard: ("marked when it was heard", "ditandai saat terdengar")
        case .impliedSpeed: ("faster than any aircraft", "lebih cepat daripada pesawat mana pun")
        case .integrityZero: ("no bound on its error", "kesalahannya tanpa batas")
        case .accuracyZero: ("accuracy unknown", "ketelitian tidak diketahui")
        case .beyondHorizon: ("beyond the horizon of who heard it", "di luar cakrawala yang mendengarnya")
        case .groundWhileHigh:
            ("said on the ground moments after flying high", "menyatakan di darat sesaat setelah terbang tinggi")
        case .sharedPlace: ("on a place that many share", "di tempat yang sama dengan banyak pesawat")
        case .landing: ("landing", "pendaratan")
        case .takeoff: ("take-off", "lepas landas")
        case .comingFrom: ("from {}", "dari {}")
        case .goingTo: ("to {}", "ke {}")
        case .here: ("here with {}", "di sini dengan {}")
        case .standing:
            ("on the ground at the end, as far as was heard:", "di darat pada akhirnya, sejauh yang terdengar:")
        case .since: ("since {}", "sejak {}")
        case .nobody: ("nobody was heard on the ground at the end", "tidak ada yang terdengar di darat pada akhirnya")
        case .noMovement:
            (
                "no landing and no take-off was heard or inferred",
                "tidak ada pendaratan atau lepas landas yang terdengar atau disimpulkan"
            )
        case .noSilence: ("no silence in that time", "tidak ada selang tak terdengar pada waktu itu")
        case .minutes: ("{} min", "{} mnt")
        case .hours: ("{} h {} min", "{} j {} mnt")
        case .days: ("{} d {} h", "{} hr {} j")
        case .seconds: ("{} s", "{} dtk")
        default: ("", "")
        }
    }
}
