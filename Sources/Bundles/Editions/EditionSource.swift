public import Aero

/// Where something was said, as others may be told of it: no text, no names of people here.
public struct EditionSource: Hashable, Sendable {
    public let anchor: String
    public let title: String?
    public let outlet: String?
    /// Of the web, `http` or `https`; another one is not linked.
    public let address: String?
    public let published: Timestamp?
    /// Of the copy that is kept.
    public let sha256: String?
    public let licence: String?

    public init(
        anchor: String,
        title: String? = nil,
        outlet: String? = nil,
        address: String? = nil,
        published: Timestamp? = nil,
        sha256: String? = nil,
        licence: String? = nil
    ) {
        self.anchor = anchor
        self.title = title
        self.outlet = outlet
        self.address = address
        self.published = published
        self.sha256 = sha256
        self.licence = licence
    }

    /// What a page may link to.
    var link: String? {
        guard let address, address.hasPrefix("https://") || address.hasPrefix("http://"),
            !address.unicodeScalars.contains(where: { $0.value <= 0x20 })
        else { return nil }
        return address
    }
}
