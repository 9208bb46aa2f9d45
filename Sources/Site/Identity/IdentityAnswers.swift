public import Aero

/// The identity of an aircraft as the interface gives it, for who asks without a server.
public enum IdentityAnswers {
    /// `/api/v1/identity/{hex}`, without when it was heard.
    ///
    /// - Parameter now: the wall's time.
    public static func json(
        of address: AircraftAddress,
        _ held: HeldIdentity,
        _ question: IdentityQuestion,
        now: Timestamp
    ) -> [UInt8] {
        IdentityDocument(address: address, held: held, question: question, now: now).json
    }
}
