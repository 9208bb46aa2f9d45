import Foundation

/// JSON that is sent, the same bytes for the same values.
enum JSONBody {
    static func bytes(_ value: some Encodable) -> [UInt8] { bytes(value, keys: .useDefaultKeys) }

    /// With keys as most services write them: `chatID` is `chat_id`.
    static func snakeBytes(_ value: some Encodable) -> [UInt8] { bytes(value, keys: .convertToSnakeCase) }

    private static func bytes(_ value: some Encodable, keys: JSONEncoder.KeyEncodingStrategy) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = keys
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf",
            negativeInfinity: "-inf",
            nan: "nan"
        )
        // Of texts, numbers and lists of them nothing can fail.
        return (try? encoder.encode(value)).map(Array.init) ?? []
    }

    /// A value of an answer, whose keys may be written `as_this`; `nil` where there is none of that shape.
    static func read<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try? decoder.decode(type, from: Data(bytes))
    }
}
