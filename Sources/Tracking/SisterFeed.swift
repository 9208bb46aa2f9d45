/// What is learned of one feed for telling neighbours apart.
struct SisterFeed: Sendable {
    let feed: FeedID
    var errors = FeedErrors()
    var rhythm = ReplyRhythm()
}
