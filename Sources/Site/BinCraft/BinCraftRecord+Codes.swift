import Aero
import ModeS
import Tracking

/// What the aircraft calls itself and how good what it says is. These last: they have no valid time.
extension BinCraftRecord {
    mutating func writeCodes(_ track: Track) {
        if let callsign = track.callsign {
            mark(.callsign)
            put(callsign.value, length: 8, filler: UInt8(ascii: " "), at: 78)
        }
        if let squawk = track.squawk?.value.rawValue {
            mark(.squawk)
            // Three bits a digit become four.
            let digits =
                (squawk & 0o7) | (squawk & 0o70) << 1 | (squawk & 0o700) << 2 | (squawk & 0o7000) << 3
            put(digits, at: 32)
        }
        if let category = track.category { put(category.value.code, at: 64) }
        var kinds = track.sourceClass.rawValue << 4
        if let emergency = current(track.emergency) {
            mark(.emergency)
            kinds |= emergency.rawValue
        }
        put(kinds, at: 67)
        if let isAlert = current(track.isAlert) { mark(isAlert ? [.alert, .alertValue] : .alert) }
        if let isIdent = current(track.isIdent) { mark(isIdent ? [.ident, .identValue] : .ident) }
    }

    mutating func writeQuality(_ track: Track) {
        if let isChecked = track.nicBaro?.value { mark(isChecked ? [.nicBaro, .nicBaroValue] : .nicBaro) }
        let accuracies = (nibble(track.nacP, .nacP), nibble(track.nacV, .nacV))
        put(accuracies.0 | accuracies.1 << 4, at: 71)
        let levels = (nibble(track.sil, .sil), nibble(track.gva, .gva), nibble(track.sda, .sda))
        put((levels.0 & 3) | (levels.1 & 3) << 2 | (levels.2 & 3) << 4, at: 72)
        writeVersion(track)
    }

    private mutating func nibble(_ known: Known<UInt8>?, _ field: BinCraftValidity) -> UInt8 {
        guard let known else { return 0 }
        mark(field)
        return known.value & 15
    }

    /// The integrity's type, and the version with the way the aircraft is heard; the other ways have none, which is 15.
    private mutating func writeVersion(_ track: Track) {
        let (unknown, perSample, perHour): (UInt8, UInt8, UInt8) = (1, 2, 3)
        let integrity =
            track.sil == nil ? 0 : track.isSILPerSample.map { $0.value ? perSample : perHour } ?? unknown
        var (broadcast, relayed, traffic): (UInt8, UInt8, UInt8) = (15, 15, 15)
        if let version = track.adsbVersion {
            switch track.sourceClass {
            case .adsrICAO, .adsrOther: relayed = version & 15
            case .tisbICAO, .tisbTrackFile, .tisbOther: traffic = version & 15
            default: broadcast = version & 15
            }
        }
        put(broadcast << 4 | integrity, at: 69)
        put(traffic << 4 | relayed, at: 70)
    }
}
