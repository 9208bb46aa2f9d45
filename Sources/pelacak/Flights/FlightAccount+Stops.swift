import Flights

extension FlightAccount {
    /// The airports of a stop with their shares: those of the landing before it, which alone say how sure the likeliest is.
    func fields(of stop: Stop) -> [FieldChance] {
        let landing = log.legs.compactMap(\.landing).first { $0.span == stop.arrival && $0.field == stop.field }
        return landing?.fields ?? stop.field.map { [FieldChance(field: $0, probability: 1)] } ?? []
    }
}
