import Aero
import CPrefetch
public import ModeS

// With thousands of aircraft their tracks lie far from the processor, and whoever takes one after the other waits for each as long as its work
// takes. Both functions are hints: they change nothing, and what never comes does no harm.

extension TrackTable {
    /// Lines of 64 bytes at the head of a track that most messages touch.
    private static let hotLines = Int32(20)

    /// Has the memory brought near that a frame will need which is to be taken soon; to be given a few frames ahead.
    ///
    /// It is said to change the table, because a table that is only asked something may be copied for it.
    public mutating func anticipate(_ received: ReceivedFrame) {
        let frame = received.frame
        let address: UInt32
        switch frame.high >> 59 {
        case 11, 17, 18: address = UInt32(truncatingIfNeeded: frame.high >> 32) & 0xFF_FFFF
        default: address = frame.remainder
        }
        if let place = index[address] { list.span.anticipate(place, lines: Self.hotLines) }
    }
}

extension Span<Track> {
    /// Has all of a track brought near that is to be read soon.
    public func anticipate(_ place: Int) { anticipate(place, lines: Int32((MemoryLayout<Track>.stride + 63) / 64)) }

    fileprivate func anticipate(_ place: Int, lines: Int32) {
        guard indices.contains(place) else { return }
        // safe: nothing is read or written through the pointer.
        unsafe withUnsafeBufferPointer { tracks in
            if let start = tracks.baseAddress { unsafe prefetch_lines(start + place, lines) }
        }
    }
}
