import Aero
import Visits

/// What somebody does to a visit, as a body says it: `kind`, and what that kind needs.
struct VisitActRequest: Decodable {
    /// A key that may be left out, or be null to take back what was there.
    enum Change<Value: Decodable & Sendable>: Sendable {
        case left, cleared, set(Value)
    }

    /// Text, or several of them.
    struct Words: Decodable {
        let all: [String]

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let one = try? value.decode(String.self) { all = [one] } else { all = try value.decode([String].self) }
        }
    }

    var kind: String
    var stop: Int?
    var claim: Int?
    var change: Int?
    var point: Int?
    var report: Int?
    /// Place in the order, from 0.
    var at: Int?
    var span: [Int]?
    var place: Words?
    var airports: [String]?
    var placeName: String?
    var stopKind: String?
    var claimKind: String?
    var certainty: String?
    var polarity: String?
    var speaker: String?
    var aircraft: [String]?
    /// Of `editClaim`, whose claim keeps what is left out: a stop, who says it, aircraft.
    var claimStop: Change<Int> = .left
    var claimSpeaker: Change<String> = .left
    var claimAircraft: Change<[String]> = .left
    var dwellHours: Change<[Double]> = .left
    var from: Change<TimeField> = .left
    var to: Change<TimeField> = .left
    /// Of `moveStop`: `to` is a place in the order there.
    var toPlace: Int?
    var name: String?
    var role: String?
    var state: String?
    var status: String?
    var isPublic: Bool?
    var title: String?
    /// When a report was published.
    var published: TimeField?

    private enum CodingKeys: String, CodingKey {
        case kind, stop, claim, change, point, report, at, span, place, airports, placeName, stopKind, claimKind,
            certainty
        case polarity, speaker, aircraft, dwellHours, from, to, name, role, state, status
        case isPublic = "public"
        case title, published
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        func changed<Value>(_ key: CodingKeys) throws -> Change<Value> {
            guard fields.contains(key) else { return .left }
            return try fields.decodeIfPresent(Value.self, forKey: key).map(Change.set) ?? .cleared
        }
        kind = try fields.decode(String.self, forKey: .kind)
        claim = try fields.decodeIfPresent(Int.self, forKey: .claim)
        change = try fields.decodeIfPresent(Int.self, forKey: .change)
        point = try fields.decodeIfPresent(Int.self, forKey: .point)
        report = try fields.decodeIfPresent(Int.self, forKey: .report)
        at = try fields.decodeIfPresent(Int.self, forKey: .at)
        span = try fields.decodeIfPresent([Int].self, forKey: .span)
        place = try fields.decodeIfPresent(Words.self, forKey: .place)
        airports = try fields.decodeIfPresent([String].self, forKey: .airports)
        placeName = try fields.decodeIfPresent(String.self, forKey: .placeName)
        stopKind = try fields.decodeIfPresent(String.self, forKey: .stopKind)
        claimKind = try fields.decodeIfPresent(String.self, forKey: .claimKind)
        certainty = try fields.decodeIfPresent(String.self, forKey: .certainty)
        polarity = try fields.decodeIfPresent(String.self, forKey: .polarity)
        name = try fields.decodeIfPresent(String.self, forKey: .name)
        role = try fields.decodeIfPresent(String.self, forKey: .role)
        state = try fields.decodeIfPresent(String.self, forKey: .state)
        status = try fields.decodeIfPresent(String.self, forKey: .status)
        isPublic = try fields.decodeIfPresent(Bool.self, forKey: .isPublic)
        title = try fields.decodeIfPresent(String.self, forKey: .title)
        published = try fields.decodeIfPresent(TimeField.self, forKey: .published)
        dwellHours = try changed(.dwellHours)
        if kind == "editClaim" {
            (claimStop, claimSpeaker, claimAircraft) = (
                try changed(.stop), try changed(.speaker), try changed(.aircraft)
            )
        } else {
            stop = try fields.decodeIfPresent(Int.self, forKey: .stop)
            speaker = try fields.decodeIfPresent(String.self, forKey: .speaker)
            aircraft = try fields.decodeIfPresent([String].self, forKey: .aircraft)
        }
        if kind == "moveStop" {
            toPlace = try fields.decodeIfPresent(Int.self, forKey: .to)
        } else {
            (from, to) = (try changed(.from), try changed(.to))
        }
    }
}

/// The body of a change.
struct VisitChangeRequest: Decodable {
    /// How many changes the page saw.
    var after: Int
    var act: VisitActRequest?
    /// Several, made together or not at all.
    var acts: [VisitActRequest]?

    static let most = 50

    /// Whether a text is read for it, which takes its time.
    var isReading: Bool { ((act.map { [$0] } ?? []) + (acts ?? [])).contains { $0.kind == "setDateline" } }

    func all() throws(APIError) -> [VisitActRequest] {
        guard (act == nil) != (acts == nil) else { throw .invalid("act", "give act, or acts") }
        let all = act.map { [$0] } ?? acts ?? []
        guard !all.isEmpty, all.count <= Self.most else { throw .invalid("acts", "1 to \(Self.most) acts at once") }
        return all
    }
}
