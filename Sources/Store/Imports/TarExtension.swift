/// What headers before an entry say of it: a long name, a size.
struct TarExtension {
    enum Kind: Hashable {
        /// GNU's long name.
        case longName
        /// Records of POSIX.
        case pax
        /// Of links or of the archive: nothing for us.
        case ignored
    }

    /// Longest header that is read, in bytes.
    static let longest = 64 * 1024

    private(set) var name: String?
    private(set) var size: Int?

    /// Takes one in.
    ///
    /// - Returns: `false` if it cannot be read.
    mutating func take(_ kind: Kind, _ bytes: [UInt8]) -> Bool {
        switch kind {
        case .ignored: return true
        case .longName:
            let text = bytes.prefix { $0 != 0 }
            name = text.count <= TarReader.longestName ? String(validating: text, as: UTF8.self) : nil
            return name != nil
        case .pax: return takeRecords(bytes)
        }
    }

    /// `LENGTH KEY=VALUE\n`, the length counting all of it.
    private mutating func takeRecords(_ bytes: [UInt8]) -> Bool {
        var place = 0
        while place < bytes.count, bytes[place] != 0 {
            guard let blank = bytes[place...].prefix(8).firstIndex(of: UInt8(ascii: " ")),
                let length = Int(String(decoding: bytes[place..<blank], as: UTF8.self)), length > blank - place + 1,
                length <= bytes.count - place
            else { return false }
            let record = bytes[(blank + 1)..<(place + length - 1)]
            if let equals = record.firstIndex(of: UInt8(ascii: "=")) {
                let value = record[(equals + 1)...]
                if record[..<equals].elementsEqual("path".utf8) {
                    guard value.count <= TarReader.longestName else { return false }
                    name = String(validating: value, as: UTF8.self)
                    guard name != nil else { return false }
                } else if record[..<equals].elementsEqual("size".utf8) {
                    guard let number = Int(String(decoding: value, as: UTF8.self)), (0...1 << 43).contains(number)
                    else { return false }
                    size = number
                }
            }
            place += length
        }
        return true
    }
}
