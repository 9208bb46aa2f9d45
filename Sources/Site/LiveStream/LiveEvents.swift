/// Notices what rarely changes: the site itself and the state of its sources.
actor LiveEvents {
    private let desk: any SourceDesk
    private let site: SiteDocument
    private var lastSite: [UInt8]?
    private var lastStates: [String: SourceStatus.State]?

    init(desk: any SourceDesk, site: SiteDocument) {
        self.desk = desk
        self.site = site
    }

    /// Documents of the events since the last call; the first call only takes note.
    func changes(_ status: SkyStatus) async -> [[UInt8]] {
        var found: [[UInt8]] = []
        let key = site.lasting(status)
        if let lastSite, lastSite != key { found.append(site.json(status, event: "site")) }
        lastSite = key
        let sources = await desk.sources()
        let states = Dictionary(sources.map { ($0.name, $0.state) }, uniquingKeysWith: { first, _ in first })
        if let lastStates {
            for source in sources where lastStates[source.name] != source.state {
                var json = JSONWriter()
                json.beginObject()
                json.member("kind", "source")
                json.member("name", source.name)
                json.member("state", source.state.rawValue)
                json.endObject()
                found.append(json.bytes)
            }
        }
        lastStates = states
        return found
    }
}
