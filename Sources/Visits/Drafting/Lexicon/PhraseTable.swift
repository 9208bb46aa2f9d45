/// Phrases by their first word, longest first.
struct PhraseTable<Value: Sendable>: Sendable {
    private var entries: [String: [(words: [String], value: Value)]] = [:]

    init() {}

    mutating func add(_ phrase: some StringProtocol, _ value: Value) {
        let words = Tokenizer.tokens(of: String(phrase)).filter { $0.kind != .sign }.map(\.word)
        guard let first = words.first else { return }
        entries[first, default: []].append((words, value))
    }

    mutating func finish() {
        for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
    }

    /// The longest phrases that begin at a word; several if phrases of that length have several values.
    func hits(_ tokens: [Token], at place: Int, before end: Int) -> (count: Int, values: [Value])? {
        guard let candidates = entries[tokens[place].word] else { return nil }
        var found: (count: Int, values: [Value])?
        for (words, value) in candidates {
            if let found, words.count < found.count { break }
            guard place + words.count <= end,
                zip(words.dropFirst(), tokens[(place + 1)...]).allSatisfy({ $0 == $1.word })
            else { continue }
            found = (words.count, (found?.values ?? []) + [value])
        }
        return found
    }
}

extension PhraseTable<Cue> {
    /// Lines of "cue: phrase, phrase".
    init(_ text: String) {
        self.init()
        var cue: Cue?
        for line in text.split(separator: "\n") {
            var rest = line[...]
            if let colon = line.firstIndex(of: ":") {
                cue = Cue(rawValue: String(line[..<colon]))
                precondition(cue != nil, "no such cue: \(line[..<colon])")
                rest = line[line.index(after: colon)...]
            }
            guard let cue else { continue }
            for phrase in rest.split(separator: ",") { add(phrase, cue) }
        }
        finish()
    }
}
