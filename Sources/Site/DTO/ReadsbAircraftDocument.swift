import Aero
import NIOCore
import Tracking

/// Documents of readsb's interface that list aircraft: `aircraft.json`, and the answers to questions.
struct ReadsbAircraftDocument: Sendable {
    let picture: SkyPicture
    private let encoder: ReadsbAircraftEncoder

    /// Aircraft written between two looks at the room that is left.
    private static let portion = 64
    /// How far the reading of tracks looks ahead. Ours, measured.
    private static let tracksAhead = 2
    /// Bytes of an aircraft that are usual; only for the first guess of the room.
    private static let usualBytes = 560

    init(_ picture: SkyPicture) {
        self.picture = picture
        encoder = ReadsbAircraftEncoder(now: picture.status.now)
    }

    /// `/data/aircraft.json` in one piece.
    func json() -> ByteBuffer {
        var buffer = head()
        append(0..<picture.tracks.count, isFirst: true, to: &buffer)
        buffer.writeBytes(Self.tail)
        return buffer
    }

    /// The same in pieces that follow each other, made side by side.
    @concurrent
    func pieces() async -> [ByteBuffer] {
        let count = picture.tracks.count
        guard count > 512 else { return [json()] }
        let half = count / 2
        let firstListed = (0..<half).contains { picture.isListed($0) }
        async let second = tail(half..<count, isFirst: !firstListed)
        var first = head()
        append(0..<half, isFirst: true, to: &first)
        return [first, await second]
    }

    /// The objects of some aircraft, with commas between them.
    func append(_ matches: [AircraftMatch], to buffer: inout ByteBuffer) {
        let identities = picture.identities
        let (tracks, encoder) = (picture.tracks, encoder)
        var next = 0
        while next < matches.count {
            var room = ReadsbAircraftEncoder.bound
            let end = min(matches.count, next + Self.portion)
            for match in matches[next..<end] {
                let track = tracks.span.extracting(match.index..<match.index + 1)
                room += ReadsbAircraftEncoder.bound(of: track, identities[match.index].json)
            }
            JSONBytes.fill(&buffer, room: room) { json in
                for place in next..<end {
                    let match = matches[place]
                    encoder.write(
                        tracks.span.extracting(match.index..<match.index + 1),
                        identities[match.index].json,
                        away: match.away,
                        isFirst: place == 0,
                        to: &json
                    )
                }
            }
            next = end
        }
    }

    private static let tail = Array("]}\n".utf8)

    private func tail(_ range: Range<Int>, isFirst: Bool) async -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.reserveCapacity(range.count * Self.usualBytes)
        append(range, isFirst: isFirst, to: &buffer)
        buffer.writeBytes(Self.tail)
        return buffer
    }

    private func head() -> ByteBuffer {
        var json = JSONWriter(capacity: 128)
        json.beginObject()
        json.mark(picture.status.provenance)
        json.member("now", picture.status.now)
        json.member("messages", picture.status.messages)
        json.key("aircraft")
        json.beginArray()
        var buffer = ByteBuffer()
        buffer.reserveCapacity(picture.tracks.count * Self.usualBytes + 128)
        buffer.writeBytes(json.bytes)
        return buffer
    }

    /// The listed ones of a part of all aircraft.
    private func append(_ range: Range<Int>, isFirst: Bool, to buffer: inout ByteBuffer) {
        let identities = picture.identities
        let (tracks, encoder, now) = (picture.tracks, encoder, picture.status.now)
        var next = range.lowerBound
        var isFirst = isFirst
        while next < range.upperBound {
            // One aircraft with a description of any length must fit.
            let needed = ReadsbAircraftEncoder.bound(
                of: tracks.span.extracting(next..<next + 1),
                identities[next].json
            )
            JSONBytes.fill(&buffer, room: max(needed, Self.portion * ReadsbAircraftEncoder.bound)) { json in
                let trackSpan = tracks.span
                let identitySpan = identities.span
                while next < range.upperBound {
                    trackSpan.anticipate(next + Self.tracksAhead)
                    let track = trackSpan.extracting(next..<next + 1)
                    guard Listing.has(placed: track[0].fix?.time, heard: track[0].lastHeard, at: now) else {
                        next += 1
                        continue
                    }
                    let identity = identitySpan[next].json
                    if ReadsbAircraftEncoder.bound(of: track, identity) > json.room { break }
                    encoder.write(track, identity, isFirst: isFirst, to: &json)
                    isFirst = false
                    next += 1
                }
            }
        }
    }
}
