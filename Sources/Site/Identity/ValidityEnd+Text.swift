public import Aero

extension ValidityEnd {
    /// `2021-05-03`, `2021-05`, `2021`, `?` for one that nobody knows; `nil` for an open end. An instant is written as its day.
    public var text: String? {
        switch self {
        case .open: return nil
        case .unknown: return "?"
        case .at(let time, let precision):
            let length =
                switch precision {
                case .instant, .day: 10
                case .month: 7
                case .year: 4
                }
            return String(UTCDay(of: time).text.prefix(length))
        }
    }
}
