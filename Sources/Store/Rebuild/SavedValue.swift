import Foundation
import GRDB

/// A value as it lies in a record of a database file.
enum SavedValue: Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// Reads the value of a serial type.
    ///
    /// - Returns: `nil` where the bytes end before it, the type is none, or a text is not UTF-8.
    /// - Source: SQLite Database File Format, section 2.1, "Serial Type Codes Of The Record Format".
    init?(type: Int64, _ bytes: ArraySlice<UInt8>) {
        guard let length = Self.length(type), bytes.count >= length else { return nil }
        let own = bytes.prefix(length)
        switch type {
        case 0: self = .null
        case 1...6:
            // Big endian, signed: the first byte carries the sign.
            let sign: Int64 = (own.first ?? 0) & 0x80 != 0 ? -1 : 0
            self = .integer(own.reduce(sign) { $0 << 8 | Int64($1) })
        case 7: self = .real(Double(bitPattern: own.reduce(0) { $0 << 8 | UInt64($1) }))
        case 8: self = .integer(0)
        case 9: self = .integer(1)
        default:
            guard type % 2 == 1 else {
                self = .blob(Array(own))
                return
            }
            guard let text = String(validating: own, as: UTF8.self) else { return nil }
            self = .text(text)
        }
    }

    /// Bytes that a value of a serial type takes; `nil` for the two that are never written, and for negative ones.
    static func length(_ type: Int64) -> Int? {
        switch type {
        case 0, 8, 9: 0
        case 1...4: Int(type)
        case 5: 6
        case 6, 7: 8
        case 12...: Int((type - 12) / 2)
        default: nil
        }
    }

    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .blob(let value): Data(value).databaseValue
        }
    }

    /// Bytes that it takes beyond a number's.
    var byteCount: Int {
        switch self {
        case .null, .integer, .real: 0
        case .text(let value): value.utf8.count
        case .blob(let value): value.count
        }
    }

    var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    var text: String? { if case .text(let value) = self { value } else { nil } }
}
