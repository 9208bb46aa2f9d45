import Aero
import Foundation

/// The operator's list of aircraft that are not, or not simply, shown: lines of `address,mode,from,to,reason`.
///
/// Mode is flag, public, embargo or everywhere; from and to are times or empty, to is the first moment it does not hold any more, which an
/// embargo must have; reason is ladd, pia, takedown, correction or visit. Lines that begin with `#`, empty ones and the head `address,…` say nothing.
struct SuppressionList: Sendable {
    let path: String
    /// Somebody named it: then it must be there.
    var isNamed = true

    static let usualName = "suppress.csv"
    private static let largest = 64 << 20
    private static let mostLines = 1_000_000
    static let head = "address,mode,from,to,reason"

    /// Reads the whole list.
    func read() throws(SuppressionListError) -> [SuppressionRule] { try Self.parse(try text(), path: path) }

    private func text() throws(SuppressionListError) -> String {
        guard FileManager.default.fileExists(atPath: path) else {
            guard !isNamed else { throw .missing(path: path) }
            return ""
        }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(path: path) }
        defer { try? handle.close() }
        let data: Data
        do { data = try handle.read(upToCount: Self.largest + 1) ?? Data() } catch { throw .unreadable(path: path) }
        guard data.count <= Self.largest else { throw .tooLarge(path: path) }
        guard let text = String(data: data, encoding: .utf8) else { throw .unreadable(path: path) }
        return text
    }

    static func parse(_ text: String, path: String) throws(SuppressionListError) -> [SuppressionRule] {
        var rules: [SuppressionRule] = []
        var number = 0
        // A line end of two characters is one Character.
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            guard number <= mostLines else { throw .tooLarge(path: path) }
            let line = number == 1 && line.hasPrefix("\u{FEFF}") ? line.dropFirst() : line
            if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") || line.lowercased().hasPrefix("address,") {
                continue
            }
            do throws(UsageError) { rules.append(try rule(line)) } catch {
                throw .line(number, reason: error.description, path: path)
            }
        }
        return rules
    }

    /// Reads one line.
    static func rule(_ line: some StringProtocol) throws(UsageError) -> SuppressionRule {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard fields.count == 5 else { throw UsageError("write five fields: \(head)") }
        guard let address = AircraftAddress(fields[0]) else {
            throw UsageError("\"\(fields[0].prefix(20))\" is no address: six hexadecimal digits")
        }
        guard let mode = SuppressionMode(rawValue: fields[1].lowercased()) else {
            throw UsageError("the mode is flag, public, embargo or everywhere, not \"\(fields[1].prefix(20))\"")
        }
        guard let reason = SuppressionReason(rawValue: fields[4].lowercased()) else {
            throw UsageError("the reason is ladd, pia, takedown, correction or visit, not \"\(fields[4].prefix(20))\"")
        }
        let from = try fields[2].isEmpty ? nil : TimeText.parse(fields[2])
        let to = try fields[3].isEmpty ? nil : TimeText.parse(fields[3])
        let rule = SuppressionRule(address, mode, from: from, to: to, reason: reason)
        guard rule.times != nil else { throw UsageError("it ends before it begins") }
        guard mode != .embargo || to != nil else { throw UsageError("an embargo ends: say when it does") }
        return rule
    }

    /// One line as it is read.
    static func line(_ rule: SuppressionRule) -> String {
        [
            rule.address.hex, rule.mode.rawValue, rule.from.map(TimeText.exact) ?? "",
            rule.to.map(TimeText.exact) ?? "", rule.reason.rawValue,
        ].joined(separator: ",")
    }

    // MARK: - Changing

    /// Adds a line and writes down who did it.
    func add(_ rule: SuppressionRule, _ entry: SuppressionAudit.Entry) throws(SuppressionListError) {
        try change { () throws(SuppressionListError) in
            _ = try read()
            var lines = try text()
            if lines.isEmpty { lines = Self.head + "\n" }
            if !lines.hasSuffix("\n") { lines += "\n" }
            return lines + Self.line(rule) + "\n"
        } note: {
            SuppressionAudit.Line(entry, action: "add", rules: [Self.line(rule)])
        }
    }

    /// Takes out all lines of an address, and leaves every other line as it stands.
    ///
    /// - Returns: how many there were.
    func remove(_ address: AircraftAddress, _ entry: SuppressionAudit.Entry) throws(SuppressionListError) -> Int {
        var gone: [String] = []
        try change { () throws(SuppressionListError) in
            _ = try read()
            var kept: [Substring] = []
            for line in try text().split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
                if let rule = try? Self.rule(line), rule.address.bits == address.bits {
                    gone.append(Self.line(rule))
                } else {
                    kept.append(line)
                }
            }
            return kept.joined(separator: "\n")
        } note: {
            SuppressionAudit.Line(entry, action: "remove", rules: gone)
        }
        return gone.count
    }

    /// What a newer list of members would change; nothing is done.
    func preview(
        _ members: Set<AircraftAddress>,
        _ mode: SuppressionMode,
        _ reason: SuppressionReason,
        from: Timestamp?,
        at now: Timestamp
    ) throws(SuppressionListError) -> MembershipChange {
        _ = try read()
        return MembershipChange(of: try text(), to: members, mode, reason, from: from, at: now)
    }

    /// Takes a newer list of members in the place of the one before, as a whole.
    ///
    /// - Parameter source: what is written down of it, beside the counts.
    /// - Returns: what was changed; `nil` where more than half of those on the list would have left it, and that is not allowed: then
    ///   nothing was done, for a file that was cut short would show everybody who is missing in it.
    func take(
        _ members: Set<AircraftAddress>,
        _ mode: SuppressionMode,
        _ reason: SuppressionReason,
        from: Timestamp?,
        at now: Timestamp,
        mayShrink: Bool,
        source: String,
        _ entry: SuppressionAudit.Entry
    ) throws(SuppressionListError) -> MembershipChange? {
        var made: MembershipChange?
        try change { () throws(SuppressionListError) in
            let change = try preview(members, mode, reason, from: from, at: now)
            guard mayShrink || change.ended * 2 <= change.before else { return nil }
            made = change
            return change.text
        } note: {
            let what = made?.sentence ?? "nothing"
            return SuppressionAudit.Line(
                entry,
                action: "import",
                rules: ["\(reason.rawValue) \(mode.rawValue): \(what); \(source)"]
            )
        }
        return made
    }

    /// Writes down that somebody asked and was refused; the list stays as it is.
    func refuse(
        _ address: AircraftAddress,
        _ reason: SuppressionReason,
        _ entry: SuppressionAudit.Entry
    ) throws(SuppressionListError) {
        try change(isNotedAlone: true) { () throws(SuppressionListError) in
            nil
        } note: {
            SuppressionAudit.Line(entry, action: "refuse", rules: ["\(address.hex),,,,\(reason.rawValue)"])
        }
    }

    /// Replaces the file while no other `pelacak suppress` does; what was done is written down first, so that nothing is ever done that is
    /// not.
    private func change(
        isNotedAlone: Bool = false,
        _ make: () throws(SuppressionListError) -> String?,
        note: () -> SuppressionAudit.Line
    ) throws(SuppressionListError) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let lock = path + ".lock"
        if !FileManager.default.fileExists(atPath: lock) { _ = PrivateFile.create(lock) }
        guard let handle = FileHandle(forUpdatingAtPath: lock) else { throw .unwritable(path: path) }
        defer { try? handle.close() }
        guard flock(handle.fileDescriptor, LOCK_EX) == 0 else { throw .unwritable(path: path) }
        let text = try make()
        guard text != nil || isNotedAlone else { return }
        try SuppressionAudit(list: path).append(note())
        guard let text else { return }
        guard PrivateFile.replace(path, with: Data(text.utf8)) else { throw .unwritable(path: path) }
    }
}
