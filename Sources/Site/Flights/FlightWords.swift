import Flights

extension AirGround {
    /// The word of the interface; so for all below.
    var word: String { rawValue }
}

extension GapClass {
    var word: String {
        switch self {
        case .offLikely: "off-likely"
        case .noCoverage: "no-coverage"
        case .belowHorizon: "below-horizon"
        case .receiverDown: "receiver-down"
        case .landed: "landed"
        case .undetermined: "undetermined"
        }
    }
}

extension GapStory {
    var word: String {
        switch self {
        case .flewOn: "flew-on"
        case .stopped: "stopped"
        case .stoppedElsewhere: "stopped-elsewhere"
        }
    }

    var field: String? {
        if case .stopped(let field) = self { field } else { nil }
    }
}

extension PathKind {
    var word: String {
        switch self {
        case .greatCircle: "great-circle"
        case .headingKept: "heading-kept"
        case .descent: "descent"
        case .random: "random"
        }
    }
}

extension LegNote {
    var word: String {
        switch self {
        case .touchAndGo: "touch-and-go"
        case .goAround: "go-around"
        }
    }

    var field: String? {
        switch self {
        case .touchAndGo(let field, _): field
        case .goAround(let field, _, _): field
        }
    }

    var runway: String? {
        if case .goAround(_, let runway, _) = self { runway } else { nil }
    }
}

extension Look.Standing {
    var word: String {
        switch self {
        case .counted: "counted"
        case .down: "down"
        case .tooFew: "too-few"
        case .goneQuiet: "gone-quiet"
        case .dependent: "dependent"
        }
    }
}

extension DoubtReason {
    var word: String {
        switch self {
        case .markedWhenHeard: "marked-when-heard"
        case .impliedSpeed: "implied-speed"
        case .integrityZero: "integrity-zero"
        case .accuracyZero: "accuracy-zero"
        case .beyondHorizon: "beyond-horizon"
        case .groundWhileHigh: "ground-while-high"
        case .sharedPlace: "shared-place"
        }
    }
}

extension GapRevision.Reason {
    var word: String {
        switch self {
        case .endurance: "endurance"
        case .otherCallsign: "other-callsign"
        case .sameCallsign: "same-callsign"
        case .heardMeanwhile: "heard-meanwhile"
        }
    }
}
