extension WireCounters {
    /// Adds what another decoder has read and refused.
    public static func += (left: inout WireCounters, right: WireCounters) {
        left.bytes &+= right.bytes
        left.frames &+= right.frames
        left.reports &+= right.reports
        left.uplinks &+= right.uplinks
        left.modeAC &+= right.modeAC
        left.heartbeats &+= right.heartbeats
        left.ignored &+= right.ignored
        left.garbageBytes &+= right.garbageBytes
        left.garbageLines &+= right.garbageLines
        left.brokenFrames &+= right.brokenFrames
        left.badLengths &+= right.badLengths
        left.unknownTypes &+= right.unknownTypes
        left.refusedClocks &+= right.refusedClocks
        left.badFields &+= right.badFields
        left.clockDisagreements &+= right.clockDisagreements
        left.badGreetings &+= right.badGreetings
        left.badKeys &+= right.badKeys
        left.beforeKey &+= right.beforeKey
        left.overRate &+= right.overRate
        left.overRateBytes &+= right.overRateBytes
        left.clockUncertain = max(left.clockUncertain, right.clockUncertain)
    }
}
