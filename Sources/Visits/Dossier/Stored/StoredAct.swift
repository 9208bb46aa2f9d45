/// The written form of what somebody did to a visit: a byte of version, the name of the act, its values in order.
///
/// Written once and kept for good: a value that is added gets a new version, and what was written before is read as it was.
public enum StoredAct {
    public static let version: UInt8 = 1
    /// Bytes of one act, and of one text in it, at most.
    public static let largest = 4_000_000
    static let largestText = 400_000

    public static func bytes(of act: VisitChange.Act) -> [UInt8] {
        var writer = StoredWriter()
        writer.byte(version)
        act.write(to: &writer)
        return writer.bytes
    }

    /// - Throws: `StoredVisitError` for bytes that are none; never traps, whatever they are.
    public static func act(_ bytes: [UInt8]) throws(StoredVisitError) -> VisitChange.Act {
        guard bytes.count <= largest else { throw .tooLong(bytes: bytes.count) }
        var reader = StoredReader(bytes)
        let found = try reader.byte()
        guard found == version else { throw .version(found) }
        let act = try VisitChange.Act(from: &reader)
        guard reader.left == 0 else { throw .rest(bytes: reader.left) }
        return act
    }
}

/// The names acts are written with.
private enum ActName: String, StoredValue {
    case begin, confirmStop, confirmAll, confirmClaim, editStop, removeStop, addStop, addClaim, removeClaim, moveStop
    case setSubject, setTitle, answer, addReport, narrow, widen, setStatus, setPublic, setRules, takeBack
    case editClaim, setDateline
}

extension VisitChange.Act: StoredValue {
    func write(to writer: inout StoredWriter) {
        writer.put(name)
        switch self {
        case .begin(let report, let draft), .addReport(let report, let draft):
            writer.put(report)
            writer.put(draft)
        case .confirmAll: break
        case .confirmStop(let number), .confirmClaim(let number), .removeStop(let number), .removeClaim(let number),
            .widen(let number), .takeBack(let number):
            writer.put(number)
        case .editStop(let id, let stop):
            writer.put(id)
            writer.put(stop)
        case .addStop(let stop, let place, let span, let report):
            writer.put(stop)
            writer.put(place)
            writer.put(span)
            writer.put(report)
        case .addClaim(let claim): writer.put(claim)
        case .editClaim(let id, let claim):
            writer.put(id)
            writer.put(claim)
        case .setDateline(let report, let dateline, let draft):
            writer.put(report)
            writer.put(dateline)
            writer.put(draft)
        case .moveStop(let id, let place): for number in [id, place] { writer.put(number) }
        case .narrow(let stop, let claim): for number in [stop, claim] { writer.put(number) }
        case .setSubject(let subject): writer.put(subject)
        case .setTitle(let title): writer.put(title)
        case .answer(let point): writer.put(point)
        case .setStatus(let status): writer.put(status)
        case .setPublic(let isPublic): writer.put(isPublic)
        case .setRules(let rules): writer.put(rules)
        }
    }

    private var name: ActName {
        switch self {
        case .begin: .begin
        case .confirmStop: .confirmStop
        case .confirmAll: .confirmAll
        case .confirmClaim: .confirmClaim
        case .editStop: .editStop
        case .removeStop: .removeStop
        case .addStop: .addStop
        case .addClaim: .addClaim
        case .removeClaim: .removeClaim
        case .moveStop: .moveStop
        case .setSubject: .setSubject
        case .setTitle: .setTitle
        case .answer: .answer
        case .addReport: .addReport
        case .narrow: .narrow
        case .widen: .widen
        case .setStatus: .setStatus
        case .setPublic: .setPublic
        case .setRules: .setRules
        case .takeBack: .takeBack
        case .editClaim: .editClaim
        case .setDateline: .setDateline
        }
    }

    init(from reader: inout StoredReader) throws(StoredVisitError) {
        switch try reader.take(ActName.self) {
        case .begin: self = .begin(try reader.take(), try reader.take())
        case .addReport: self = .addReport(try reader.take(), try reader.take())
        case .confirmAll: self = .confirmAll
        case .confirmStop: self = .confirmStop(try reader.take())
        case .confirmClaim: self = .confirmClaim(try reader.take())
        case .removeStop: self = .removeStop(try reader.take())
        case .removeClaim: self = .removeClaim(try reader.take())
        case .widen: self = .widen(stop: try reader.take())
        case .takeBack: self = .takeBack(try reader.take())
        case .editStop: self = .editStop(try reader.take(), try reader.take())
        case .addStop:
            let (stop, place) = (try reader.take(ItineraryStop.self), try reader.take(Int.self))
            self = .addStop(stop, at: place, span: try reader.take(), report: try reader.take())
        case .addClaim: self = .addClaim(try reader.take())
        case .moveStop: self = .moveStop(try reader.take(), to: try reader.take())
        case .narrow: self = .narrow(stop: try reader.take(), claim: try reader.take())
        case .setSubject: self = .setSubject(try reader.take())
        case .setTitle: self = .setTitle(try reader.take())
        case .answer: self = .answer(try reader.take())
        case .setStatus: self = .setStatus(try reader.take())
        case .setPublic: self = .setPublic(try reader.take())
        case .setRules: self = .setRules(try reader.take())
        case .editClaim: self = .editClaim(try reader.take(), try reader.take())
        case .setDateline:
            self = .setDateline(report: try reader.take(), try reader.take(), try reader.take())
        }
    }
}
