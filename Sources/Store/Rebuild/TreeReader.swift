/// Reads the trees of pages that tables and indices are, and goes on where a page is damaged.
///
/// - Source: SQLite Database File Format, section 1.6, "B-tree Pages", 1.7, "Cell Payload Overflow Pages".
final class TreeReader {
    /// What of a tree must be known to read it.
    struct Form {
        /// Of an index or of a table without rowid.
        let isIndex: Bool
        /// Bytes; a longer record is none: no program writes it, and a damaged length asks for no memory.
        let longest: Int

        init(isIndex: Bool, hasBytes: Bool) {
            self.isIndex = isIndex
            longest = hasBytes ? 64 << 20 : 8 << 20
        }
    }

    let pages: DatabasePages
    /// Of which tree a page is, by the number of the tree; 0: of none that was read. Also of damaged ones.
    private var owners: [UInt8]
    private var forms: [UInt8: Form] = [:]
    /// Pages of overflow that are still read: records share none, so that more than the file has are asked for by damage alone. Ours: twice
    /// as many, for a pointer that leads to a neighbour's.
    private var overflowLeft: Int
    /// Bytes that may stand for what cannot be read: no more than the file is long.
    private var zerosLeft: Int

    init(_ pages: DatabasePages) {
        self.pages = pages
        owners = [UInt8](repeating: 0, count: pages.count + 1)
        overflowLeft = 2 * pages.count
        zerosLeft = pages.count * pages.size
    }

    /// Gives each record of a tree.
    ///
    /// - Parameters:
    ///   - number: that names the tree, 1 and more.
    ///   - take: whether it is a record such as the tree holds.
    func read(
        root: Int,
        _ form: Form,
        as number: UInt8,
        _ take: (SavedRecord) throws -> Bool
    ) rethrows -> TreeDamage {
        forms[number] = form
        var damage = TreeDamage()
        var waiting = [root]
        while let page = waiting.popLast() {
            // Beyond the file, or a page that is in a tree already: the pointer is damaged.
            guard owners.indices.contains(page), page > 0, owners[page] == 0 else {
                damage.pages += 1
                continue
            }
            owners[page] = number
            guard let (children, own) = try read(page, form, take) else {
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
        for page in 3..<max(3, pages.stated + 1) where owners[page] == 0 && page != pages.lockPage {
            guard let use = pages.use(of: page), use.kind == .inTree, let tree = tree(above: use.parent),
                let form = forms[tree], try read(page, form, { try take(tree, $0) }) != nil
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
        _ form: Form,
        _ take: (SavedRecord) throws -> Bool
    ) rethrows -> (children: [Int], TreeDamage)? {
        guard let page = pages.page(number) else { return nil }
        let head = number == 1 ? 100 : 0
        let isInner: Bool
        switch (page[head], form.isIndex) {
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
            guard form.isIndex || !isInner else { continue }
            if let record = record(page, number, at: place, form), try take(record) { continue }
            damage.cells += 1
        }
        if isInner { children.append(Int(DatabasePages.number(page, head + 8))) }
        return (children, damage)
    }

    private func record(_ page: [UInt8], _ number: Int, at start: Int, _ form: Form) -> SavedRecord? {
        let used = page.prefix(pages.usable)
        var place = start
        var rowid: Int64?
        let longest = min(form.longest, pages.usable * pages.count)
        guard let length = SavedRecord.variableInteger(used, &place), (1...Int64(longest)).contains(length) else {
            return nil
        }
        if !form.isIndex {
            rowid = SavedRecord.variableInteger(used, &place)
            guard rowid != nil else { return nil }
        }
        let total = Int(length)
        let local = localLength(of: total, isIndex: form.isIndex)
        guard place + local + (local < total ? 4 : 0) <= pages.usable else { return nil }
        var payload = Array(page[place..<place + local])
        var isWhole = true
        if local < total {
            follow(Int(DatabasePages.number(page, place + local)), from: number, to: total, into: &payload)
            isWhole = payload.count == total
            guard isWhole || pad(&payload, to: total) else { return nil }
        }
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

    /// Adds what stands on pages of overflow, up to the first that is none of this record.
    ///
    /// - Parameter page: on which the record begins.
    private func follow(_ first: Int, from page: Int, to total: Int, into payload: inout [UInt8]) {
        var (next, before) = (first, page)
        while payload.count < total, overflowLeft > 0 {
            let kind: PageUse.Kind = before == page ? .overflowBegin : .overflow
            // Each is named by the one before it: so a chain neither meets itself nor another's.
            guard next > 1, pages.use(of: next).map({ $0.kind == kind && $0.parent == before }) ?? true,
                let bytes = pages.page(next)
            else { return }
            overflowLeft -= 1
            payload += bytes[4..<min(pages.usable, 4 + total - payload.count)]
            (before, next) = (next, Int(DatabasePages.number(bytes, 0)))
        }
    }

    /// Makes zeros of what could not be read, so that what follows stays in its place.
    ///
    /// - Returns: whether there may be so many.
    private func pad(_ payload: inout [UInt8], to total: Int) -> Bool {
        let count = total - payload.count
        guard count <= zerosLeft else { return false }
        zerosLeft -= count
        payload += repeatElement(0, count: count)
        return true
    }
}
