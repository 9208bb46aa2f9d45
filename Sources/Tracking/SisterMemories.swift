import Aero

/// The memories of all addresses that have neighbours. They are changed where they lie: each is large, and every reply changes one.
struct SisterMemories: Sendable {
    private var index = AddressIndex()
    /// By the places that `place(of:)` gives.
    private(set) var list: ContiguousArray<SisterMemory> = []
    private var addresses: [UInt32] = []

    var count: Int { list.count }

    /// Where the memory of an address lies; `nil` where there is none.
    func place(of address: UInt32) -> Int? { index[address] }

    /// Changes the memory of an address, if there is one.
    mutating func change(_ address: UInt32, _ body: (inout SisterMemory) -> Void) {
        if let place = index[address] { body(&list[place]) }
    }

    mutating func add(_ memory: SisterMemory, _ address: UInt32) {
        index[address] = list.count
        list.append(memory)
        addresses.append(address)
    }

    /// Keeps those that a test allows.
    mutating func keep(_ isKept: (SisterMemory) -> Bool) {
        var kept = SisterMemories()
        for (place, memory) in list.enumerated() where isKept(memory) { kept.add(memory, addresses[place]) }
        self = kept
    }

    /// Keeps so many of those that were used last.
    mutating func keepNewest(_ count: Int) {
        let order = list.indices.sorted { (list[$0].lastUse, addresses[$0]) > (list[$1].lastUse, addresses[$1]) }
        var kept = SisterMemories()
        for place in order.prefix(count) { kept.add(list[place], addresses[place]) }
        self = kept
    }
}
