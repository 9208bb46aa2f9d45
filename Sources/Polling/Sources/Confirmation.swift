/// That the operator has read a provider's terms, and what he uses the data for.
public struct Confirmation: Hashable, Sendable {
    /// The day he read them, `YYYY-MM-DD`.
    public let termsRead: String
    public let purpose: Purpose

    /// A confirmation.
    ///
    /// - Throws: `PollSourceError` unless the day is one of the calendar, 2000 to 2200.
    public init(termsRead: String, purpose: Purpose) throws(PollSourceError) {
        guard Self.isDay(termsRead) else {
            throw PollSourceError(
                field: "terms",
                "terms=\(termsRead.prefix(20)): write the day on which you read the provider's terms, as 2026-11-25"
            )
        }
        self.termsRead = termsRead
        self.purpose = purpose
    }

    private static func isDay(_ text: String) -> Bool {
        guard let match = text.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)/), let year = Int(match.1),
            let month = Int(match.2),
            let day = Int(match.3), (2000...2200).contains(year), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        return (1...days).contains(day)
    }
}
