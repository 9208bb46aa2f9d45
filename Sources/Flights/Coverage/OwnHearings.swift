import ModeS
public import Tracking

/// What our own receivers heard of an aircraft, to be told from what others claim of it.
public struct OwnHearings: Sendable {
    /// When and by whom a row was heard.
    private struct Hearing: Hashable {
        let milliseconds: Int64
        let set: ReceiverSet

        init(_ row: Observation, in trace: Trace) {
            milliseconds = row.milliseconds
            set = trace.receiverSets[checking: Int(row.heardBy)] ?? .empty
        }
    }

    private var heard: Set<Hearing> = []

    /// - Parameter own: what is kept under terms of our own alone.
    public init(_ own: [Trace]) {
        for trace in own {
            for row in trace.observations { heard.insert(Hearing(row, in: trace)) }
        }
    }

    /// What of all that is kept of the aircraft was heard by somebody who listens, and what is only claimed.
    ///
    /// Who is asked for an area listens to all of it: what he tells that an aircraft sent counts as heard by him.
    /// - Parameter polled: the numbers of those that are asked for an area.
    public func parted(_ trace: Trace, polled: Set<UInt32>) -> (heard: Trace, claimed: [Observation]) {
        var (mine, claimed) = (Trace(trace.aircraft), [Observation]())
        mine.receiverSets = trace.receiverSets
        for row in trace.observations {
            let hearing = Hearing(row, in: trace)
            let isPolled = !polled.isEmpty && !hearing.set.ids.isEmpty && hearing.set.ids.allSatisfy(polled.contains)
            if isPolled {
                mine.observations.append(row.asSent)
            } else if heard.contains(hearing) {
                mine.observations.append(row)
            } else {
                claimed.append(row)
            }
        }
        return (mine, claimed)
    }
}

extension Observation {
    /// As the aircraft sent it, where another program tells it; what others computed stays theirs.
    fileprivate var asSent: Observation {
        guard sourceClass != .multilateration else { return self }
        var row = self
        row.flags.remove(.notOwn)
        return row
    }
}
