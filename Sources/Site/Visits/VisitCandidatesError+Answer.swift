import Hummingbird

extension APIError {
    init(_ error: VisitCandidatesError) {
        switch error {
        case .nothingToCompare:
            self.init(
                status: .conflict,
                code: "nothing-to-compare",
                message: "confirm a stop first that has an airport and a time"
            )
        case .nothingHeard:
            self.init(
                status: .notFound,
                code: "nothing-heard",
                message: "nothing was heard in the watched time: it has not begun, or nothing is kept of it"
            )
        case .unreadable(let error): self.init(error)
        case .cancelled: self = .busy("the ranking was broken off; ask again")
        }
    }
}
