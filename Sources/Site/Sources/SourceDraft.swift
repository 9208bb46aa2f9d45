public import Aero

/// A source as somebody describes it: by address and format, or by a specification.
public struct SourceDraft: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable {
        case beast, avr, sbs, uat, jsonl
        case rtlTCP = "rtltcp"
        case beastListen = "beast-listen"
        case avrListen = "avr-listen"
        case sbsListen = "sbs-listen"
        case uatListen = "uat-listen"
        case jsonlListen = "jsonl-listen"
    }

    public enum Clock: String, Hashable, Sendable, CaseIterable {
        case automatic = "auto"
        case twelveMegahertz = "12mhz"
        case gps
        case none
    }

    public enum Endpoint: Hashable, Sendable {
        /// `address` is `HOST:PORT`.
        case address(String, format: Format)
        /// As on the command line, for example `beast+tcp://127.0.0.1:30005`.
        case specification(String)
        /// A server that is asked again and again.
        case poll(PollDraft)
    }

    /// Where the receiver stands. Never given out again.
    public struct Place: Hashable, Sendable {
        public var position: Position
        /// Height of the antenna above sea level.
        public var height: Metres?
        public init(position: Position, height: Metres?) {
            self.position = position
            self.height = height
        }
    }

    public var name: String
    public var endpoint: Endpoint
    public var clock: Clock?
    public var place: Place?

    public init(name: String, endpoint: Endpoint, clock: Clock? = nil, place: Place? = nil) {
        self.name = name
        self.endpoint = endpoint
        self.clock = clock
        self.place = place
    }
}
