import Aero
import GRDB

/// Under which terms rows go into an answer.
struct TermsChoice: Hashable {
    /// `nil`: whatever the terms.
    let licences: Set<LicenceTag>?

    static let all = TermsChoice(licences: nil)

    /// - Parameter terms: `nil` where the database does not know them: nobody said.
    func allows(_ terms: ArchiveTerms?) -> Bool { licences?.contains(terms?.licence ?? .unknown) ?? true }

    /// A condition on a column `terms`, for names.
    func condition(in database: Database) throws -> String {
        guard licences != nil else { return "TRUE" }
        let allowed = try TermsTable.all(in: database).filter { allows($0.value) }.keys.sorted()
        return "terms IN (\(allowed.map { String($0) }.joined(separator: ", ")))"
    }
}
