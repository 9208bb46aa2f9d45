import Aero
import Foundation

/// Lists that an operator keeps for his rules: `DATA/watches/lists/NAME.txt`, an address or a registration a line, `#` before a remark.
struct ListFiles: Sendable {
    let folder: String

    private static let largest = 1 << 20
    private static let most = 64

    init(dataFolder: String) { folder = dataFolder + "/watches/lists" }

    /// Names of lists by address; those of which a registration stands there, by the address that its state's rule gives.
    func lists() -> [AircraftAddress: [String]] {
        var lists: [AircraftAddress: [String]] = [:]
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        for name in names.filter({ $0.hasSuffix(".txt") }).prefix(Self.most) {
            guard let handle = FileHandle(forReadingAtPath: "\(folder)/\(name)") else { continue }
            defer { try? handle.close() }
            guard let data = try? handle.read(upToCount: Self.largest), let text = String(data: data, encoding: .utf8)
            else { continue }
            let list = String(name.dropLast(4))
            for line in text.split(whereSeparator: \.isNewline) {
                let word = line.split(separator: "#", omittingEmptySubsequences: false)[0].filter { !$0.isWhitespace }
                guard !word.isEmpty else { continue }
                let address = AircraftAddress(word) ?? Registration.address(of: word)
                if let address, lists[address]?.contains(list) != true { lists[address, default: []].append(list) }
            }
        }
        return lists
    }

    /// Changes whenever a file does.
    var stamp: String {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        return names.map { name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return "\(name) \(date) \((attributes?[.size] as? NSNumber)?.intValue ?? 0)"
        }.joined(separator: "\n")
    }
}
