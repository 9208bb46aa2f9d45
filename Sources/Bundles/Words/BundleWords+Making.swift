public import Visits

/// Why a bundle was not made, and that it was.
extension BundleWords {
    public static func made(items: Int, in folder: String, keptOut: Int) -> DossierText {
        both(
            "items in \(folder): \(items); kept out: \(keptOut)",
            "butir di \(folder): \(items); tidak disertakan: \(keptOut)"
        )
    }

    public static func folderIsThere(_ folder: String) -> DossierText {
        both("\(folder) is there already; name a new folder", "\(folder) sudah ada; sebutkan folder baru")
    }

    public static func isBrokenOff(_ folder: String) -> DossierText {
        both(
            "\(folder) is left of a bundle that was broken off; remove it first",
            "\(folder) adalah sisa bundel yang terputus; hapus dahulu"
        )
    }

    public static func diskFull(_ file: String) -> DossierText {
        both(
            "\(file) cannot be written; is the disk full?",
            "\(file) tidak dapat ditulis; apakah diska penuh?"
        )
    }

    /// With the system's own words.
    public static func failed(_ file: String, _ reason: String) -> DossierText {
        both("\(file): \(reason)", "\(file): \(reason)")
    }

    public static func noName(_ name: String) -> DossierText {
        both("\(name) is no name for an item", "\(name) tidak dapat menjadi nama butir")
    }

    public static func noSum(_ path: String) -> DossierText {
        both("\(path) has no sum", "\(path) tidak memiliki sidik")
    }

    public static let noAirports = both(
        "there is no list of airports: run make run once, it makes it",
        "tidak ada daftar bandara: jalankan make run sekali, daftar itu akan dibuat"
    )

    public static let noLists = both(
        "the lists of who is who cannot be read: a bundle without them would be a part",
        "daftar identitas tidak dapat dibaca: bundel tanpanya tidak utuh"
    )

    public static let noStop = both(
        "no confirmed stop has an airport and a time: there is nothing to compare",
        "tidak ada singgahan terkonfirmasi yang memiliki bandara dan waktu: tidak ada yang dibandingkan"
    )

    public static let confirmFirst = both(
        "confirm a stop first that has an airport and a time",
        "konfirmasikan dahulu sebuah singgahan yang memiliki bandara dan waktu"
    )

    public static let nothingHeard = both(
        "nothing was heard in the watched time: it has not begun, or nothing is kept of it",
        "tidak ada yang terdengar selama waktu yang diamati: belum dimulai, atau tidak ada yang disimpan darinya"
    )

    public static let brokenOff = both("broken off", "terputus")

    public static func changedLater(_ time: String) -> DossierText {
        both(
            "the visit was changed at \(time), and how it was before is not told: --as-of has to be later",
            "kunjungan ini diubah pada \(time), dan keadaannya sebelum itu tidak disampaikan: --as-of harus sesudahnya"
        )
    }

    /// It is told from what was heard before `--as-of`, and then it had not begun.
    public static func notBegun(_ time: String) -> DossierText {
        both(
            "it began at \(time) or later: --as-of has to be after that",
            "itu baru mulai pada \(time) atau sesudahnya: --as-of harus sesudah saat itu"
        )
    }

    /// No flight, or no silence, at a time.
    public static func noFlight(of hex: String, _ kind: BundleHead.Subject, at time: String) -> DossierText {
        let isSilence = kind == .gap
        return both(
            "\(hex) has no \(isSilence ? "silence" : "flight") at \(time) in what may be told; pelacak flights \(hex) lists them",
            "\(hex) tidak memiliki \(isSilence ? "keheningan" : "penerbangan") pada \(time) dalam yang boleh disampaikan; pelacak flights \(hex) mencantumkannya"
        )
    }

    public static func tooLong(_ file: String, bytes: Int) -> DossierText {
        both("\(file) has more than \(bytes) bytes", "\(file) melebihi \(bytes) bita")
    }

    /// A record of consents with a line that cannot be read.
    public static func strangeConsent(line: Int, of file: String) -> DossierText {
        both(
            "line \(line) of \(file) cannot be read, and may take a consent back: write anew what it said (pelacak bundle consent), then take the line out",
            "baris \(line) di \(file) tidak dapat dibaca, dan mungkin mencabut persetujuan: tulis ulang isinya (pelacak bundle consent), lalu hapus baris itu"
        )
    }
}
