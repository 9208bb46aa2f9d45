import Flights

/// As the interface has them.
extension GapClass {
    var name: String {
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

extension PathKind {
    /// Of those by chance with which it is.
    var name: String {
        switch self {
        case .greatCircle: "great-circle"
        case .headingKept: "heading-kept"
        case .descent: "descent"
        case .random(let number): "random-\(number + 1)"
        }
    }
}
