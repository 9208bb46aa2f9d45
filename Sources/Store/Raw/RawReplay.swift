public import Aero
import Feeds

/// What arrived in a time, in the order in which it was taken in: a plan that may be carried about; `makeReader` opens the files.
public struct RawReplay: Sendable {
    let folder: RawFolder
    public let slices: [RawSlice]
    public let during: Range<Timestamp>

    public func makeReader() -> Reader { Reader(self) }

    /// The archive's numbers of all who gave something.
    public var receivers: Set<UInt32> { Set(slices.map(\.receiver)) }

    /// The last of it: as much as holds at most so many messages, in whole blocks of a second or so.
    public func last(_ messages: Int) -> RawReplay {
        var left = messages
        var begin = during.upperBound
        for (start, some) in Dictionary(grouping: slices, by: \.start).sorted(by: { $0.key > $1.key }) {
            var blocks: [(last: Timestamp, count: Int)] = []
            for slice in some {
                guard var reader = try? RawSliceReader(folder.full(slice.path)) else { continue }
                while let label = try? reader.nextLabel() {
                    blocks.append((Timestamp(nanoseconds: label.lastArrival), Int(label.count)))
                    reader.skip(label)
                }
            }
            for block in blocks.sorted(by: { $0.last > $1.last }) {
                left -= block.count
                guard left >= 0 else {
                    let after = max(begin, block.last.advanced(bySeconds: 1e-9))
                    return RawReplay(folder: folder, slices: slices, during: clipped(after))
                }
                begin = min(begin, block.last)
            }
            begin = min(begin, start)
        }
        return self
    }

    private func clipped(_ begin: Timestamp) -> Range<Timestamp> {
        min(max(begin, during.lowerBound), during.upperBound)..<during.upperBound
    }

    /// Reads slices of all receivers together. Of each that is open it holds one block.
    public struct Reader {
        /// What could not be read and was passed over.
        public private(set) var problems: [RawError] = []
        private let during: Range<Timestamp>
        /// Slices that are not open yet, the last one first to be.
        private var closed: [(order: Order, path: String)] = []
        private var open: [Source] = []

        /// The order in which everything came.
        struct Order: Comparable {
            var session: Int64
            var sequence: UInt64

            static func < (left: Order, right: Order) -> Bool {
                (left.session, left.sequence) < (right.session, right.sequence)
            }
        }

        private struct Source {
            var reader: RawSliceReader
            /// Arrivals of the block that is open, the last one first.
            var arrivals: [RawArrival]

            var order: Order {
                Order(session: reader.head.session, sequence: arrivals.last?.sequence ?? .max)
            }
        }

        init(_ replay: RawReplay) {
            during = replay.during
            for slice in replay.slices {
                let path = replay.folder.full(slice.path)
                do {
                    var reader = try RawSliceReader(path)
                    // Damage in the first label is told when the slice is opened.
                    let first = (try? reader.nextLabel())?.flatMap { $0.firstSequence } ?? 0
                    closed.append((Order(session: reader.head.session, sequence: first), path))
                } catch { problems.append(error) }
            }
            closed.sort { ($0.order, $0.path) > ($1.order, $1.path) }
        }

        /// The next arrival; `nil` at the end.
        public mutating func next() -> RawArrival? {
            while let arrival = take() {
                // What came with claims beside its frames lies in two slices.
                var whole = arrival
                while let order = peek(), order.session == arrival.session.nanoseconds,
                    order.sequence == arrival.sequence, let rest = take()
                {
                    whole = whole.joined(rest)
                }
                if during.contains(whole.arrived) { return whole }
            }
            return nil
        }

        /// Opens what has to be open, and says what is next.
        private mutating func peek() -> Order? {
            while let next = closed.last, open.isEmpty || next.order <= open[0].order {
                closed.removeLast()
                do {
                    var source = Source(reader: try RawSliceReader(next.path), arrivals: [])
                    if fill(&source) { insert(source) }
                } catch { problems.append(error) }
            }
            return open.first?.order
        }

        private mutating func take() -> RawArrival? {
            guard peek() != nil else { return nil }
            var source = open.removeFirst()
            let arrival = source.arrivals.removeLast()
            if !source.arrivals.isEmpty || fill(&source) { insert(source) }
            return arrival
        }

        private mutating func insert(_ source: Source) {
            let order = source.order
            var low = 0
            var high = open.count
            while low < high {
                let middle = (low + high) / 2
                if open[middle].order <= order { low = middle + 1 } else { high = middle }
            }
            open.insert(source, at: low)
        }

        /// Reads the next block that can be read.
        private mutating func fill(_ source: inout Source) -> Bool {
            while true {
                let label: RawLayout.Label
                do {
                    guard let next = try source.reader.nextLabel() else { return false }
                    label = next
                    // What came before the time asked for need not be unpacked.
                    if max(label.firstArrival, label.lastArrival) < during.lowerBound.nanoseconds {
                        source.reader.skip(label)
                        continue
                    }
                } catch {
                    problems.append(error)
                    return false
                }
                let start = source.reader.offset
                do {
                    source.arrivals = try source.reader.arrivals(try source.reader.block(label)).reversed()
                    if !source.arrivals.isEmpty { return true }
                } catch {
                    problems.append(error)
                    if source.reader.offset == start { source.reader.skip(label) }
                }
            }
        }
    }
}

extension RawArrival {
    /// Both parts of what came at once.
    func joined(_ other: RawArrival) -> RawArrival {
        var batch = batch
        batch.frames += other.batch.frames
        batch.modeAC += other.batch.modeAC
        batch.reports += other.batch.reports
        batch.uat += other.batch.uat
        return RawArrival(session: session, sequence: sequence, arrived: arrived, receiver: receiver, batch: batch)
    }
}
