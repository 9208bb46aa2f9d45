import Aero
import Flights

/// What a rule tells, in words.
struct RuleSentence {
    let rule: WatchRule
    let language: WatchLanguage

    var text: String {
        let when: String
        switch rule.pattern {
        case .sequence(let steps, let within):
            let told = steps.map { step in
                condition(step.condition)
                    + (step.meanwhile.map { say(" while ", " sementara ") + condition($0) } ?? "")
            }
            when =
                told.joined(separator: say(", then ", ", lalu "))
                + (within.map { say(", all within ", ", semua dalam ") + duration($0) } ?? "")
        case .absent(let missing, let length, let opening):
            when =
                say("after ", "setelah ") + condition(opening) + say(", for ", ", selama ") + duration(length)
                + say(" it does not happen that ", " tidak terjadi bahwa ") + condition(missing)
        case .count(let count): when = counted(count)
        }
        let who = rule.variables.map { "\($0.name) = \(identity($0.identity))" }.joined(separator: "; ")
        var text = say("Tells when ", "Memberi tahu saat ") + when + ". " + who + "."
        if let cooldown = rule.limit.cooldown {
            text += say(" At most once in ", " Paling sering sekali dalam ") + duration(cooldown) + "."
        }
        if rule.limit.perHour != RuleLimit.usualPerHour {
            let number = String(rule.limit.perHour)
            text += say(" At most \(number) times an hour.", " Paling banyak \(number) kali per jam.")
        }
        return text
    }

    private func say(_ english: String, _ indonesian: String) -> String {
        language == .indonesian ? indonesian : english
    }

    private func name(_ variable: Int) -> String { rule.variables[variable].name }

    private func duration(_ length: RuleDuration) -> String {
        WatchTimeText.length(Double(length.seconds), language)
    }

    private func counted(_ count: RuleCount) -> String {
        let number = String(count.atLeast)
        let what =
            switch count.counted {
            case .aircraft: say("\(number) different aircraft", "\(number) pesawat berbeda")
            case .events: say("\(number) times", "\(number) kali")
            case .eventsOfEach: say("\(number) times of one aircraft", "\(number) kali oleh satu pesawat")
            }
        return condition(count.condition) + say(": ", ": ") + what + say(" within ", " dalam ") + duration(count.window)
    }

    // MARK: - Who

    private func identity(_ test: IdentityTest) -> String {
        switch test {
        case .all(let all):
            let parts = all.filter { !isOwn($0) }
            return parts.isEmpty
                ? say("any aircraft", "pesawat mana pun") : parts.map(identity).joined(separator: say(" and ", " dan "))
        case .any(let parts): return "(" + parts.map(identity).joined(separator: say(" or ", " atau ")) + ")"
        case .not(let part): return say("not ", "bukan ") + identity(part)
        case .hex(let pattern): return say("address ", "alamat ") + pattern.text
        case .registration(let pattern): return say("registration ", "registrasi ") + pattern.text
        case .callsign(let pattern): return say("callsign ", "tanda panggil ") + pattern.text
        case .type(let type): return say("type ", "tipe ") + type
        case .operatorCode(let code): return say("operator ", "operator ") + code
        case .list(let list): return say("list ", "daftar ") + list
        case .country(let country): return say("country ", "negara ") + country
        case .category(let category): return say("category ", "kategori ") + category
        case .sameFleet(let other): return say("of the fleet of ", "dari armada ") + name(other)
        case .same(let other): return say("the same as ", "sama dengan ") + name(other)
        }
    }

    /// Whether the program itself added it.
    private func isOwn(_ test: IdentityTest) -> Bool {
        guard case .not(.list(let name)) = test else { return false }
        return name.hasPrefix(WatchRule.ownList)
    }

    // MARK: - What

    private func condition(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts): return parts.map(self.condition).joined(separator: say(" and ", " dan "))
        case .any(let parts): return "(" + parts.map(self.condition).joined(separator: say(" or ", " atau ")) + ")"
        case .not(let part): return say("not ", "bukan ") + self.condition(part)
        case .happens(let trigger): return name(trigger.variable) + " " + happening(trigger.what)
        case .holds(let test): return guarded(test)
        }
    }

    private func happening(_ what: Trigger.What) -> String {
        switch what {
        case .heard: return say("is heard", "terdengar")
        case .firstEver: return say("is heard for the first time", "terdengar untuk pertama kali")
        case .reappeared(let after):
            return say("is heard again after ", "terdengar lagi setelah ") + duration(after)
        case .takeoff(let at, let kinds): return say("takes off", "lepas landas") + places(at) + known(kinds)
        case .landing(let at, let kinds): return say("lands", "mendarat") + places(at) + known(kinds)
        case .enters(let area): return say("comes into ", "memasuki ") + self.area(area)
        case .leaves(let area): return say("leaves ", "meninggalkan ") + self.area(area)
        case .silent(let atLeast, let classes):
            let judged =
                Set(classes).count == GapClass.allCases.count
                ? "" : " (" + classes.map { WatchPhrase.gapClass($0).text(language) }.joined(separator: "; ") + ")"
            return say("is silent for ", "tidak terdengar selama ") + duration(atLeast) + judged
        case .squawk(let codes):
            let texts = codes.map { octal($0) }.joined(separator: ", ")
            return say("sends code ", "memancarkan kode ") + (texts.isEmpty ? say("any", "apa pun") : texts)
        case .callsignChanged(let pattern):
            return say("changes its callsign", "mengganti tanda panggilnya")
                + (pattern.map { say(" to ", " menjadi ") + $0.text } ?? "")
        case .sourceLost:
            return say(
                "sends its place no more and is still heard",
                "tidak lagi memancarkan posisinya dan masih terdengar"
            )
        case .interference:
            return say(
                "suddenly knows its own place far worse, as under interference with satellite navigation",
                "tiba-tiba jauh lebih tidak yakin akan posisinya sendiri, seperti pada gangguan navigasi satelit"
            )
        case .level(let level): return self.level(level)
        }
    }

    private func octal(_ code: UInt16) -> String {
        let digits = String(code, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private func places(_ codes: [String]) -> String {
        codes.isEmpty ? "" : say(" at ", " di ") + codes.joined(separator: say(" or ", " atau "))
    }

    private func known(_ kinds: [Knowing]) -> String {
        " (" + kinds.map { WatchPhrase.knowing($0).text(language) }.joined(separator: ", ") + ")"
    }

    private func level(_ test: LevelTest) -> String {
        let (what, unit): (String, String)
        switch test.quantity {
        case .altitude: (what, unit) = (say("flies at", "terbang pada"), say("ft", "kaki"))
        case .speed: (what, unit) = (say("flies with", "terbang dengan"), "kt")
        case .verticalRate: (what, unit) = (say("climbs with", "naik dengan"), say("ft/min", "kaki/menit"))
        case .distance(let airport, let below):
            let height = below.map { say(", below ", ", di bawah ") + "\(Int($0)) " + say("ft", "kaki") } ?? ""
            return say("is near ", "berada di dekat ") + airport + height
        }
        var parts: [String] = []
        if let above = test.above { parts.append(say("above ", "di atas ") + RuleValue(.number(above)).json) }
        if let below = test.below { parts.append(say("below ", "di bawah ") + RuleValue(.number(below)).json) }
        let length = test.duration.seconds > 0 ? say(" for ", " selama ") + duration(test.duration) : ""
        return what + " " + parts.joined(separator: say(" and ", " dan ")) + " " + unit + length
    }

    private func area(_ reference: AreaReference) -> String {
        switch reference {
        case .named(let name): return say("the area ", "wilayah ") + name
        case .inline(let area):
            switch area.shape {
            case .circle(let centre, let radius):
                let km = Int((radius.rawValue / 1_000).rounded())
                return say("\(km) km around ", "\(km) km di sekitar ") + WatchPlaceText.degrees(centre)
            case .polygon(let corners):
                return say("an area of \(corners.count) corners", "wilayah bersudut \(corners.count)")
            case .corridor(let points, let width):
                let km = Int((width.rawValue / 1_000).rounded())
                return say(
                    "a corridor of \(km) km along \(points.count) points",
                    "koridor \(km) km sepanjang \(points.count) titik"
                )
            }
        }
    }

    private func guarded(_ test: Guard) -> String {
        switch test {
        case .within(let one, let other, let km, _):
            let far = RuleValue(.number(km)).json
            return name(one) + say(" is within \(far) km of ", " dalam jarak \(far) km dari ") + name(other)
        case .sameAirport(let one, let other):
            return name(one) + say(" is at the same airport as ", " di bandara yang sama dengan ") + name(other)
        case .inside(let one, let area): return name(one) + say(" is in ", " berada di ") + self.area(area)
        case .time(let window):
            var parts: [String] = []
            if let from = window.validFrom { parts.append(say("from ", "sejak ") + WatchTimeText.minute(from)) }
            if let until = window.validUntil { parts.append(say("until ", "sampai ") + WatchTimeText.minute(until)) }
            if window.fromMinute != nil || window.toMinute != nil || !window.weekdays.isEmpty {
                parts.append(
                    say(
                        "at the hours and days written (\(window.zone))",
                        "pada jam dan hari yang tertulis (\(window.zone))"
                    )
                )
            }
            return parts.joined(separator: say(" and ", " dan "))
        }
    }
}

extension WatchRule {
    /// What it tells, in words.
    public func sentence(in language: WatchLanguage) -> String { RuleSentence(rule: self, language: language).text }
}
