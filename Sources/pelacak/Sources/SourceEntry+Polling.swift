import Aero
import Polling
import Site

extension SourceEntry {
    /// What the site shows of a polled source.
    func pollStatus(_ directory: ProviderDirectory, wall: Timestamp) -> PollStatus? {
        guard let source = specification.polled else { return nil }
        let profile = source.profile(directory)
        var status = PollStatus(
            provider: profile.name,
            licence: profile.licence.rawValue,
            isRedistributable: profile.licence.isRedistributable,
            credit: profile.credit,
            interval: source.interval(profile)
        )
        status.home = profile.home
        status.terms = profile.terms
        status.termsRead = source.confirmation?.termsRead
        status.purpose = source.confirmation?.purpose.rawValue
        status.fit = profile.isOwn ? nil : source.confirmation.map { profile.fit(for: $0.purpose).rawValue }
        status.query = source.target.queryWord
        guard let progress, !specification.isPaused else { return status }
        status.nextIn = progress.nextRequest.map { max(0, $0.seconds(since: wall)) }
        status.creditsLeft = progress.creditsLeft
        status.lastStatus = progress.lastStatus
        status.lastAnswer = progress.lastAnswer
        status.polls = Int(clamping: progress.polls)
        status.unchanged = Int(clamping: progress.unchanged)
        status.failures = Int(clamping: progress.failures)
        status.warning = progress.warning
        return status
    }
}

extension ProviderEntry {
    /// A profile as the form offers it.
    init(_ profile: ProviderProfile) {
        self.init(
            id: profile.id,
            name: profile.name,
            formats: profile.formats.map(\.rawValue),
            queries: profile.queryWords,
            minimumInterval: profile.minimumInterval,
            usualInterval: profile.usualInterval,
            largestRadius: profile.largestRadius.rawValue,
            credits: profile.credits.map {
                Credits(anonymousPerDay: $0.anonymousPerDay, withAccountPerDay: $0.withAccountPerDay)
            },
            licence: profile.licence.rawValue,
            isRedistributable: profile.licence.isRedistributable,
            credit: profile.credit,
            home: profile.home,
            terms: profile.terms,
            termsRead: profile.termsRead,
            source: profile.source,
            isVerified: profile.isVerified,
            purposes: Dictionary(
                uniqueKeysWithValues: Purpose.allCases.map { ($0.rawValue, profile.fit(for: $0).rawValue) }
            ),
            needsKey: profile.needsKey,
            takesAccount: profile.tokenAddress != nil,
            note: profile.note
        )
    }
}
