import Aero

/// Makes the chain of sums over head and records.
struct BundleChain {
    private(set) var last: ContentSum

    init(_ head: BundleHead) { last = ContentSum(of: Array("pelacak-bundle-1\u{0}".utf8) + head.canonical.bytes) }

    /// The link that follows another.
    static func link(after before: ContentSum, _ item: BundleItem) -> ContentSum {
        let record = ContentSum(of: Array("pelacak-item-1\u{0}".utf8) + item.canonical.bytes)
        return ContentSum(of: before.bytes + record.bytes)
    }

    mutating func add(_ item: BundleItem) -> ContentSum {
        last = Self.link(after: last, item)
        return last
    }
}
