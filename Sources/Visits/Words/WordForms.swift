import Aero

/// How numbers, times and lists are written in both languages; nothing is written more exactly than it is known.
enum WordForms {
    private static let months = (
        english: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ],
        indonesian: [
            "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
            "November",
            "Desember",
        ]
    )

    /// "18 June 2024, 17:22 UTC".
    static func time(_ time: Timestamp) -> DossierText {
        let seconds = Int(time.seconds.rounded(.down))
        let date = CivilDate(utcSeconds: seconds, offsetSeconds: 0)
        let minutes = (seconds - date.days * 86_400) / 60
        let (hour, minute) = (twoDigits(minutes / 60), twoDigits(minutes % 60))
        let (day, month) = ("\(date.day)", date.month - 1)
        return DossierText(
            english: "\(day) \(months.english[month]) \(date.year), \(hour):\(minute) UTC",
            indonesian: "\(day) \(months.indonesian[month]) \(date.year), \(hour).\(minute) UTC"
        )
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// "3,000", "3.000".
    static func count(_ number: Int) -> DossierText {
        var digits = Array(String(number.magnitude))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        let english = (number < 0 ? "-" : "") + String(digits)
        return DossierText(english: english, indonesian: String(english.map { $0 == "," ? "." : $0 }))
    }

    /// "4 h 48 min"; minutes alone below an hour.
    static func duration(hours: Double) -> DossierText {
        let minutes = Int((bounded(hours) * 60).rounded())
        let (whole, rest) = (minutes / 60, minutes % 60)
        if whole == 0 { return DossierText(english: "\(rest) min", indonesian: "\(rest) menit") }
        guard rest > 0 else { return DossierText(english: "\(whole) h", indonesian: "\(whole) jam") }
        return DossierText(english: "\(whole) h \(rest) min", indonesian: "\(whole) jam \(rest) menit")
    }

    /// Both ends where they differ by more than a few minutes.
    static func duration(hours: ClosedRange<Double>) -> DossierText {
        let (low, high) = (duration(hours: max(0, hours.lowerBound)), duration(hours: max(0, hours.upperBound)))
        guard hours.upperBound - hours.lowerBound > 0.05, low != high else { return high }
        return DossierPhrase("{low} to {high}", "{low} sampai {high}").filled(["low": low, "high": high])
    }

    /// "2,558 km".
    static func kilometres(_ distance: Metres) -> DossierText {
        unit(count(Int((bounded(distance.rawValue) / 1_000).rounded())), "km")
    }

    /// To ten kilometres: how far a receiver hears is not known better.
    static func roughKilometres(_ distance: Metres) -> DossierText {
        unit(count(max(10, Int((bounded(distance.rawValue) / 10_000).rounded()) * 10)), "km")
    }

    /// To ten km/h; above what is worth a number "more than 10,000 km/h".
    static func speed(_ speed: KilometresPerHour) -> DossierText {
        guard speed.rawValue < 10_000 else {
            return DossierText(english: "more than 10,000 km/h", indonesian: "lebih dari 10.000 km/jam")
        }
        let number = count(Int((bounded(speed.rawValue) / 10).rounded()) * 10)
        return DossierText(english: number.english + " km/h", indonesian: number.indonesian + " km/jam")
    }

    private static func unit(_ number: DossierText, _ unit: String) -> DossierText {
        DossierText(english: "\(number.english) \(unit)", indonesian: "\(number.indonesian) \(unit)")
    }

    /// How often something happens, by its rate: "about once in 40 days".
    static func often(perHour rate: Double) -> DossierText {
        guard rate > 1e-7 else { return DossierText(english: "hardly ever", indonesian: "hampir tidak pernah") }
        let hours = 1 / rate
        if hours < 24 {
            let number = count(max(1, Int(hours.rounded())))
            return DossierText(
                english: "about once in \(number.english) \(number.english == "1" ? "hour" : "hours")",
                indonesian: "kira-kira sekali dalam \(number.indonesian) jam"
            )
        }
        let number = count(Int(twoDigits(hours / 24)))
        return DossierText(
            english: "about once in \(number.english) \(number.english == "1" ? "day" : "days")",
            indonesian: "kira-kira sekali dalam \(number.indonesian) hari"
        )
    }

    /// Rounded so that no more than two digits are told.
    private static func twoDigits(_ value: Double) -> Double {
        var scale = 1.0
        while value / scale >= 100 { scale *= 10 }
        return (value / scale).rounded() * scale
    }

    /// What a weight says: how many times likelier an announced visit is than a life of its own, or the other way round.
    ///
    /// - Parameter weight: natural logarithm.
    ///
    /// - Parameter isYoung: in degrees, since a number would rest on what is assumed.
    static func ratio(_ weight: Double, isYoung: Bool) -> DossierText {
        let ratio = Trigonometry.exponential(min(30, abs(weight)))
        let phrase: DossierPhrase =
            switch (ratio, weight > 0) {
            case (..<1.2, _): .evenly
            case (..<1.75, true): .somewhatMore
            case (..<1.75, false): .somewhatLess
            case (_, true) where !isYoung: .timesMore
            case (_, false) where !isYoung: .timesLess
            case (..<12, true): .more
            case (..<12, false): .less
            case (_, true): .muchMore
            case (_, false): .muchLess
            }
        return phrase.filled(["number": times(ratio)])
    }

    private static func times(_ ratio: Double) -> DossierText {
        ratio >= 10_000
            ? DossierText(english: "more than 10,000", indonesian: "lebih dari 10.000")
            : count(Int(ratio < 10 ? ratio.rounded() : twoDigits(ratio)))
    }

    /// By how much something counts more or less: "12 times"; in degrees while the archive is young.
    static func degree(_ weight: Double, isYoung: Bool) -> DossierText {
        let ratio = Trigonometry.exponential(min(30, abs(weight)))
        let phrase: DossierPhrase =
            switch ratio {
            case ..<1.2: .degreeHardly
            case ..<1.75: .degreeSomewhat
            case _ where !isYoung: .degreeTimes
            case ..<12: .degreeClearly
            default: .degreeMuch
            }
        return phrase.filled(["number": times(ratio)])
    }

    /// "A, B and C".
    static func list(_ items: [DossierText]) -> DossierText {
        guard let last = items.last, items.count > 1 else { return items.first ?? DossierText("") }
        let head = items.dropLast()
        return DossierText(
            english: head.map(\.english).joined(separator: ", ") + " and " + last.english,
            indonesian: head.map(\.indonesian).joined(separator: ", ") + " dan " + last.indonesian
        )
    }

    /// Numbers from outside may be anything.
    private static func bounded(_ value: Double) -> Double { value.isFinite ? min(1e12, max(-1e12, value)) : 0 }
}
