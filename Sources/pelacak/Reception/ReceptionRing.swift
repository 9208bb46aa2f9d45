import Aero
import Site

/// The slots of the last hour, or the last day, of one source: a fixed number of places, each written over when its time comes again.
struct ReceptionRing: Hashable, Sendable {
    let span: ReceptionSpan
    /// Place k holds the slot whose start is k slots after some multiple of the span; `nil` before the first.
    private var places: [ReceptionSlot?]

    init(_ span: ReceptionSpan) {
        self.span = span
        places = [ReceptionSlot?](repeating: nil, count: span.slotCount)
    }

    /// Changes the slot that a moment lies in; a new one takes the place of the one a whole span before.
    ///
    /// A moment whose place holds a later slot changes nothing: its slot is over for good.
    mutating func change(at time: Timestamp, _ body: (inout ReceptionSlot) -> Void) {
        let start = span.slotStart(at: time)
        let place = self.place(of: start)
        var slot = places[place] ?? ReceptionSlot(start: start)
        guard slot.start <= start else { return }
        if slot.start < start { slot = ReceptionSlot(start: start) }
        // Out of its place while it changes, so that its arrays are not copied.
        places[place] = nil
        body(&slot)
        places[place] = slot
    }

    /// Notes that the source was open from one moment to another.
    mutating func watch(from: Timestamp, to end: Timestamp) {
        var from = from
        while from < end {
            let next = Timestamp(seconds: Double(span.slotStart(at: from) + Int64(span.slotSeconds)))
            let until = min(max(next, from.advanced(bySeconds: 0.001)), end)
            let seconds = until.seconds(since: from)
            let most = Double(span.slotSeconds)
            change(at: from) { slot in
                slot.watchedSeconds = min(most, slot.watchedSeconds + seconds)
            }
            from = until
        }
    }

    /// The slots of the span that ends with the one that a moment lies in, oldest first.
    func slots(until end: Timestamp) -> [ReceptionSlot] {
        let last = span.slotStart(at: end)
        let first = last - Int64(span.seconds - span.slotSeconds)
        return places.compactMap(\.self).filter { (first...last).contains($0.start) }.sorted { $0.start < $1.start }
    }

    /// Takes up what was kept; slots that lie on no boundary are left out.
    mutating func take(_ slots: [ReceptionSlot]) {
        for slot in slots where slot.start % Int64(span.slotSeconds) == 0 {
            let place = self.place(of: slot.start)
            if let held = places[place], held.start >= slot.start { continue }
            places[place] = slot
        }
    }

    private func place(of start: Int64) -> Int {
        let number = (start / Int64(span.slotSeconds)) % Int64(span.slotCount)
        return Int(number < 0 ? number + Int64(span.slotCount) : number)
    }
}
