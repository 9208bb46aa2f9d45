/// The words that a page of somebody else's shows above a sky that is not known to be real. The file itself is not touched: they are put into
/// what is sent.
enum Tar1090Label {
    /// The element; `nil` for a real sky, whose page is sent as it is.
    static func bytes(_ provenance: Provenance) -> [UInt8]? {
        let words: String
        switch provenance {
        case .real: return nil
        case .simulated: words = "SIMULATED &middot; SIMULASI"
        case .undetermined:
            words = "real or simulated? not yet known: reload<br>nyata atau simulasi? belum diketahui: muat ulang"
        }
        let style =
            "position:fixed;z-index:2147483647;left:50%;bottom:0;transform:translateX(-50%);padding:2px 12px;"
            + "font:bold 14px sans-serif;color:#fff;background:#a00000;pointer-events:none;text-align:center;white-space:nowrap"
        return Array("<div id=\"pelacak-provenance\" role=\"note\" style=\"\(style)\">\(words)</div>".utf8)
    }

    /// The page with the element at the end of its body, or at its own end.
    static func labelled(_ page: [UInt8], _ label: [UInt8]) -> [UInt8] {
        let end = Array("</body".utf8)
        var place = page.count
        if page.count >= end.count {
            for start in stride(from: page.count - end.count, through: 0, by: -1)
            where page[start..<start + end.count].elementsEqual(end) {
                place = start
                break
            }
        }
        return page[..<place] + label + page[place...]
    }
}
