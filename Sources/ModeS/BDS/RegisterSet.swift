/// A set of registers in one word; nothing is allocated.
public struct RegisterSet: Hashable, Sendable, Sequence, ExpressibleByArrayLiteral {
    /// One bit a register, at its ordinal.
    private var bits: UInt64

    /// The empty set.
    public init() { bits = 0 }

    public init(arrayLiteral elements: BDSRegister...) {
        bits = 0
        for element in elements { insert(element) }
    }

    /// The set of what a sequence gives.
    public init(_ registers: some Sequence<BDSRegister>) {
        bits = 0
        for register in registers { insert(register) }
    }

    private init(bits: UInt64) { self.bits = bits }

    public var isEmpty: Bool { bits == 0 }
    public var count: Int { bits.nonzeroBitCount }
    public var underestimatedCount: Int { count }

    @inline(__always)
    public mutating func insert(_ register: BDSRegister) { bits |= 1 << register.ordinal }
    public mutating func remove(_ register: BDSRegister) { bits &= ~(1 << register.ordinal) }
    public func contains(_ register: BDSRegister) -> Bool { bits & 1 << register.ordinal != 0 }

    public func intersection(_ other: RegisterSet) -> RegisterSet { RegisterSet(bits: bits & other.bits) }
    public func union(_ other: RegisterSet) -> RegisterSet { RegisterSet(bits: bits | other.bits) }
    public func subtracting(_ other: RegisterSet) -> RegisterSet { RegisterSet(bits: bits & ~other.bits) }
    public func isSubset(of other: RegisterSet) -> Bool { bits & ~other.bits == 0 }

    /// The register, if there is exactly one.
    public var only: BDSRegister? { count == 1 ? BDSRegister(ordinal: bits.trailingZeroBitCount) : nil }

    public func makeIterator() -> Iterator { Iterator(bits: bits) }

    /// The members, each once, in an order that is always the same.
    public struct Iterator: IteratorProtocol, Sendable {
        fileprivate var bits: UInt64

        public mutating func next() -> BDSRegister? {
            guard bits != 0 else { return nil }
            let ordinal = bits.trailingZeroBitCount
            bits &= bits - 1
            return BDSRegister(ordinal: ordinal)
        }
    }
}

extension RegisterSet: CustomStringConvertible {
    /// The members, for example `[4,0 5,0]`.
    public var description: String { "[" + map(\.description).joined(separator: " ") + "]" }
}
