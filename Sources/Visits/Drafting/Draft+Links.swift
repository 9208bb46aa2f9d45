extension Draft {
    /// Tells each stop the claims it rests on.
    mutating func link() {
        for index in stops.indices {
            stops[index].claims = claims.filter { $0.stops.contains(stops[index].id) }.map(\.id)
        }
    }
}
