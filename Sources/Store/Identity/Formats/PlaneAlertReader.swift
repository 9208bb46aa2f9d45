import Aero

/// plane-alert-db: membership in the list, with what the row says of registration, type and who flies it.
///
/// Tags and the category are free words in which persons stand, and are not read; of the link only the site's name is kept, since its path
/// often is a person's name.
final class PlaneAlertReader: IdentityReader {
    private let reader: DelimitedReader
    private let list: String
    private let companies: Bool
    private let takesPrivacyList: Bool
    private var head = HeadRow(.planeAlert, required: ["ICAO", "Registration", "Operator", "ICAO Type"])

    /// - Parameter list: how the list is called.
    init(_ source: any ByteSource, list: String, companies: Bool, takesPrivacyList: Bool) {
        reader = DelimitedReader(source, separator: UInt8(ascii: ","))
        self.list = list
        self.companies = companies
        self.takesPrivacyList = takesPrivacyList
    }

    var encoding: String { reader.encoding }

    func next(into row: inout IdentityRow) throws(IdentityError) -> Bool {
        switch try head.next(reader, into: &row) {
        case .end: return false
        case .fault: return true
        case .cells(let columns):
            take(columns, &row)
            return true
        }
    }

    private func take(_ columns: ColumnNames, _ row: inout IdentityRow) {
        guard row.takeAddress(reader.text(columns["ICAO"])) else { return }
        let isPrivacy = reader.text(columns["Category"]).uppercased() == "PIA"
        if isPrivacy, !takesPrivacyList {
            row.faults.append("a privacy address, left out")
            row.subject = nil
            return
        }
        let site = Self.site(reader.text(columns["Link"]))
        row.statements.append(
            IdentityStatement(
                relation: .list,
                object: isPrivacy ? "PIA" : list,
                kind: .list,
                detail: site.map { "link to \($0)" } ?? ""
            )
        )
        // A privacy address is never given a name.
        guard !isPrivacy else { return }
        row.takeRegistration(reader.text(columns["Registration"]), .list)
        row.take(.type, reader.text(columns["ICAO Type"]), .list)
        row.take(filtered: .aircraftOperator, reader.text(columns["Operator"]), .list, companies: companies)
        switch reader.text(columns["CMPG"]).lowercased() {
        case "mil": row.statements.append(IdentityStatement(relation: .category, object: "military", kind: .list))
        case "gov": row.statements.append(IdentityStatement(relation: .category, object: "government", kind: .list))
        case "pol": row.statements.append(IdentityStatement(relation: .category, object: "police", kind: .list))
        case "civ": row.statements.append(IdentityStatement(relation: .category, object: "civil", kind: .list))
        default: break
        }
    }

    /// The site of a link, if it is one of those that everybody knows: a site may be called after its owner.
    private static func site(_ link: String) -> String? {
        let rest = link.split(separator: "/", omittingEmptySubsequences: true)
        guard rest.count >= 2, rest[0].hasPrefix("http") else { return nil }
        let host = rest[1].lowercased()
        return sites.first { host == $0 || host.hasSuffix("." + $0) }
    }

    private static let sites = [
        "wikipedia.org", "airliners.net", "jetphotos.com", "planespotters.net", "gov", "gov.uk", "mil", "flickr.com",
    ]
}
