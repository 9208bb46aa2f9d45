import Hummingbird

/// `/api/v1/receivers`: who hears. Names are what the operator gave, and shown; places, addresses and ids of receivers are never known
/// here.
struct ReceiverRoute: Sendable {
    let ledger: ReceiverLedger
    let sky: any Sky
    let permission: WritePermission
    /// Whether anything is hidden from the one who asks.
    var hidesAnything: @Sendable () -> Bool = { false }

    func answer(_ context: SiteContext) async -> Response {
        let rows = await ledger.receivers()
        let status = await sky.status()
        return .json(
            ReceiversDocument.json(
                rows,
                at: status.now,
                tellsWhen: permission.knowsSources(context.visitor),
                tellsCounts: !hidesAnything(),
                status.provenance
            )
        )
    }
}
