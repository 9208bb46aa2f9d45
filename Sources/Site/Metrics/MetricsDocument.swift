/// `/metrics`: the figures of the running program. Neither addresses of aircraft nor callsigns, places or hosts are in it.
struct MetricsDocument {
    private var metrics = MetricsText()

    var text: String { metrics.text }

    mutating func program(version: String, _ process: ProcessFigures) {
        metrics.family("build_info", .gauge, "Which version runs; always 1.")
        metrics.sample(["version": version], 1)
        metrics.counter("process_cpu_seconds_total", "Processor time used, user and system.", process.cpuSeconds)
        metrics.gauge("process_resident_memory_bytes", "Memory in use.", process.residentBytes)
        metrics.gauge("process_open_files", "Open files and connections.", process.openFiles)
        metrics.gauge("process_max_files", "Open files allowed.", process.maximumFiles)
        metrics.gauge("process_threads", "Threads.", process.threads)
        metrics.gauge("process_start_time_seconds", "When the process began, seconds since 1970.", process.started)
    }

    mutating func sky(_ status: SkyStatus, _ counts: SkyCounts) {
        metrics.family("sky_info", .gauge, "Whether the sky is real or simulated; always 1.")
        metrics.sample(["provenance": status.provenance.rawValue], 1)
        metrics.counter("messages_total", "Messages believed.", status.messages)
        if !counts.isOfShownOnly { received(counts) }
        metrics.family("aircraft", .gauge, "Aircraft in the sky by the best class of source heard of each.")
        metrics.samples(by: "type", counts.aircraft)
        metrics.gauge("aircraft_positioned", "Aircraft in the sky with a position.", status.positioned)
        metrics.gauge("feed_delay_seconds", "Since the last data of the slowest live source.", status.feedDelay)
    }

    /// What would count aircraft that are hidden, too.
    private mutating func received(_ counts: SkyCounts) {
        metrics.family(
            "frames_total",
            .counter,
            "Frames that gave a message, each transmission once, by downlink format."
        )
        for (kind, count) in counts.frames.sorted(by: { ($0.key.format, $0.key.order) < ($1.key.format, $1.key.order) })
        {
            metrics.sample(["df": String(kind.format), "repaired": kind.isRepaired ? "1" : "0"], count)
        }
        metrics.counter("uat_frames_total", "Frames of UAT, 978 MHz.", counts.uatFrames)
        metrics.counter("reports_total", "What other programs claimed.", counts.reports)
        metrics.counter("unreadable_frames_total", "Frames that gave no message.", counts.unreadable)
        metrics.counter(
            "duplicates_total",
            "Copies of transmissions that another receiver had given already.",
            counts.duplicates
        )
        metrics.counter("ap_ambiguous_total", "Replies that may be of several aircraft.", counts.ambiguous)
        metrics.family("positions_total", .counter, "Positions believed, by how they came about.")
        metrics.samples(by: "kind", counts.positions)
        metrics.family("positions_rejected_total", .counter, "Positions not believed, by reason.")
        metrics.samples(by: "reason", counts.refusals)
    }

    mutating func feeds(_ sources: [SourceStatus]) {
        func each(_ name: String, _ kind: MetricsText.Kind, _ help: String, _ value: (SourceStatus) -> Int) {
            metrics.family(name, kind, help)
            for source in sources { metrics.sample(["source": source.name, "format": source.format], value(source)) }
        }
        each("feed_bytes_total", .counter, "Bytes received.") { $0.counters.bytes }
        metrics.family("feed_frames_total", .counter, "Frames and reports received.")
        for source in sources {
            let kinds = source.received.isEmpty ? ["any": source.counters.frames] : source.received
            metrics.samples(["source": source.name, "format": source.format], by: "kind", kinds)
        }
        metrics.family("feed_rejected_total", .counter, "Frames and lines refused.")
        for source in sources {
            let reasons = source.rejections.isEmpty ? ["any": source.counters.rejected] : source.rejections
            metrics.samples(["source": source.name], by: "reason", reasons)
        }
        each("feed_dropped_total", .counter, "Frames dropped: too many, or of a source that is refused.") {
            $0.counters.dropped
        }
        each("feed_positions_total", .counter, "Positions made of the source's frames.") { $0.counters.positions }
        each("feed_connections", .gauge, "Open connections.") { $0.counters.connections }
        each("feed_connected", .gauge, "1 where the source gives data or could.") { $0.state.isGood ? 1 : 0 }
        radio(sources)
        metrics.family("feed_feeders", .gauge, "Feeders by standing.")
        for source in sources where !source.feeders.isEmpty {
            for standing in FeederStatus.Standing.allCases {
                let count = source.feeders.count { $0.isConnected && $0.standing == standing }
                metrics.sample(["source": source.name, "standing": standing.rawValue], count)
            }
        }
        feeders(sources)
    }

    /// Sources whose samples are demodulated here; counts are since the connection began.
    private mutating func radio(_ sources: [SourceStatus]) {
        func each(_ name: String, _ help: String, _ value: (RadioStatus) -> Int) {
            metrics.family(name, .counter, help)
            for source in sources {
                if let radio = source.radio { metrics.sample(["source": source.name], value(radio)) }
            }
        }
        guard sources.contains(where: { $0.radio != nil }) else { return }
        each("radio_samples_total", "Samples that came.", \.samples)
        each("radio_lost_samples_total", "Samples that should have come by this machine's clock and did not.") {
            $0.lostSamples
        }
        each("radio_clipped_samples_total", "Samples of which a part stood at the end of its range.", \.clippedSamples)
    }

    /// Those that are registered: others have no name that stays.
    private mutating func feeders(_ sources: [SourceStatus]) {
        func each(_ name: String, _ help: String, _ value: (FeederStatus) -> Int?) {
            metrics.family(name, .counter, help)
            for source in sources {
                for feeder in source.feeders where feeder.isRegistered {
                    if let value = value(feeder) {
                        metrics.sample(["source": source.name, "feeder": feeder.name], value)
                    }
                }
            }
        }
        each("feeder_frames_total", "Frames and reports of a registered feeder that were taken.") { $0.frames }
        each("feeder_over_allowance_frames_total", "Frames and reports beyond its allowance, dropped.") {
            $0.excess?.frames
        }
        each("feeder_over_allowance_bytes_total", "Bytes beyond its allowance, dropped unread.") { $0.excess?.bytes }
        each("feeder_clock_disagreements_total", "Times that its clock was not believed.") { $0.clockDisagreements }
    }

    mutating func sinks(_ sinks: [SinkStatus]) {
        metrics.family("sink_clients", .gauge, "Readers connected to an output.")
        for sink in sinks { metrics.sample(["sink": sink.name, "format": sink.format], sink.clients) }
        metrics.family("sink_dropped_clients_total", .counter, "Readers thrown out because they were too slow.")
        for sink in sinks { metrics.sample(["sink": sink.name, "format": sink.format], sink.dropped) }
    }

    /// Without it where no history is kept.
    mutating func history(_ figures: HistoryFigures?) {
        guard let figures else { return }
        func each(_ name: String, _ kind: MetricsText.Kind, _ help: String, _ value: (HistoryFigures.Archive) -> Int) {
            metrics.family(name, kind, help)
            for archive in figures.archives { metrics.sample(["realm": archive.realm], value(archive)) }
        }
        each("history_rows_total", .counter, "Rows of the history that are safe, since the start.") { $0.rows }
        each("history_lost_rows_total", .counter, "Rows that could not be kept, since the start.") { $0.lost }
        each("history_unsealed_rows", .gauge, "Rows that are safe in a log and not in the database yet.") {
            $0.unsealed
        }
        each("history_stopped", .gauge, "1 while nothing can be kept: the disk is full, or the log says why.") {
            $0.isStopped ? 1 : 0
        }
        each("history_damaged_chunks", .gauge, "Pieces of the history that could not be read and were put aside.") {
            $0.damaged
        }
        metrics.gauge("raw_stopped", "1 while raw messages cannot be kept.", figures.rawIsStopped ? 1 : 0)
        metrics.gauge("raw_bytes", "Bytes of the raw messages kept, without what is pinned.", figures.rawBytes)
        metrics.counter("raw_lost_messages_total", "Raw messages that could not be kept.", figures.rawLost)
    }

    /// - Parameter counters: `nil` where they are not told: how the operator was answered tells who is there.
    mutating func site(_ counters: RequestCounters?, readers: Int, seats: Int, _ gate: Gate) {
        if let counters {
            metrics.family("http_requests_total", .counter, "Requests answered.")
            for (key, count) in counters.all {
                metrics.sample(["route": key.route.rawValue, "status": String(key.status)], count)
            }
        }
        metrics.gauge("http_live_readers", "Readers of the live stream.", readers)
        metrics.gauge(
            "http_live_seats_taken",
            "Seats of the live stream taken, those of readers that are leaving too.",
            seats
        )
        metrics.family("http_limited_total", .counter, "Requests refused because too many came from one address.")
        metrics.sample(["limit": "requests"], gate.requests.refused)
        metrics.sample(["limit": "wrong-tokens"], gate.wrongTokens.refused)
        metrics.family("http_limited_addresses", .gauge, "Addresses remembered by the limits.")
        metrics.sample(["limit": "requests"], gate.requests.count)
        metrics.sample(["limit": "wrong-tokens"], gate.wrongTokens.count)
        metrics.gauge("http_sessions", "Browsers signed in.", gate.sessions.count)
    }
}

extension SkyCounts.FrameKind {
    fileprivate var order: Int { isRepaired ? 1 : 0 }
}

extension SourceStatus.State {
    /// The source gives data, or will as soon as there are any.
    var isGood: Bool {
        switch self {
        case .connected, .listening, .reading: true
        case .connecting, .waiting, .finished, .paused, .refused, .failed: false
        }
    }
}
