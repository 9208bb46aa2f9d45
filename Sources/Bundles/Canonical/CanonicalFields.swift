public import Aero

/// The members of an object, asked for by name and kind. A member that is missing or of another kind is named in the error.
public struct CanonicalFields: Sendable {
    private let members: [String: CanonicalJSON]
    private let name: String

    /// - Parameter name: of the object, for errors.
    public init(_ value: CanonicalJSON, _ name: String) throws(CanonicalJSONError) {
        guard case .object(let members) = value else { throw .member(name) }
        self.members = members
        self.name = name
    }

    /// The value of a member; `null` where there is none.
    public subscript(_ member: String) -> CanonicalJSON { members[member] ?? .null }

    /// - Throws: `member`, with its name, where there is one of another name.
    func only(_ known: Set<String>) throws(CanonicalJSONError) {
        if let other = members.keys.filter({ !known.contains($0) }).min() { throw wrong(other) }
    }

    func wrong(_ member: String) -> CanonicalJSONError { .member(name + "." + member) }

    public func string(_ member: String) throws(CanonicalJSONError) -> String {
        guard let text = try optionalString(member) else { throw wrong(member) }
        return text
    }

    public func optionalString(_ member: String) throws(CanonicalJSONError) -> String? {
        switch self[member] {
        case .null: return nil
        case .string(let text): return text
        default: throw wrong(member)
        }
    }

    public func double(_ member: String) throws(CanonicalJSONError) -> Double {
        guard let number = try optionalDouble(member) else { throw wrong(member) }
        return number
    }

    /// A number within bounds: what nobody measures or chooses is refused before anything is computed with it.
    public func double(_ member: String, in range: ClosedRange<Double>) throws(CanonicalJSONError) -> Double {
        let number = try double(member)
        guard range.contains(number) else { throw wrong(member) }
        return number
    }

    public func optionalDouble(_ member: String) throws(CanonicalJSONError) -> Double? {
        switch self[member] {
        case .null: return nil
        case .number(let number): return number
        default: throw wrong(member)
        }
    }

    /// A whole number of at most 2^53.
    public func integer(_ member: String) throws(CanonicalJSONError) -> Int {
        let number = try double(member)
        guard number.magnitude <= 9_007_199_254_740_992, let whole = Int(exactly: number) else { throw wrong(member) }
        return whole
    }

    public func boolean(_ member: String) throws(CanonicalJSONError) -> Bool {
        guard case .boolean(let value) = self[member] else { throw wrong(member) }
        return value
    }

    /// The values of an array; none where the member is missing.
    public func array(_ member: String) throws(CanonicalJSONError) -> [CanonicalJSON] {
        switch self[member] {
        case .null: return []
        case .array(let values): return values
        default: throw wrong(member)
        }
    }

    public func strings(_ member: String) throws(CanonicalJSONError) -> [String] {
        try array(member).map { value throws(CanonicalJSONError) in
            guard case .string(let text) = value else { throw wrong(member) }
            return text
        }
    }

    /// The objects of an array, each read by `read`.
    ///
    /// - Parameter most: of more nothing is read.
    public func objects<Value>(
        _ member: String,
        most: Int = .max,
        _ read: (CanonicalFields) throws(CanonicalJSONError) -> Value
    ) throws(CanonicalJSONError) -> [Value] {
        try array(member, most: most).map { value throws(CanonicalJSONError) in
            try read(CanonicalFields(value, name + "." + member))
        }
    }

    /// The values of an array of at most so many; none where the member is missing.
    func array(_ member: String, most: Int) throws(CanonicalJSONError) -> [CanonicalJSON] {
        let values = try array(member)
        guard values.count <= most else { throw wrong(member) }
        return values
    }

    /// The members of an object; none where it is missing.
    public func members(_ member: String) throws(CanonicalJSONError) -> [String: CanonicalJSON] {
        switch self[member] {
        case .null: return [:]
        case .object(let members): return members
        default: throw wrong(member)
        }
    }

    public func fields(_ member: String) throws(CanonicalJSONError) -> CanonicalFields {
        try CanonicalFields(self[member], name + "." + member)
    }

    /// One of a few words.
    public func choice<Choice: RawRepresentable<String>>(
        _ member: String,
        _: Choice.Type = Choice.self
    ) throws(CanonicalJSONError) -> Choice {
        guard let choice = Choice(rawValue: try string(member)) else { throw wrong(member) }
        return choice
    }

    public func time(_ member: String) throws(CanonicalJSONError) -> Timestamp {
        guard let time = try optionalTime(member) else { throw wrong(member) }
        return time
    }

    public func optionalTime(_ member: String) throws(CanonicalJSONError) -> Timestamp? {
        guard let text = try optionalString(member) else { return nil }
        guard let time = CanonicalTime.time(text) else { throw wrong(member) }
        return time
    }

    public func address(_ member: String) throws(CanonicalJSONError) -> AircraftAddress {
        guard let address = AircraftAddress(try string(member)) else { throw wrong(member) }
        return address
    }

    /// `[latitude, longitude]` in degrees.
    public func position(_ member: String) throws(CanonicalJSONError) -> Position {
        guard let place = self[member].position else { throw wrong(member) }
        return place
    }

    /// Lines of places; none where the member is missing.
    ///
    /// - Parameter most: places of all lines together.
    func lines(_ member: String, most: Int) throws(CanonicalJSONError) -> [[Position]] {
        var left = most
        return try array(member, most: most).map { line throws(CanonicalJSONError) in
            guard case .array(let places) = line, places.count <= left else { throw wrong(member) }
            left -= places.count
            return try places.map { place throws(CanonicalJSONError) in
                guard let place = place.position else { throw wrong(member) }
                return place
            }
        }
    }
}

extension CanonicalJSON {
    public init(_ time: Timestamp?) { self = time.map { .string(CanonicalTime.text($0)) } ?? .null }
    public init(_ place: Position) { self = .array([.number(place.latitude), .number(place.longitude)]) }

    /// A place as written above.
    fileprivate var position: Position? {
        guard case .array(let pair) = self, pair.count == 2, case .number(let latitude) = pair[0],
            case .number(let longitude) = pair[1]
        else { return nil }
        return Position(latitude: latitude, longitude: longitude)
    }
}
