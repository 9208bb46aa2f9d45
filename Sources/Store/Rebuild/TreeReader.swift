/// Reads the trees of pages that tables and indices are, and goes on where a page is damaged.
///
/// - Source: SQLite Database File Format, section 1.6, "B-tree Pages", 1.7, "Cell Payload Overflow Pages".
final class TreeReader {
    /// A record longer than that is none: no program writes it, and a damaged length asks for no memory.
    static let longestRecord = 64 << 20

    let pages: DatabasePages
    /// Of which tree a page is, by the number of the tree; 0: of none that was read. Also of damaged ones.
    private var owners: [UInt8]
    private var isIndex: [UInt8: Bool] = [:]

    init(_ pages: DatabasePages) {
        self.pages = pages
        owners = [UInt8](repeating: 0, count: pages.count + 1)
    }

    /// Gives each record of a tree.
    ///
    /// - Parameters:
    ///   - isIndex: of an index or of a table without rowid.
    ///   - number: that names the tree, 1 and more.
    ///   - take: whether it is a record such as the tree holds.
    func read(
        root: Int,
        isIndex: Bool,
        as number: UInt8,
        _ take: (SavedRecord) throws -> Bool
    ) rethrows -> TreeDamage {
        self.isIndex[number] = isIndex
        var damage = TreeDamage()
        var waiting = [root]
        while let page = waiting.popLast() {
            // Beyond the file, or a page that is in a tree already: the pointer is damaged.
            guard owners.indices.contains(page), page > 0, owners[page] == 0 else {
                damage.pages += 1
                continue
            }
            owners[page] = number
            guard let (children, own) = try read(page, isIndex: isIndex, take) else {
                damage.pages += 1
                continue
            }
            damage += own
            // The first comes first.
            waiting += children.reversed()
        }
        return damage
    }

    /// Gives the records of pages to which no page leads any more, and that the pointer map says are in use: those below a damaged one.
    ///
    /// - Parameter take: gets the number of the tree they are of.
    /// - Returns: how many pages were found again, of each tree.
    func readOrphans(_ take: (UInt8, SavedRecord) throws -> Bool) rethrows -> [UInt8: Int] {
        var found: [UInt8: Int] = [:]
        for page in 3..<max(3, owners.count) where owners[page] == 0 && page != pages.lockPage {
            guard let use = pages.use(of: page), use.kind == .inTree, let tree = tree(above: use.parent),
                let isIndex = isIndex[tree], try read(page, isIndex: isIndex, { try take(tree, $0) }) != nil
            else { continue }
            owners[page] = tree
            found[tree, default: 0] += 1
        }
        return found
    }

    /// The tree of the nearest page above that has one.
    private func tree(above parent: Int) -> UInt8? {
        var page = parent
        // Deeper than any tree is.
        for _ in 0..<20 {
            guard owners.indices.contains(page), page > 0 else { return nil }
            if owners[page] != 0 { return owners[page] }
            guard let use = pages.use(of: page), use.kind == .inTree else { return nil }
            page = use.parent
        }
        return nil
    }

    /// Reads one page.
    ///
    /// - Returns: the pages below it; `nil` where it is no page of such a tree.
    private func read(
        _ number: Int,
        isIndex: Bool,
        _ take: (SavedRecord) throws -> Bool
    ) rethrows -> (children: [Int], TreeDamage)? {
        guard let page = pages.page(number) else { return nil }
        let head = number == 1 ? 100 : 0
        let isInner: Bool
        switch (page[head], isIndex) {
        case (0x0D, false), (0x0A, true): isInner = false
        case (0x05, false), (0x02, true): isInner = true
        default: return nil
        }
        let count = Int(DatabasePages.number(page, head + 3, count: 2))
        let pointers = head + (isInner ? 12 : 8)
        guard pointers + 2 * count <= pages.usable else { return nil }
        var damage = TreeDamage()
        var children: [Int] = []
        for cell in 0..<count {
            var place = Int(DatabasePages.number(page, pointers + 2 * cell, count: 2))
            guard place >= pointers + 2 * count, place + 4 <= pages.usable else {
                damage.cells += 1
                continue
            }
            if isInner {
                children.append(Int(DatabasePages.number(page, place)))
                place += 4
            }
            guard isIndex || !isInner else { continue }
            if let record = record(page, at: place, isIndex: isIndex), try take(record) { continue }
            damage.cells += 1
        }
        if isInner { children.append(Int(DatabasePages.number(page, head + 8))) }
        return (children, damage)
    }

    private func record(_ page: [UInt8], at start: Int, isIndex: Bool) -> SavedRecord? {
        let used = page.prefix(pages.usable)
        var place = start
        var rowid: Int64?
        guard let length = SavedRecord.variableInteger(used, &place), (1...Int64(Self.longestRecord)).contains(length)
        else { return nil }
        if !isIndex {
            rowid = SavedRecord.variableInteger(used, &place)
            guard rowid != nil else { return nil }
        }
        let total = Int(length)
        let local = localLength(of: total, isIndex: isIndex)
        guard place + local + (local < total ? 4 : 0) <= pages.usable else { return nil }
        var payload = Array(page[place..<place + local])
        let isWhole =
            local == total || follow(Int(DatabasePages.number(page, place + local)), to: total, into: &payload)
        var record = SavedRecord(payload, rowid: rowid)
        record?.isTorn = !isWhole
        return record
    }

    /// Bytes of a record that stand on the page itself.
    private func localLength(of total: Int, isIndex: Bool) -> Int {
        let usable = pages.usable
        let most = isIndex ? (usable - 12) * 64 / 255 - 23 : usable - 35
        guard total > most else { return total }
        let least = (usable - 12) * 32 / 255 - 23
        let own = least + (total - least) % (usable - 4)
        return own <= most ? own : least
    }

    /// Adds what stands on pages of overflow; what cannot be read is zeros, so that what follows stays in its place.
    ///
    /// - Returns: whether all could be read.
    private func follow(_ first: Int, to total: Int, into payload: inout [UInt8]) -> Bool {
        var next = first
        while payload.count < total {
            let use = pages.use(of: next)
            guard next > 1, use.map({ $0.kind == .overflow || $0.kind == .overflowBegin }) ?? true,
                let page = pages.page(next)
            else {
                payload += repeatElement(0, count: total - payload.count)
                return false
            }
            payload += page[4..<min(pages.usable, 4 + total - payload.count)]
            next = Int(DatabasePages.number(page, 0))
        }
        return true
    }
}
