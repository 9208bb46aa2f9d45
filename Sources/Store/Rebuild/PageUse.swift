/// What the pointer map says of a page.
struct PageUse {
    enum Kind: UInt8 {
        case root = 1
        case free, overflowBegin, overflow, inTree
    }

    let kind: Kind
    /// The page above it; 0 for roots and free pages.
    let parent: Int

    init?(kind: UInt8, parent: Int) {
        guard let kind = Kind(rawValue: kind) else { return nil }
        (self.kind, self.parent) = (kind, parent)
    }
}
