/// The words of a visit's reports that are quoted to people who may not have the texts: short ones, and of no text more than a quarter.
///
/// Chosen once for a whole visit, so that wherever a document quotes the same words stand. First come the names of stops and of whose visit it is,
/// then what each claim rests on, then what says it again; within these the shortest first, so that most claims keep their words.
public struct VisitQuotations: Sendable {
    /// Bytes of one quotation at most. Ours: a long sentence of news.
    public static let longest = 120
    /// All quotations of a text together are at most one part in so many of it. Ours.
    public static let part = 4

    /// What is quoted of a span.
    public struct Quotation: Hashable, Sendable {
        public let span: TextSpan
        public let words: String
        /// Whether it is the beginning alone.
        public let isCut: Bool

        /// The words, with a sign behind them where more of them is left out.
        public var text: String { isCut ? words + " …" : words }
    }

    private let texts: [Int: [UInt8]]
    /// Of each byte of a text whether it is quoted.
    private var quoted: [Int: [Bool]] = [:]
    private var lefts: [Int: Int] = [:]

    public init(_ kept: KeptVisit) {
        texts = kept.texts.mapValues { Array($0.utf8) }
        for (report, spans) in Self.wanted(kept.visit) { choose(spans, of: report) }
    }

    /// What is quoted of a span; `nil`: it is left out, or there is no text.
    public func quotation(_ span: TextSpan, of report: Int) -> Quotation? {
        guard let text = texts[report], let quoted = quoted[report], let short = Self.shortened(span, of: text),
            quoted[short.start..<short.end].allSatisfy(\.self)
        else { return nil }
        let words = String(decoding: text[short.start..<short.end], as: UTF8.self)
        return Quotation(span: short, words: words, isCut: short.end < span.end)
    }

    /// Whether a span has words that are not quoted.
    public func leavesOut(_ span: TextSpan, of report: Int) -> Bool {
        span.count > 0 && texts[report] != nil && quotation(span, of: report) == nil
    }

    /// How many different spans of a report are left out.
    public func leftOut(of report: Int) -> Int { lefts[report] ?? 0 }

    /// How many bytes of a report's text are quoted.
    public func bytes(of report: Int) -> Int { quoted[report]?.count(where: \.self) ?? 0 }

    private mutating func choose(_ spans: [Wanted], of report: Int) {
        guard let text = texts[report] else { return }
        var (taken, left) = ([Bool](repeating: false, count: text.count), text.count / Self.part)
        let order = spans.sorted { ($0.rank, $0.span.count, $0.span) < ($1.rank, $1.span.count, $1.span) }
        for wanted in order {
            guard let short = Self.shortened(wanted.span, of: text) else { continue }
            let more = taken[short.start..<short.end].count { !$0 }
            guard more <= left else { continue }
            left -= more
            for byte in short.start..<short.end { taken[byte] = true }
        }
        quoted[report] = taken
        lefts[report] = Set(spans.map(\.span)).count { leavesOut($0, of: report) }
    }

    /// A span within the bounds of one quotation, whole letters and where it can be whole words.
    ///
    /// - Returns: `nil` for one that is empty or lies outside the text.
    private static func shortened(_ span: TextSpan, of text: [UInt8]) -> TextSpan? {
        guard span.count > 0, span.end <= text.count else { return nil }
        guard span.count > longest else { return span }
        let end = span.start + longest
        if let blank = text[span.start...end].lastIndex(of: UInt8(ascii: " ")), blank > span.start {
            return TextSpan(span.start, blank)
        }
        // A byte that begins with the bits 10 goes on with a letter.
        let letter = text[span.start...end].lastIndex { $0 & 0xC0 != 0x80 } ?? span.start
        return letter > span.start ? TextSpan(span.start, letter) : nil
    }
}

// MARK: - What a dossier would quote
extension VisitQuotations {
    private struct Wanted {
        let span: TextSpan
        let rank: Int
    }

    private static func wanted(_ visit: Visit) -> [Int: [Wanted]] {
        var wanted: [Int: [Wanted]] = [:]
        func add(_ spans: [TextSpan], of report: Int, rank: Int) {
            for (place, span) in spans.enumerated() {
                wanted[report, default: []].append(Wanted(span: span, rank: place == 0 ? rank : 2))
            }
        }
        for stop in visit.stops {
            add(stop.spans, of: stop.report, rank: 0)
            for mention in stop.mentions { add(mention.spans, of: mention.report, rank: 0) }
        }
        if let subject = visit.subject, subject.span.count > 0, let first = visit.reports.first {
            add([subject.span], of: first.id, rank: 0)
        }
        for claim in visit.claims { add(claim.spans, of: claim.report, rank: 1) }
        if let asked = visit.askedReport { add(visit.openPoints.compactMap(\.span), of: asked, rank: 2) }
        return wanted
    }
}

extension Visit {
    /// The report that open points ask of: the first text.
    public var askedReport: Int? { reports.first { $0.kind == .text }?.id }
}
