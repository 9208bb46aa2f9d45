public import Aero
public import Watch

/// How we watched since a time.
public struct WatchingReport: Hashable, Sendable {
    /// A time in which nobody watched.
    public struct Gap: Hashable, Sendable {
        public enum Reason: String, Hashable, Sendable, CaseIterable {
            /// The program did not run, or the machine slept.
            case stopped
            /// No receiver gave anything.
            case noData
            /// More came than could be looked at.
            case overrun
        }

        public let from: Timestamp
        /// `nil` while it goes on.
        public let to: Timestamp?
        public let reason: Reason

        public init(from: Timestamp, to: Timestamp?, reason: Reason) {
            self.from = from
            self.to = to
            self.reason = reason
        }
    }

    /// A rule that was stopped because it remembered too much.
    public struct Stopped: Hashable, Sendable {
        public let id: String
        public let name: String
        public let at: Timestamp

        public init(id: String, name: String, at: Timestamp) {
            self.id = id
            self.name = name
            self.at = at
        }
    }

    /// Something that happened to an aircraft that rules ask for, told as an alert or not.
    public struct Happening: Hashable, Sendable {
        public let time: Timestamp
        public let hex: String
        /// Its registration, as lists say it.
        public let name: String?
        /// `takeoff`, `landing`, `silent`, `reappeared`, `firstEver`, `squawk`, `sourceLost`, `interference`.
        public let kind: String
        public let airport: String?
        /// Of a take-off or landing: `observed`, `inferred`, `unknown`.
        public let knowing: String?
        /// What a silence was taken for when it was judged first.
        public let gapClass: String?

        public init(
            time: Timestamp,
            hex: String,
            name: String?,
            kind: String,
            airport: String?,
            knowing: String?,
            gapClass: String?
        ) {
            (self.time, self.hex, self.name, self.kind) = (time, hex, name, kind)
            (self.airport, self.knowing, self.gapClass) = (airport, knowing, gapClass)
        }
    }

    /// How it is told to an address of the operator's that the watch is kept.
    public struct Heartbeat: Hashable, Sendable {
        public let lastSuccess: Timestamp?
        public let lastFailure: Timestamp?
        /// Why it failed last; `nil` once it was heard again.
        public let lastError: DeliveryTrouble?

        public init(lastSuccess: Timestamp?, lastFailure: Timestamp?, lastError: DeliveryTrouble?) {
            (self.lastSuccess, self.lastFailure, self.lastError) = (lastSuccess, lastFailure, lastError)
        }
    }

    public let since: Timestamp
    /// Up to when events were matched; `nil` before the first.
    public let watermark: Timestamp?
    public let alerts: Int
    public let gaps: [Gap]
    public let stopped: [Stopped]
    /// What is found in data that came late, told apart and never sent as if live.
    public let lateFindings: Int
    /// Rows that came too late to be matched.
    public let lateRows: Int
    /// Aircraft that are watched, and rules at work.
    public let aircraft: Int
    public let rules: Int
    /// Now by the wall's clock: to be asked from the next time.
    public let wall: Timestamp
    /// Whether the sky that is watched is synthetic.
    public let isSimulated: Bool
    /// The newest first, and how many there are.
    public let happenings: [Happening]
    public let happened: Int
    /// `nil` where there is none.
    public let heartbeat: Heartbeat?

    public init(
        since: Timestamp,
        watermark: Timestamp?,
        alerts: Int,
        gaps: [Gap],
        stopped: [Stopped],
        lateFindings: Int,
        lateRows: Int,
        aircraft: Int,
        rules: Int,
        wall: Timestamp,
        happenings: [Happening] = [],
        happened: Int = 0,
        isSimulated: Bool = false,
        heartbeat: Heartbeat? = nil
    ) {
        self.since = since
        self.watermark = watermark
        self.alerts = alerts
        self.gaps = gaps
        self.stopped = stopped
        self.lateFindings = lateFindings
        self.lateRows = lateRows
        self.aircraft = aircraft
        self.rules = rules
        self.wall = wall
        self.happenings = happenings
        self.happened = happened
        self.isSimulated = isSimulated
        self.heartbeat = heartbeat
    }
}
