/// Words of time in Indonesian and English. Hours are local and overlap on purpose.
enum TimeWords {
    static let weekdays: [String: Int] = table([
        "senin": 1, "selasa": 2, "rabu": 3, "kamis": 4, "jumat": 5, "jum'at": 5, "sabtu": 6, "minggu": 7, "ahad": 7,
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
        "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thurs": 4, "fri": 5,
    ])

    static let months: [String: Int] = table([
        "januari": 1, "februari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "agustus": 8,
        "september": 9,
        "oktober": 10, "november": 11, "nopember": 11, "desember": 12, "january": 1, "february": 2, "march": 3,
        "may": 5,
        "june": 6, "july": 7, "august": 8, "october": 10, "december": 12, "jan": 1, "feb": 2, "apr": 4, "jun": 6,
        "jul": 7, "aug": 8, "agt": 8, "sept": 9, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "des": 12,
    ])

    /// - Source: the specification of visits, part 2.
    static let dayParts: [(words: [String], hours: ClosedRange<Double>)] = [
        (["dini", "hari"], 0...4), (["menjelang", "fajar"], 3...6), (["subuh"], 3...6), (["pagi", "hari"], 4...11),
        (["pagi"], 4...11), (["tengah", "hari"], 11...13), (["siang", "hari"], 11...15), (["siang"], 11...15),
        (["sore", "hari"], 15...18), (["sore"], 15...18), (["petang"], 15...19), (["tengah", "malam"], 23...25),
        (["larut", "malam"], 21...28), (["malam", "hari"], 18...24), (["malam"], 18...24),
        (["before", "dawn"], 3...6), (["pre", "dawn"], 3...6), (["predawn"], 3...6), (["at", "dawn"], 4...7),
        (["dawn"], 4...7), (["early", "morning"], 4...9), (["late", "morning"], 9...12), (["mid", "morning"], 8...11),
        (["morning"], 5...11), (["early", "afternoon"], 12...15), (["late", "afternoon"], 15...18),
        (["afternoon"], 12...18), (["early", "evening"], 17...20), (["late", "evening"], 20...24),
        (["evening"], 17...23),
        (["late", "at", "night"], 20...28), (["late", "night"], 20...28), (["tonight"], 17...28), (["night"], 20...28),
        (["overnight"], 20...30), (["midday"], 11...13), (["around", "noon"], 11...13), (["noon"], 11.5...12.5),
        (["midnight"], 23...25),
    ]

    static let zones: [(words: [String], zone: TimePhrase.Zone)] = [
        (["waktu", "setempat"], .place), (["local", "time"], .place), (["waktu", "lokal"], .place),
        (["waktu", "indonesia", "barat"], .offset(seconds: 25_200)),
        (["waktu", "indonesia", "tengah"], .offset(seconds: 28_800)),
        (["waktu", "indonesia", "timur"], .offset(seconds: 32_400)), (["wib"], .offset(seconds: 25_200)),
        (["wita"], .offset(seconds: 28_800)), (["wit"], .offset(seconds: 32_400)), (["gmt"], .offset(seconds: 0)),
        (["utc"], .offset(seconds: 0)), (["cet"], .offset(seconds: 3_600)), (["cest"], .offset(seconds: 7_200)),
        (["eet"], .offset(seconds: 7_200)), (["eest"], .offset(seconds: 10_800)), (["msk"], .offset(seconds: 10_800)),
        (["bst"], .offset(seconds: 3_600)), (["est"], .offset(seconds: -18_000)), (["edt"], .offset(seconds: -14_400)),
        (["pst"], .offset(seconds: -28_800)), (["pdt"], .offset(seconds: -25_200)), (["kst"], .offset(seconds: 32_400)),
        (["jst"], .offset(seconds: 32_400)), (["sgt"], .offset(seconds: 28_800)), (["hkt"], .offset(seconds: 28_800)),
        (["aest"], .offset(seconds: 36_000)), (["aedt"], .offset(seconds: 39_600)), (["ict"], .offset(seconds: 25_200)),
        (["eastern", "time"], .named("America/New_York")), (["pacific", "time"], .named("America/Los_Angeles")),
        (["moscow", "time"], .named("Europe/Moscow")), (["waktu", "moskow"], .named("Europe/Moscow")),
        (["waktu", "moskwa"], .named("Europe/Moscow")), (["beijing", "time"], .named("Asia/Shanghai")),
        (["waktu", "beijing"], .named("Asia/Shanghai")), (["jakarta", "time"], .named("Asia/Jakarta")),
        (["waktu", "jakarta"], .named("Asia/Jakarta")), (["washington", "time"], .named("America/New_York")),
        (["waktu", "washington"], .named("America/New_York")), (["tokyo", "time"], .named("Asia/Tokyo")),
        (["waktu", "tokyo"], .named("Asia/Tokyo")), (["london", "time"], .named("Europe/London")),
        (["waktu", "london"], .named("Europe/London")), (["seoul", "time"], .named("Asia/Seoul")),
        (["waktu", "seoul"], .named("Asia/Seoul")),
    ]

    static let days: [(words: [String], day: TimePhrase.Day)] = [
        (["hari", "ini"], .fromToday(0)), (["malam", "ini"], .fromToday(0)), (["pagi", "ini"], .fromToday(0)),
        (["siang", "ini"], .fromToday(0)), (["sore", "ini"], .fromToday(0)), (["nanti", "malam"], .fromToday(0)),
        (["besok"], .fromToday(1)), (["esok"], .fromToday(1)), (["lusa"], .fromToday(2)), (["kemarin"], .fromToday(-1)),
        (["tadi", "malam"], .fromToday(-1)), (["semalam"], .fromToday(-1)), (["pekan", "depan"], .nextWeek),
        (["minggu", "depan"], .nextWeek), (["pekan", "ini"], .thisWeek), (["minggu", "ini"], .thisWeek),
        (["pekan", "mendatang"], .nextWeek),
        (["akhir", "pekan", "depan"], .weekend(isNext: true)),
        (["akhir", "pekan"], .weekend(isNext: false)), (["keesokan", "harinya"], .after(1)),
        (["besoknya"], .after(1)), (["esoknya"], .after(1)), (["keesokannya"], .after(1)),
        (["keesokan", "hari"], .after(1)),
        (["esok", "harinya"], .after(1)), (["sehari", "kemudian"], .after(1)), (["sehari", "setelahnya"], .after(1)),
        (["hari", "berikutnya"], .after(1)), (["dua", "hari", "kemudian"], .after(2)),
        (["dua", "hari", "setelahnya"], .after(2)),
        (["tiga", "hari", "kemudian"], .after(3)), (["pada", "hari", "yang", "sama"], .after(0)),
        (["hari", "yang", "sama"], .after(0)),
        (["hari", "itu", "juga"], .after(0)), (["today"], .fromToday(0)), (["tonight"], .fromToday(0)),
        (["this", "evening"], .fromToday(0)), (["this", "morning"], .fromToday(0)),
        (["this", "afternoon"], .fromToday(0)),
        (["the", "day", "after", "tomorrow"], .fromToday(2)), (["tomorrow"], .fromToday(1)),
        (["yesterday"], .fromToday(-1)),
        (["last", "night"], .fromToday(-1)), (["next", "week"], .nextWeek), (["this", "week"], .thisWeek),
        (["later", "this", "week"], .thisWeek),
        (["next", "weekend"], .weekend(isNext: true)),
        (["weekend"], .weekend(isNext: false)), (["the", "next", "day"], .after(1)),
        (["the", "following", "day"], .after(1)),
        (["a", "day", "later"], .after(1)), (["the", "day", "after"], .after(1)),
        (["the", "following", "morning"], .after(1)),
        (["the", "next", "morning"], .after(1)), (["the", "following", "evening"], .after(1)),
        (["two", "days", "later"], .after(2)), (["three", "days", "later"], .after(3)),
        (["the", "same", "day"], .after(0)),
        (["that", "same", "day"], .after(0)), (["same", "day"], .after(0)), (["later", "that", "day"], .after(0)),
        (["that", "evening"], .after(0)), (["that", "night"], .after(0)), (["the", "same", "evening"], .after(0)),
        (["the", "same", "afternoon"], .after(0)), (["malam", "harinya"], .after(0)), (["sore", "harinya"], .after(0)),
        (["the", "same", "night"], .after(0)), (["the", "same", "morning"], .after(0)),
        (["later", "the", "same", "day"], .after(0)), (["that", "afternoon"], .after(0)),
        (["the", "following", "afternoon"], .after(1)),
        (["the", "next", "evening"], .after(1)), (["the", "next", "afternoon"], .after(1)),
        (["two", "days", "after", "that"], .after(2)),
        (["a", "day", "earlier"], .after(-1)),
        (["two", "days", "earlier"], .after(-2)),
        (["malamnya"], .after(0)), (["paginya"], .after(0)), (["siangnya"], .after(0)), (["sorenya"], .after(0)),
        (["petangnya"], .after(0)), (["pagi", "harinya"], .after(0)), (["siang", "harinya"], .after(0)),
        (["petang", "harinya"], .after(0)), (["esok", "malamnya"], .after(1)), (["esok", "paginya"], .after(1)),
        (["esok", "siangnya"], .after(1)), (["esok", "sorenya"], .after(1)),
        (["keesokan", "malamnya"], .after(1)), (["keesokan", "paginya"], .after(1)),
        (["keesokan", "siangnya"], .after(1)), (["keesokan", "sorenya"], .after(1)),
        (["malam", "berikutnya"], .after(1)), (["pagi", "berikutnya"], .after(1)),
        (["sore", "berikutnya"], .after(1)), (["siang", "berikutnya"], .after(1)),
        (["sehari", "sesudahnya"], .after(1)), (["sehari", "sesudah", "itu"], .after(1)),
        (["sehari", "setelah", "itu"], .after(1)), (["dua", "hari", "berselang"], .after(2)),
        (["sehari", "berselang"], .after(1)), (["sehari", "sebelumnya"], .after(-1)),
        (["dua", "hari", "sebelumnya"], .after(-2)), (["besok", "lusa"], .fromToday(2)),
    ]

    /// The part of a day within "malamnya", "esok paginya", "the following night".
    static func hours(in words: [String]) -> ClosedRange<Double>? {
        let bare = words.map { $0.hasSuffix("nya") ? String($0.dropLast(3)) : $0 }
        return dayParts.first { $0.words.count == 1 && bare.contains($0.words[0]) }?.hours
    }

    /// Words that may stand between two parts of one time.
    static let fillers: Set<String> = [
        "pada", "on", "at", "the", "of", ",", "(", ")", "sekitar", "pukul", "jam", "tanggal", "hari", "in", "around",
        "about",
        "kira", "between", "antara", "approximately", "local", "tgl", "mulai",
    ]

    static let about: Set<String> = [
        "sekitar", "kira", "about", "around", "approximately", "roughly", "circa", "kurang",
    ]
    static let latest: [[String]] = [
        ["by"], ["hingga"], ["sampai"], ["till"], ["no", "later", "than"], ["paling", "lambat"],
        ["selambat", "lambatnya"], ["until"],
    ]

    private static func table(_ values: [String: Int]) -> [String: Int] { values }
}
