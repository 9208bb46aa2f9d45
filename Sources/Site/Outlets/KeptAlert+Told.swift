public import Watch

extension KeptAlert {
    /// As it is told of in documents; what is under way, alone or with others, is pending.
    public var told: ToldAlert {
        ToldAlert(
            record,
            correctedBy: correctedBy,
            deliveries: deliveries.map { delivery in
                ToldAlert.Delivery(
                    outlet: delivery.outlet,
                    state: delivery.state == .waiting || delivery.state == .joined ? "pending" : delivery.state.name,
                    tries: delivery.tries,
                    lastError: delivery.lastError
                )
            }
        )
    }
}
