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
        guard let address, !address.isEmpty, address.utf8.count <= 260, SourceRequest.isPlain(address) else {
            throw .invalid("address", "an address is HOST:PORT")
        }
        guard let colon = address.lastIndex(of: ":"), colon != address.startIndex,
            let port = Int(address[address.index(after: colon)...]), (1...65_535).contains(port)
        else { throw .invalid("address", "an address is HOST:PORT, the port 1 to 65535") }
        guard let format, let known = SourceDraft.Format(rawValue: format) else {
            let all = SourceDraft.Format.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid("format", "the format is one of \(all)")
        }
        return .address(address, format: known)
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

/// The body that pauses a source.
struct SourceChange: Decodable {
    var paused: Bool
}
