import Foundation
import Testing

extension Loopback.Answer {
    /// The body as an object of JSON.
    func object() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
    }

    /// A list of objects in it.
    func objects(_ key: String) throws -> [[String: Any]] { try #require(try object()[key] as? [[String: Any]]) }
}
