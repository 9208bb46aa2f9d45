/// `/api/v1/providers`: whom the program knows how to poll.
enum ProvidersDocument {
    static func json(_ providers: [ProviderEntry]) -> [UInt8] {
        var json = JSONWriter(capacity: 8192)
        json.beginObject()
        json.key("providers")
        json.beginArray()
        for provider in providers { write(provider, to: &json) }
        json.endArray()
        json.endObject()
        return json.bytes
    }

    private static func write(_ provider: ProviderEntry, to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", provider.id)
        json.member("name", provider.name)
        write(provider.formats, "formats", to: &json)
        write(provider.queries, "queries", to: &json)
        json.member("minimumInterval", provider.minimumInterval, decimals: 1)
        json.member("usualInterval", provider.usualInterval, decimals: 1)
        json.member("largestRadius", provider.largestRadius, decimals: 0)
        if let credits = provider.credits {
            json.key("credits")
            json.beginObject()
            json.member("anonymousPerDay", credits.anonymousPerDay)
            json.member("withAccountPerDay", credits.withAccountPerDay)
            json.endObject()
        }
        json.member("licence", provider.licence)
        json.member("redistributable", provider.isRedistributable)
        json.member("credit", provider.credit)
        json.member("home", provider.home)
        json.member("terms", provider.terms)
        json.member("termsRead", provider.termsRead)
        json.member("source", provider.source)
        json.member("verified", provider.isVerified)
        json.key("purposes")
        json.beginArray()
        for (purpose, fit) in provider.purposes.sorted(by: { $0.key < $1.key }) {
            json.beginObject()
            json.member("purpose", purpose)
            json.member("fit", fit)
            json.endObject()
        }
        json.endArray()
        json.member("needsKey", provider.needsKey)
        json.member("takesAccount", provider.takesAccount)
        json.member("note", provider.note)
        json.endObject()
    }

    private static func write(_ words: [String], _ key: JSONKey, to json: inout JSONWriter) {
        json.key(key)
        json.beginArray()
        for word in words { json.string(word) }
        json.endArray()
    }
}
