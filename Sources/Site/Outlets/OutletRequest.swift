/// The body that adds an outlet.
struct OutletRequest: Decodable {
    var name: String
    var kind: String
    var settings: [String: String]

    private enum CodingKeys: String, CodingKey { case name, kind, settings }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        kind = try fields.decode(String.self, forKey: .kind)
        settings = fields.contains(.settings) ? try fields.decode([String: String].self, forKey: .settings) : [:]
    }

    var draft: OutletDraft { OutletDraft(name: name, kind: kind, settings: settings) }
}
