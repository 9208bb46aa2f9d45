/// One request that goes out.
public struct OutboundRequest: Sendable {
    enum Method: String, Sendable { case get = "GET", post = "POST", put = "PUT" }

    var method = Method.post
    var address: WebAddress
    /// In order; none of the values has a line break.
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []

    init(_ method: Method = .post, _ address: WebAddress, body: [UInt8] = []) {
        self.method = method
        self.address = address
        self.body = body
    }

    mutating func set(_ name: String, _ value: String) { headers.append((name, value)) }
}
