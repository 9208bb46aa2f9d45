import Aero
import ModeS
import Tracking

/// `/api/v1/aircraft/{hex}`: everything known of one aircraft, and how.
struct AircraftDocument {
    let track: Track
    let now: Timestamp
    let provenance: Provenance
    let book: any AddressBook
    let feeds: [FeedID: String]
    /// Feeders that give data to the sky now.
    var feeders = 1
    /// Feeds that are asked and do not hear.
    var polled: Set<FeedID> = []
    /// Whether it is told who heard it.
    var tellsReception = true

    var json: [UInt8] {
        var json = JSONWriter(capacity: 6144)
        json.beginObject()
        json.member("now", now)
        json.member("hex", track.address.hex)
        json.mark(provenance)
        registered(book.registered(track.address), &json)
        inferred("state", book.state(of: track.address), how: "address-block", &json)
        json.member("firstSeen", track.firstHeard)
        json.member("lastSeen", track.lastHeard)
        json.member("messages", track.messages)
        json.member("source", track.sourceClass.readsbName)
        if let fix = track.fix { position(fix, &json) }
        json.key("fields")
        json.beginArray()
        writeFields(&json)
        json.endArray()
        refusals(&json)
        advisories(&json)
        registers(&json)
        json.key("feeds")
        json.beginArray()
        for (name, messages) in shares {
            json.beginObject()
            json.member("name", name)
            json.member("messages", messages)
            json.endObject()
        }
        json.endArray()
        if tellsReception { support(&json) }
        json.endObject()
        return json.bytes
    }

    /// Messages by source: its feeders are not told apart.
    private var shares: [(name: String, messages: Int)] {
        track.feeds.reduce(into: []) { shares, share in
            let name = feeds[share.feed] ?? ""
            if let place = shares.firstIndex(where: { $0.name == name }) {
                shares[place].messages += share.messages
            } else {
                shares.append((name, share.messages))
            }
        }
    }

    /// Who supports the track, as counts only: which receiver hears an aircraft tells where it stands.
    private func support(_ json: inout JSONWriter) {
        let support = track.support
        json.key("support")
        json.beginObject()
        json.member("feeders", support.feeders)
        json.member("heardBy", heardBy)
        json.member("sole", support.soleFeeder != nil && feeders > 1)
        json.member("quarantinedOnly", support.isQuarantinedOnly)
        json.endObject()
    }

    /// The receivers that heard it in its last minute; who is asked hears nothing.
    var heardBy: Int {
        let since = track.lastHeard.advanced(bySeconds: -60)
        return track.receivers.count { $0.lastHeard >= since && !polled.contains($0.feed) }
    }

    /// What lists claim, with the list; a registration that follows from the address is inferred, whether a list says the same or not.
    private func registered(_ known: RegisteredAircraft?, _ json: inout JSONWriter) {
        if let registration = known?.registration, known?.marks.contains(.isInferred) == false {
            let isContested = known?.marks.contains(.isContested) == true
            claimed("registration", registration, by: known?.claimants.registration, isContested: isContested, &json)
        } else {
            let isContested = known?.marks.contains(.isContested) == true
            let value = book.registration(of: track.address)
            inferred("registration", value, how: "address-arithmetic", isContested: isContested, &json)
        }
        claimed("type", known?.type, by: known?.claimants.type, &json)
        claimed("operator", known?.aircraftOperator, by: known?.claimants.aircraftOperator, &json)
    }

    private func claimed(
        _ key: JSONKey,
        _ value: String?,
        by source: String?,
        isContested: Bool = false,
        _ json: inout JSONWriter
    ) {
        guard let value else { return }
        json.key(key)
        json.beginObject()
        json.member("value", value)
        json.member("known", "claimed")
        json.member("source", source)
        if isContested { json.member("contested", true) }
        json.endObject()
    }

    private func inferred(
        _ key: JSONKey,
        _ value: String?,
        how: String,
        isContested: Bool = false,
        _ json: inout JSONWriter
    ) {
        guard let value else { return }
        json.key(key)
        json.beginObject()
        json.member("value", value)
        json.member("known", "inferred")
        json.member("how", how)
        if isContested { json.member("contested", true) }
        json.endObject()
    }

    private func position(_ fix: Fix, _ json: inout JSONWriter) {
        json.key("position")
        json.beginObject()
        json.member("latitude", fix.position.latitude, decimals: 6)
        json.member("longitude", fix.position.longitude, decimals: 6)
        json.member("time", fix.time)
        json.member("age", max(0, now.seconds(since: fix.time)), decimals: 1)
        json.member("source", fix.source.description)
        json.member("known", fix.source.howKnown)
        json.member("nic", fix.nic)
        json.member("containmentMetres", fix.containmentRadius?.rawValue, decimals: 1)
        json.member("doubtful", track.isDoubtful || fix.isQualityUncertain)
        json.member("feed", feeds[fix.feed])
        json.endObject()
    }

    private func refusals(_ json: inout JSONWriter) {
        json.key("refusals")
        json.beginArray()
        for refusal in track.refusals.all {
            json.beginObject()
            json.member("reason", refusal.reason.description)
            json.member("count", refusal.count)
            json.member("last", refusal.last)
            json.endObject()
        }
        json.endArray()
    }

    /// Begins a field with its key; the caller writes the value, then `close` says how it is known.
    func field<Value>(
        _ name: String,
        _ known: Known<Value>?,
        _ unit: String? = nil,
        _ json: inout JSONWriter,
        _ value: (Value, inout JSONWriter) -> Void
    ) {
        guard let known else { return }
        json.beginObject()
        json.member("key", name)
        json.key("value")
        value(known.value, &json)
        json.member("unit", unit)
        json.member("time", known.time)
        json.member("age", max(0, now.seconds(since: known.time)), decimals: 1)
        json.member("source", known.source.description)
        json.member("known", known.source.howKnown)
        if case .inference(let inference) = known.source { json.member("how", inference.rawValue) }
        json.member("feed", feeds[known.feed])
        if known.isRepaired { json.member("repaired", true) }
        json.endObject()
    }
}

extension ValueSource {
    /// The word of the interfaces.
    var howKnown: String {
        switch self {
        case .frame, .register, .uat: "observed"
        case .claim: "claimed"
        case .inference: "inferred"
        }
    }
}
