import Site

/// The numbers by which watches run.
struct WatchSettings: Sendable {
    /// How late what was heard may come and still be matched, beyond the time in which the archive's rows wait; 0 is enough for one
    /// receiver at this machine.
    var latenessSeconds = 5.0
    /// Between two passes. Milliseconds: an event waits as long at most once the watermark has passed it.
    var passMilliseconds = 200
    /// Nobody gave anything for so long: it is not known whether anybody listens. As for uptimes of receivers.
    var unheardSeconds = 300.0
    /// Between two passes; beyond, the machine slept or the clock jumped.
    var sleepSeconds = 30.0
    /// The engine's state is kept so often.
    var stateSeconds = 60.0
    /// Read of the archive at the start, so that it is known who flies and who stands; longer than anything flies.
    var warmSeconds = 86_400.0
    /// Rows wait so long in the writer before they are handed on: its hold, its grid and a pass.
    static let heldSeconds = 2.75
}
