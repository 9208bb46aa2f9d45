extension RegisterSet {
    /// All registers that an MB field can be by its own bits: those whose layout fits. Empty for an empty field.
    ///
    /// Called for every Comm-B reply: nothing is allocated, and most layouts are out after one or two masks.
    public static func candidates(for mb: Field56) -> RegisterSet {
        guard !mb.isEmpty else { return [] }
        var found = RegisterSet()
        switch mb.unsigned(1, 8) {
        case 0x10: if BDS10.fits(mb) { found.insert(.bds10) }
        case 0x20: if BDS20.fits(mb) { found.insert(.bds20) }
        case 0x30: if BDS30.fits(mb) { found.insert(.bds30) }
        default: break
        }
        if BDS17.fits(mb) { found.insert(.bds17) }
        found.addSquitters(mb)
        if BDS45.fits(mb) { found.insert(.bds45) }
        if BDS48.fits(mb) { found.insert(.bds48) }
        // Most reports begin with a status bit and at least ten bits of value: either it is set or all are zero.
        if mb.bit(1) {
            found.addReports(mb)
            found.addPositions(mb)
        } else {
            if BDS44.fits(mb) { found.insert(.bds44) }
            if mb.isZero(1, 11) { found.addReports(mb) }
            if mb.isZero(1, 8) { found.addCapabilities(mb) }
        }
        return found
    }

    @inline(__always)
    private mutating func addCapabilities(_ mb: Field56) {
        if BDS18.fits(mb) { insert(.bds18) }
        if BDS19.fits(mb) { insert(.bds19) }
        if BDS1A.fits(mb) { insert(.bds1A) }
        if BDS1B.fits(mb) { insert(.bds1B) }
        if BDS1C.fits(mb) { insert(.bds1C) }
    }

    @inline(__always)
    private mutating func addSquitters(_ mb: Field56) {
        if BDS07.fits(mb) { insert(.bds07) }
        switch mb.unsigned(1, 5) {
        case 0, 9...18, 20...22: if BDS05.fits(mb) { insert(.bds05) }
        case 1...4: if BDS08.fits(mb) { insert(.bds08) }
        case 5...8: if BDS06.fits(mb) { insert(.bds06) }
        case 19: if BDS09.fits(mb) { insert(.bds09) }
        case 28: if BDS61.fits(mb) { insert(.bds61) }
        case 29: if BDS62.fits(mb) { insert(.bds62) }
        case 31: if BDS65.fits(mb) { insert(.bds65) }
        default: break
        }
    }

    @inline(__always)
    private mutating func addReports(_ mb: Field56) {
        if BDS40.fits(mb) { insert(.bds40) }
        if BDS50.fits(mb) { insert(.bds50) }
        if BDS60.fits(mb) { insert(.bds60) }
        if BDS53.fits(mb) { insert(.bds53) }
        if BDS42.fits(mb) { insert(.bds42) }
        if BDS43.fits(mb) { insert(.bds43) }
        if BDS21.fits(mb) { insert(.bds21) }
    }

    /// One status bit for the whole register, and it is the first.
    @inline(__always)
    private mutating func addPositions(_ mb: Field56) {
        if BDS51.fits(mb) { insert(.bds51) }
        if BDS52.fits(mb) { insert(.bds52) }
        if BDS41.fits(mb) { insert(.bds41) }
        if BDS54.fits(mb) {
            insert(.bds54)
            insert(.bds55)
            insert(.bds56)
        }
    }
}
