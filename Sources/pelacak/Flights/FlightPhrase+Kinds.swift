import Flights

extension FlightPhrase {
    init(_ knowing: Knowing) {
        switch knowing {
        case .observed: self = .observed
        case .inferred: self = .inferred
        case .unknown: self = .unknown
        }
    }

    init(_ kind: Stop.Kind) {
        switch kind {
        case .stop: self = .stop
        case .short: self = .shortStop
        case .uncertain: self = .uncertainStop
        }
    }

    init(_ trend: Trend) {
        switch trend {
        case .level: self = .level
        case .climbing: self = .climbing
        case .descending: self = .descending
        }
    }

    init(_ gapClass: GapClass) {
        switch gapClass {
        case .offLikely: self = .offLikely
        case .noCoverage: self = .noCoverage
        case .belowHorizon: self = .belowHorizon
        case .receiverDown: self = .receiverDown
        case .landed: self = .stoodThere
        case .undetermined: self = .undetermined
        }
    }

    init(_ path: PathKind) {
        switch path {
        case .greatCircle: self = .greatCircle
        case .headingKept: self = .headingKept
        case .descent: self = .descent
        case .random: self = .randomWay
        }
    }

    init(_ standing: Look.Standing) {
        switch standing {
        case .counted: self = .counted
        case .down: self = .down
        case .tooFew: self = .tooFew
        case .goneQuiet: self = .goneQuiet
        case .dependent: self = .dependent
        }
    }

    init(_ reason: GapRevision.Reason) {
        switch reason {
        case .endurance: self = .endurance
        case .otherCallsign: self = .otherCallsign
        case .sameCallsign: self = .sameCallsign
        case .heardMeanwhile: self = .heardMeanwhile
        }
    }

    init(_ reason: DoubtReason) {
        switch reason {
        case .markedWhenHeard: self = .markedWhenHeard
        case .impliedSpeed: self = .impliedSpeed
        case .integrityZero: self = .integrityZero
        case .accuracyZero: self = .accuracyZero
        case .beyondHorizon: self = .beyondHorizon
        case .groundWhileHigh: self = .groundWhileHigh
        case .sharedPlace: self = .sharedPlace
        }
    }

    init(_ state: AirGround) {
        switch state {
        case .ground: self = .stateGround
        case .airborne: self = .stateAir
        case .lost: self = .stateLost
        case .unknown: self = .stateUnknown
        }
    }
}
