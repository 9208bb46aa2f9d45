public import Aero

extension RawArchive {
    /// Takes away what one receiver gave since some time: it was simulated, and tells nothing of what was to be heard.
    ///
    /// What it gave before stays, in a slice of its own. Pins keep what they have.
    public func discard(_ receiver: UInt32, since begin: Timestamp) {
        closeSlices(of: receiver, at: begin)
        for slice in slices.values where slice.receiver == receiver && slice.during.upperBound > begin {
            let all = Timestamp(nanoseconds: .min)..<Timestamp(nanoseconds: .max)
            var reader = RawReplay(folder: folder, slices: [slice], during: all).makeReader()
            var (before, gone): ([RawArrival], Int) = ([], 0)
            while let arrival = reader.next() {
                if arrival.arrived < begin { before.append(arrival) } else { gone += 1 }
            }
            // One of an earlier session, or an earlier connection's: not touched.
            guard gone > 0 else { continue }
            folder.remove(slice.path)
            slices[slice.path] = nil
            guard !before.isEmpty else { continue }
            write(again: before, receiver, slice)
        }
    }
}
