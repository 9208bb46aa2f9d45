public import Aero

/// Why changes that were kept cannot be made again.
public struct VisitReplayError: Error, Hashable, Sendable {
    /// Of the change.
    public let number: Int
    public let reason: VisitChangeError
}

/// A change as it was kept.
public struct KeptChange: Hashable, Sendable {
    public let act: VisitChange.Act
    public let by: String
    public let at: Timestamp

    public init(act: VisitChange.Act, by: String, at: Timestamp) {
        (self.act, self.by, self.at) = (act, by, at)
    }
}

extension Visit {
    /// Makes changes that were made and kept before, in their order, behind those it has.
    ///
    /// What was taken back is not made at all, so that the time this takes grows with the number of changes alone.
    public mutating func replay(_ kept: [KeptChange]) throws(VisitReplayError) {
        var standing = standing
        var fresh: ArraySlice<VisitChange> = []
        var isAnew = false
        for one in kept {
            let change = VisitChange(number: changes.count + 1, act: one.act, by: one.by, at: one.at)
            guard changes.count < Self.most else { throw VisitReplayError(number: change.number, reason: .tooMany) }
            if case .takeBack(let number) = one.act {
                guard standing.last?.number == number else {
                    throw VisitReplayError(number: change.number, reason: .notTheLast(number))
                }
                standing.removeLast()
                if fresh.popLast() == nil { isAnew = true }
            } else {
                standing.append(change)
                fresh.append(change)
            }
            changes.append(change)
        }
        if isAnew { contents = beginning }
        for change in isAnew ? standing[...] : fresh {
            do { try remake(change) } catch { throw VisitReplayError(number: change.number, reason: error) }
        }
    }

    /// Makes a change that was made before. A window that was narrowed by what does not narrow it by today's rules stays as it was announced.
    mutating func remake(_ change: VisitChange) throws(VisitChangeError) {
        guard stops.count < Self.most, claims.count < Self.most else { throw .tooMany }
        do { try make(change.act, by: change.by) } catch {
            switch (change.act, error) {
            case (.narrow, .narrowsNothing), (.narrow, .notAbout): break
            default: throw error
            }
        }
    }
}
