/// Reasons of a `DeliveryTrouble`, by the names under which databases keep them: none is renamed.
public enum DeliveryReason: String, Hashable, Sendable, CaseIterable {
    // What answered.
    case status, redirects, notUnderstood, keyRefused, forbidden, nothingThere, messageTooLarge
    case foreignAnswer, answerTooLarge
    // The way there.
    case badAddress, unknownHost, connectionRefused, unreachable, noConnection, connectionTimedOut, untrusted, timedOut
    case broken, closed, reset, systemError, noHTTP, stopped
    // What the rules for requests that go out forbid.
    case ownName, plainHTTP, port
    // Programs.
    case noProgram, programOverdue, programKilled, programStatus
    // Nothing was sent.
    case simulated, noOutlet, outletRemoved, notWatching

    /// Whether a number belongs to it.
    var hasNumber: Bool { words.english.contains("{}") }

    /// In both languages; `{}` stands for the number.
    var words: (english: String, indonesian: String) { answerWords ?? wayWords ?? otherWords }

    private var answerWords: (english: String, indonesian: String)? {
        switch self {
        case .status: ("status {}", "status {}")
        case .redirects:
            ("status {}: it redirects, which is not followed", "status {}: ia mengalihkan, dan itu tidak diikuti")
        case .notUnderstood: ("status {} (the message is not understood)", "status {} (pesannya tidak dipahami)")
        case .keyRefused: ("status {} (the key is not accepted)", "status {} (kuncinya tidak diterima)")
        case .forbidden: ("status {} (it is not allowed)", "status {} (tidak diizinkan)")
        case .nothingThere: ("status {} (nothing is there)", "status {} (tidak ada apa-apa di sana)")
        case .messageTooLarge: ("status {} (the message is too large)", "status {} (pesannya terlalu besar)")
        case .foreignAnswer: ("the answer is not one of this service", "jawabannya bukan dari layanan ini")
        case .answerTooLarge: ("the answer is larger than {} bytes", "jawabannya lebih besar dari {} bita")
        default: nil
        }
    }

    private var wayWords: (english: String, indonesian: String)? {
        switch self {
        case .badAddress: ("this is no address that is sent to", "ini bukan alamat yang dapat dikirimi")
        case .unknownHost: ("the host's name is not found", "nama servernya tidak ditemukan")
        case .connectionRefused: ("connection refused", "sambungan ditolak")
        case .unreachable: ("network unreachable", "jaringannya tidak terjangkau")
        case .noConnection: ("no connection in {} s", "tidak tersambung dalam {} detik")
        case .connectionTimedOut: ("timed out", "waktu tunggunya habis")
        case .untrusted:
            (
                "its TLS certificate or handshake is not accepted",
                "sertifikat atau jabat tangan TLS-nya tidak diterima"
            )
        case .timedOut: ("no answer in time ({} s)", "tidak menjawab pada waktunya ({} detik)")
        case .broken: ("the connection broke", "sambungannya terputus")
        case .closed: ("closed by the other side", "ditutup oleh pihak sana")
        case .reset: ("reset by the other side", "diputus oleh pihak sana")
        case .systemError: ("system error {}", "kesalahan sistem {}")
        case .noHTTP: ("what answers there speaks no HTTP", "yang menjawab di sana tidak memakai HTTP")
        case .stopped: ("stopped", "dihentikan")
        default: nil
        }
    }

    private var otherWords: (english: String, indonesian: String) {
        switch self {
        case .ownName:
            (
                "this is a name of a machine of your own, which must be listed in the configuration (outbound-allow)",
                "ini nama mesin di jaringan Anda sendiri, yang harus didaftarkan dalam konfigurasi (outbound-allow)"
            )
        case .plainHTTP:
            (
                "http:// is for hosts the operator listed (outbound-allow); use https://",
                "http:// hanya untuk server yang didaftarkan pengelola (outbound-allow); pakailah https://"
            )
        case .port:
            (
                "port {} is for hosts the operator listed (outbound-allow)",
                "porta {} hanya untuk server yang didaftarkan pengelola (outbound-allow)"
            )
        case .noProgram:
            (
                "the program cannot be run; check that it is there and may be run",
                "programnya tidak dapat dijalankan; periksa apakah ia ada dan boleh dijalankan"
            )
        case .programOverdue: ("it did not end in {} s", "ia tidak selesai dalam {} detik")
        case .programKilled: ("a signal ended it", "sebuah sinyal mengakhirinya")
        case .programStatus: ("it ended with status {}", "ia berakhir dengan status {}")
        case .simulated:
            (
                "it is simulated, and this outlet is not told of that (simulated: yes)",
                "ini simulasi, dan saluran ini tidak diberi tahu tentangnya (simulated: yes)"
            )
        case .noOutlet: ("there is no outlet of this name", "tidak ada saluran dengan nama ini")
        case .outletRemoved: ("its outlet was taken away", "salurannya sudah dihapus")
        case .notWatching:
            (
                "nothing is sent while nobody watches or alerts cannot be kept",
                "tidak ada yang dikirim selama tidak ada yang memantau atau peringatan tidak dapat disimpan"
            )
        default: (rawValue, rawValue)
        }
    }
}
