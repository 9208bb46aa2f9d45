import Aero

extension SourcesDocument {
    static func write(_ poll: PollStatus, tellsCounts: Bool, to json: inout JSONWriter) {
        json.key("poll")
        json.beginObject()
        json.member("provider", poll.provider)
        json.member("licence", poll.licence)
        json.member("redistributable", poll.isRedistributable)
        json.member("credit", poll.credit.isEmpty ? nil : poll.credit)
        json.member("home", poll.home)
        json.member("terms", poll.terms)
        json.member("termsRead", poll.termsRead)
        json.member("purpose", poll.purpose)
        json.member("fit", poll.fit)
        json.member("query", poll.query)
        json.member("interval", poll.interval, decimals: 1)
        json.member("nextIn", poll.nextIn, decimals: 1)
        json.member("creditsLeft", poll.creditsLeft)
        json.member("lastStatus", poll.lastStatus)
        json.member("lastAnswer", poll.lastAnswer)
        if tellsCounts {
            json.member("polls", poll.polls)
            json.member("unchanged", poll.unchanged)
            json.member("failures", poll.failures)
        }
        json.member("warning", poll.warning)
        json.endObject()
    }

    static func write(_ feeders: [FeederStatus], tellsCounts: Bool, to json: inout JSONWriter) {
        guard !feeders.isEmpty else { return }
        json.key("feeders")
        json.beginArray()
        for feeder in feeders {
            json.beginObject()
            json.member("name", feeder.name)
            json.member("registered", feeder.isRegistered)
            json.member("connected", feeder.isConnected)
            json.member("standing", feeder.standing.rawValue)
            guard tellsCounts else {
                json.endObject()
                continue
            }
            json.member("score", feeder.score, decimals: 3)
            if !feeder.reasons.isEmpty {
                json.key("reasons")
                json.beginArray()
                for (reason, count) in feeder.reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                    json.beginObject()
                    json.member("reason", reason)
                    json.member("count", count)
                    json.endObject()
                }
                json.endArray()
            }
            json.member("lastHeard", feeder.lastHeard)
            json.member("frames", feeder.frames)
            json.member("copies", feeder.copies)
            json.member("positions", feeder.positions)
            json.member("rejected", feeder.rejected)
            json.member("dropped", feeder.dropped)
            json.member("overAllowance", feeder.excess)
            json.member("clockDisagreements", feeder.clockDisagreements)
            json.endObject()
        }
        json.endArray()
    }
}
