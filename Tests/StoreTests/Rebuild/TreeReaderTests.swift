import Foundation
import Testing

@testable import Store

/// Pages that are made to ask for much.
struct TreeReaderTests {
    private static let size = 4_096

    private static func varint(_ value: Int) -> [UInt8] {
        var (bytes, rest) = ([UInt8(value & 0x7F)], value >> 7)
        while rest > 0 {
            bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
            rest >>= 7
        }
        return bytes
    }

    private static func number(_ value: Int, _ count: Int = 4) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// Bytes of a record on its own page where the pages of overflow are full: section 1.7 of the format.
    private static let local = (size - 12) * 32 / 255 - 23

    /// Rows of one BLOB that fill so many pages of overflow, from the same one on.
    private static func leaf(rows: Int, filling overflows: Int, from overflow: Int) -> [UInt8] {
        let total = local + overflows * (size - 4)
        // The head tells its own length and that of the BLOB, which is what it leaves.
        let heads = (2...8).map { count in
            let type = varint(2 * (total - count) + 12)
            return varint(type.count + 1) + type
        }
        guard let place = heads.indices.first(where: { heads[$0].count == $0 + 2 }) else { return [] }
        let head = heads[place]
        var page = [UInt8](repeating: 0, count: size)
        page[0] = 0x0D
        page.replaceSubrange(3..<5, with: number(rows, 2))
        var end = size
        for row in 0..<rows {
            let content = head + [UInt8](repeating: 7, count: local - head.count)
            let cell = varint(total) + varint(row + 1) + content + number(overflow)
            end -= cell.count
            page.replaceSubrange(end..<end + cell.count, with: cell)
            page.replaceSubrange(8 + 2 * row..<10 + 2 * row, with: number(end, 2))
        }
        return page
    }

    private static func pages(_ folder: TemporaryFolder, _ pages: [[UInt8]]) throws -> DatabasePages {
        var bytes = [UInt8](repeating: 0, count: 2 * size)
        bytes.replaceSubrange(0..<16, with: Array("SQLite format 3\u{0}".utf8))
        bytes.replaceSubrange(16..<18, with: number(size, 2))
        try folder.write(bytes + pages.joined(), to: folder.path + "/x.sqlite")
        return try DatabasePages(path: folder.path + "/x.sqlite")
    }

    private static let tree = SavedTree(
        name: "x",
        table: "x",
        root: 3,
        isIndex: false,
        columns: [SavedTree.Column(name: "data", type: "BLOB", isRequired: true)],
        rowid: nil,
        endsWithRowid: false
    )

    /// Bytes that are given out of all records.
    private static func given(_ pages: DatabasePages) -> (bytes: Int, damage: TreeDamage) {
        var bytes = 0
        let damage = TreeReader(pages).readForTests(tree) { record in
            if case .blob(let data)? = record.values.first { bytes += data.count }
            return true
        }
        return (bytes, damage)
    }

    @Test func aChainThatMeetsItselfEnds() throws {
        let folder = try TemporaryFolder()
        var chain = [UInt8](repeating: 1, count: Self.size)
        chain.replaceSubrange(0..<4, with: Self.number(4))
        let pages = try Self.pages(folder, [Self.leaf(rows: 4, filling: 12_000, from: 4), chain])
        let (bytes, damage) = Self.given(pages)
        #expect(bytes <= pages.count * Self.size)
        #expect(damage.cells == 4)
    }

    /// Records never share a chain: what many say of one page is not read as often.
    @Test func aChainIsReadForFewRecords() throws {
        let folder = try TemporaryFolder()
        let chain = (0..<60).map { index in
            Self.number(index < 59 ? 5 + index : 0) + [UInt8](repeating: 1, count: Self.size - 4)
        }
        let pages = try Self.pages(folder, [Self.leaf(rows: 7, filling: 60, from: 4)] + chain)
        let (bytes, _) = Self.given(pages)
        #expect(bytes >= 60 * (Self.size - 4))
        // What was read of pages, and zeros for no more than the file is long.
        #expect(bytes <= 3 * pages.count * Self.size + 7 * Self.local)
    }
}

extension TreeReader {
    fileprivate func readForTests(_ tree: SavedTree, _ take: (SavedRecord) -> Bool) -> TreeDamage {
        read(root: tree.root, tree.form, as: 1, take)
    }
}
