/// `/metrics`: the figures of the running program. Neither addresses of aircraft nor callsigns, places or hosts are in it.
struct MetricsDocument {
    private var metrics = MetricsText()

    var text: String { metrics.text }

    mutating func program(version: String, _ process: ProcessFigures) {
        metrics.family("build_info", .gauge, "Which version runs; always 1.")
        metrics.sample(["version": version], 1)
        metrics.family("process_cpu_seconds_total", .counter, "Processor time used, user and system.")
        metrics.value(process.cpuSeconds)
        metrics.family("process_resident_memory_bytes", .gauge, "Memory in use.")
        metrics.value(process.residentBytes)
        metrics.family("process_open_files", .gauge, "Open files and connections.")
        metrics.value(process.openFiles)
        metrics.family("process_max_files", .gauge, "Open files allowed.")
        metrics.value(process.maximumFiles)
        metrics.family("process_threads", .gauge, "Threads.")
        metrics.value(process.threads)
        metrics.family("process_start_time_seconds", .gauge, "When the process began, seconds since 1970.")
        metrics.value(process.started)
    }

    mutating func sky(_ status: SkyStatus, _ counts: SkyCounts) {
        metrics.family("sky_info", .gauge, "Whether the sky is real or simulated; always 1.")
        metrics.sample(["provenance": status.provenance.rawValue], 1)
        metrics.family("messages_total", .counter, "Messages believed.")
        metrics.value(status.messages)
        metrics.family(
            "frames_total",
            .counter,
            "Frames that gave a message, each transmission once, by downlink format."
        )
        for (kind, count) in counts.frames.sorted(by: { ($0.key.format, $0.key.order) < ($1.key.format, $1.key.order) })
        {
            metrics.sample(["df": String(kind.format), "repaired": kind.isRepaired ? "1" : "0"], count)
        }
        metrics.family("uat_frames_total", .counter, "Frames of UAT, 978 MHz.")
        metrics.value(counts.uatFrames)
        metrics.family("reports_total", .counter, "What other programs claimed.")
        metrics.value(counts.reports)
        metrics.family("unreadable_frames_total", .counter, "Frames that gave no message.")
        metrics.value(counts.unreadable)
        metrics.family("duplicates_total", .counter, "Copies of transmissions that another receiver had given already.")
        metrics.value(counts.duplicates)
        metrics.family("ap_ambiguous_total", .counter, "Replies that may be of several aircraft.")
        metrics.value(counts.ambiguous)
        metrics.family("positions_total", .counter, "Positions believed, by how they came about.")
        for (kind, count) in counts.positions.sorted(by: { $0.key < $1.key }) { metrics.sample(["kind": kind], count) }
        metrics.family("positions_rejected_total", .counter, "Positions not believed, by reason.")
        for (reason, count) in counts.refusals.sorted(by: { $0.key < $1.key }) {
            metrics.sample(["reason": reason], count)
        }
        metrics.family("aircraft", .gauge, "Aircraft in the sky by the best class of source heard of each.")
        for (type, count) in counts.aircraft.sorted(by: { $0.key < $1.key }) { metrics.sample(["type": type], count) }
        metrics.family("aircraft_positioned", .gauge, "Aircraft in the sky with a position.")
        metrics.value(status.positioned)
        metrics.family("feed_delay_seconds", .gauge, "Since the last data of the slowest live source.")
        metrics.value(status.feedDelay)
    }

    mutating func feeds(_ sources: [SourceStatus]) {
        func each(_ name: String, _ kind: MetricsText.Kind, _ help: String, _ value: (SourceStatus) -> Int) {
            metrics.family(name, kind, help)
            for source in sources { metrics.sample(["source": source.name, "format": source.format], value(source)) }
        }
        each("feed_bytes_total", .counter, "Bytes received.") { $0.counters.bytes }
        metrics.family("feed_frames_total", .counter, "Frames and reports received.")
        for source in sources {
            if source.received.isEmpty {
                metrics.sample(["source": source.name, "format": source.format, "kind": "any"], source.counters.frames)
            }
            for (kind, count) in source.received.sorted(by: { $0.key < $1.key }) {
                metrics.sample(["source": source.name, "format": source.format, "kind": kind], count)
            }
        }
        metrics.family("feed_rejected_total", .counter, "Frames and lines refused.")
        for source in sources {
            if source.rejections.isEmpty {
                metrics.sample(["source": source.name, "reason": "any"], source.counters.rejected)
            }
            for (reason, count) in source.rejections.sorted(by: { $0.key < $1.key }) {
                metrics.sample(["source": source.name, "reason": reason], count)
            }
        }
        each("feed_dropped_total", .counter, "Frames dropped: too many, or of a source that is refused.") {
            $0.counters.dropped
        }
        each("feed_positions_total", .counter, "Positions made of the source's frames.") { $0.counters.positions }
        each("feed_connections", .gauge, "Open connections.") { $0.counters.connections }
        each("feed_connected", .gauge, "1 where the source gives data or could.") { $0.state.isGood ? 1 : 0 }
        metrics.family("feed_feeders", .gauge, "Feeders by standing.")
        for source in sources where !source.feeders.isEmpty {
            for standing in FeederStatus.Standing.allCases {
                let count = source.feeders.count { $0.isConnected && $0.standing == standing }
                metrics.sample(["source": source.name, "standing": standing.rawValue], count)
            }
        }
    }

    mutating func sinks(_ sinks: [SinkStatus]) {
        metrics.family("sink_clients", .gauge, "Readers connected to an output.")
        for sink in sinks { metrics.sample(["sink": sink.name, "format": sink.format], sink.clients) }
        metrics.family("sink_dropped_clients_total", .counter, "Readers thrown out because they were too slow.")
        for sink in sinks { metrics.sample(["sink": sink.name, "format": sink.format], sink.dropped) }
    }

    mutating func site(_ counters: RequestCounters, readers: Int, seats: Int, _ gate: Gate) {
        metrics.family("http_requests_total", .counter, "Requests answered.")
        for (key, count) in counters.all {
            metrics.sample(["route": key.route.rawValue, "status": String(key.status)], count)
        }
        metrics.family("http_live_readers", .gauge, "Readers of the live stream.")
        metrics.value(readers)
        metrics.family(
            "http_live_seats_taken",
            .gauge,
            "Seats of the live stream taken, those of readers that are leaving too."
        )
        metrics.value(seats)
        metrics.family("http_limited_total", .counter, "Requests refused because too many came from one address.")
        metrics.sample(["limit": "requests"], gate.requests.refused)
        metrics.sample(["limit": "wrong-tokens"], gate.wrongTokens.refused)
        metrics.family("http_limited_addresses", .gauge, "Addresses remembered by the limits.")
        metrics.sample(["limit": "requests"], gate.requests.count)
        metrics.sample(["limit": "wrong-tokens"], gate.wrongTokens.count)
        metrics.family("http_sessions", .gauge, "Browsers signed in.")
        metrics.value(gate.sessions.count)
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
