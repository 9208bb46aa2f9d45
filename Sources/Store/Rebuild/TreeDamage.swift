/// What of a tree of pages could not be read.
struct TreeDamage: Hashable {
    var pages = 0
    /// Rows or entries on pages that could be read otherwise.
    var cells = 0

    var isNone: Bool { pages == 0 && cells == 0 }

    static func += (left: inout TreeDamage, right: TreeDamage) {
        left.pages += right.pages
        left.cells += right.cells
    }
}
