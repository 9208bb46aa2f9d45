import Aero
import Foundation

/// The body that adds or tries a source.
struct SourceRequest: Decodable {
    struct Place: Decodable {
        var latitude: Double
        var longitude: Double
        var metres: Double?
    }

    var name: String?
    var address: String?
    var format: String?
    var specification: String?
    var clock: String?
    var place: Place?
    var poll: Poll?

    /// What is asked again and again.
    struct Poll: Decodable {
        var provider: String?
        var query: String?
        var value: String?
        var every: Double?
        var terms: String?
        var purpose: String?
        var termsLink: String?
        var key: String?
        var clientId: String?
        var clientSecret: String?
    }

    static func decode<Body: Decodable>(_ type: Body.Type, _ bytes: [UInt8]) throws(APIError) -> Body {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let DecodingError.typeMismatch(_, context) {
            throw .invalid(SourceRequest.field(context), "this field has a value of the wrong kind")
        } catch let DecodingError.valueNotFound(_, context) {
            throw .invalid(SourceRequest.field(context), "this field must not be null")
        } catch let DecodingError.keyNotFound(key, context) {
            throw .invalid(context.codingPath.first?.stringValue ?? key.stringValue, "\(key.stringValue) is missing")
        } catch {
            throw .badRequest("json", "the body is not JSON")
        }
    }

    /// - Parameter isTrial: a trial needs no name.
    func draft(isTrial: Bool) throws(APIError) -> SourceDraft {
        let name = (name ?? "").trimmingCharacters(in: .whitespaces)
        guard isTrial || !name.isEmpty else { throw .invalid("name", "a source needs a name") }
        guard name.utf8.count <= 64, SourceRequest.isPlain(name), !name.contains("/") else {
            throw .invalid("name", "a name has at most 64 bytes, no slash and no control characters")
        }
        return SourceDraft(name: name, endpoint: try endpoint(), clock: try parsedClock(), place: try parsedPlace())
    }

    private func endpoint() throws(APIError) -> SourceDraft.Endpoint {
        if let specification {
            guard address == nil, format == nil else {
                throw .invalid("specification", "give a specification, or an address and a format, not both")
            }
            guard !specification.isEmpty, specification.utf8.count <= 512, SourceRequest.isPlain(specification) else {
                throw .invalid("specification", "a specification has 1 to 512 bytes")
            }
            return .specification(specification)
        }
        if let format = format.flatMap(PollDraft.Format.init) { return .poll(try polled(format)) }
        guard poll == nil else { throw .invalid("poll", "only readsb, v2 and opensky are polled") }
        guard let address, !address.isEmpty, address.utf8.count <= 260, SourceRequest.isPlain(address) else {
            throw .invalid("address", "an address is HOST:PORT")
        }
        guard let colon = address.lastIndex(of: ":"), colon != address.startIndex,
            let port = Int(address[address.index(after: colon)...]), (1...65_535).contains(port)
        else { throw .invalid("address", "an address is HOST:PORT, the port 1 to 65535") }
        guard let format, let known = SourceDraft.Format(rawValue: format) else {
            let all = (SourceDraft.Format.allCases.map(\.rawValue) + PollDraft.Format.allCases.map(\.rawValue))
                .joined(separator: ", ")
            throw .invalid("format", "the format is one of \(all)")
        }
        return .address(address, format: known)
    }

    private func polled(_ format: PollDraft.Format) throws(APIError) -> PollDraft {
        let poll = poll ?? Poll()
        var draft = PollDraft(format: format)
        let texts: [(String, String?, Int)] = [
            ("address", address, 512), ("provider", poll.provider, 64), ("query", poll.query, 16),
            ("value", poll.value, 2048),
            ("terms", poll.terms, 16), ("purpose", poll.purpose, 16), ("termsLink", poll.termsLink, 512),
            ("key", poll.key, 4096), ("clientId", poll.clientId, 256), ("clientSecret", poll.clientSecret, 4096),
        ]
        for (field, text, most) in texts {
            guard let text else { continue }
            guard text.utf8.count <= most, SourceRequest.isPlain(text) else {
                throw .invalid(field, "this field has at most \(most) bytes and no control characters")
            }
        }
        func given(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
        (draft.address, draft.provider) = (given(address), given(poll.provider))
        guard (draft.address == nil) != (draft.provider == nil) else {
            throw .invalid("address", "say whom to ask: an address, or one of the providers")
        }
        (draft.query, draft.value, draft.every) = (given(poll.query), poll.value, poll.every)
        if let query = draft.query, !["circle", "hex", "reg", "type", "mil", "box", "icao24"].contains(query) {
            throw .invalid("query", "the question is one of circle, hex, reg, type, mil, box, icao24")
        }
        (draft.terms, draft.purpose, draft.termsLink) = (given(poll.terms), given(poll.purpose), given(poll.termsLink))
        (draft.key, draft.clientID, draft.clientSecret) =
            (given(poll.key), given(poll.clientId), given(poll.clientSecret))
        return draft
    }

    private func parsedClock() throws(APIError) -> SourceDraft.Clock? {
        guard let clock else { return nil }
        guard let known = SourceDraft.Clock(rawValue: clock) else {
            let all = SourceDraft.Clock.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid("clock", "the clock is one of \(all)")
        }
        return known
    }

    private func parsedPlace() throws(APIError) -> SourceDraft.Place? {
        guard let place else { return nil }
        guard let position = Position(latitude: place.latitude, longitude: place.longitude),
            abs(place.longitude) <= 180
        else { throw .invalid("place", "a place is latitude -90 to 90 and longitude -180 to 180") }
        if let metres = place.metres, !(-1000...20_000).contains(metres) {
            throw .invalid("place", "the height is -1000 to 20000 metres")
        }
        return SourceDraft.Place(position: position, height: place.metres.map(Metres.init(rawValue:)))
    }

    private static func field(_ context: DecodingError.Context) -> String {
        context.codingPath.first?.stringValue ?? "body"
    }

    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
}

/// The body that pauses a source, or confirms the terms of its provider.
struct SourceChange: Decodable {
    struct Confirmation: Decodable {
        var terms: String
        var purpose: String
        var termsLink: String?
    }

    var paused: Bool?
    var confirm: Confirmation?

    private enum CodingKeys: String, CodingKey { case paused, confirm }

    /// A key that is there and null is refused: null is not "left out".
    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        paused = fields.contains(.paused) ? try fields.decode(Bool.self, forKey: .paused) : nil
        confirm = fields.contains(.confirm) ? try fields.decode(Confirmation.self, forKey: .confirm) : nil
    }
}
