/// Sets of a track's receivers, each kept once: points of a path name theirs by a small number.
struct ReceiverSets: Sendable {
    /// Bit n: the receiver at place n of the track's list.
    private(set) var masks: [UInt32] = []

    /// More are renumbered by whoever names them.
    static let capacity = 4_096

    /// The number of a set, a new one if need be.
    mutating func number(of mask: UInt32) -> UInt16 {
        // Paths are heard by much the same receivers from point to point.
        for place in masks.indices.reversed().prefix(64) where masks[place] == mask { return UInt16(clamping: place) }
        masks.append(mask)
        return UInt16(clamping: masks.count - 1)
    }

    subscript(_ number: UInt16) -> UInt32 { Int(number) < masks.count ? masks[Int(number)] : 0 }

    /// A receiver goes to another place of the track's list.
    mutating func move(bit: Int, to free: Int) {
        for place in masks.indices {
            let isSet = masks[place] >> UInt32(bit) & 1
            masks[place] &= ~(1 << UInt32(bit) | 1 << UInt32(free))
            masks[place] |= isSet << UInt32(free)
        }
        // When the last of the list goes it is moved to its own place: nothing is left of it.
        if bit == free { clear(bit: bit) }
    }

    /// A place of the track's list is given to another receiver.
    mutating func clear(bit: Int) { for place in masks.indices { masks[place] &= ~(1 << UInt32(bit)) } }
}
