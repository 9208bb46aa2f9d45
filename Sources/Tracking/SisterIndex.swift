import Aero
import ModeS

/// Which active addresses have neighbours among the active ones.
///
/// Looked through when an address becomes active, not when a frame comes: a frame costs one look-up, and nearly always that is all.
struct SisterIndex: Sendable {
    /// More neighbours of one address are not kept, the nearest are; a fleet numbered without gaps has about ten.
    static let sistersOfOne = 32
    /// Addresses with neighbours before those that fell silent are looked for. Ours.
    private static let sweepAt = 4_096

    private var sisters: [UInt32: [UInt32]] = [:]
    /// Which addresses are in it: asked for each message, and mostly not.
    private var members = AddressIndex()
    private var nextSweep = SisterIndex.sweepAt

    /// Whether no address has a neighbour.
    var isEmpty: Bool { sisters.isEmpty }

    /// Notes that an address has become active.
    ///
    /// - Returns: the addresses that had no neighbour before and have one now.
    mutating func activate(_ address: UInt32, _ heard: HeardAddresses, at time: Timestamp) -> [UInt32] {
        var found: [UInt32] = []
        for pattern in SisterPattern.all where heard.contains(address ^ pattern, at: time) {
            found.append(address ^ pattern)
            if found.count == Self.sistersOfOne { break }
        }
        guard !found.isEmpty else {
            sisters[address] = nil
            members[address] = nil
            return []
        }
        if sisters.count >= nextSweep { sweep(heard, at: time) }
        var fresh = sisters.updateValue(found, forKey: address) == nil ? [address] : []
        members[address] = 1
        for sister in found {
            guard var others = sisters[sister] else {
                sisters[sister] = [address]
                members[sister] = 1
                fresh.append(sister)
                continue
            }
            if others.contains(address) { continue }
            if others.count >= Self.sistersOfOne { others.removeAll { !heard.contains($0, at: time) } }
            guard others.count < Self.sistersOfOne else { continue }
            others.append(address)
            sisters[sister] = others
        }
        return fresh
    }

    /// Whether an address has neighbours, the silent among them.
    func hasSisters(_ address: UInt32) -> Bool { !members.isEmpty && members[address] != nil }

    /// The active neighbours of an address. The silent stay in the index: one odd time stamp must not make a neighbour be forgotten.
    func active(of address: UInt32, _ heard: HeardAddresses, at time: Timestamp) -> [UInt32] {
        guard hasSisters(address), let known = sisters[address] else { return [] }
        if known.allSatisfy({ heard.contains($0, at: time) }) { return known }
        return known.filter { heard.contains($0, at: time) }
    }

    private mutating func sweep(_ heard: HeardAddresses, at time: Timestamp) {
        for (address, others) in sisters {
            let left = others.filter { heard.contains($0, at: time) }
            let isGone = left.isEmpty || !heard.contains(address, at: time)
            sisters[address] = isGone ? nil : left
            if isGone { members[address] = nil }
        }
        nextSweep = max(Self.sweepAt, sisters.count * 2)
    }
}
