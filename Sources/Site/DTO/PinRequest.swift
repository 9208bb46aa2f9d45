import Aero
import Tracking

/// The body that keeps a part of the past.
struct PinRequest: Decodable {
    var hex: String?
    /// West, south, east, north in degrees, as in questions.
    var box: [Double]?
    var from: String?
    var to: String?
    var reason: String

    /// - Throws: `APIError` 422 for what cannot be meant.
    func pin(who: String) throws(APIError) -> HistoryPin {
        guard PinText.isFit(reason) else { throw .invalid("reason", "a reason has 1 to 200 characters in one line") }
        let (start, end) = (try time(from, "from"), try time(to, "to"))
        if let start, let end, start >= end { throw .invalid("from", "from lies before to") }
        let pin = HistoryPin(aircraft: try aircraft(), area: try area(), from: start, to: end, reason: reason, who: who)
        guard pin.aircraft != nil || pin.area != nil || start != nil && end != nil else {
            throw .invalid("hex", "say what to keep: hex, box, or from with to")
        }
        return pin
    }

    private func aircraft() throws(APIError) -> ArchivedAircraft? {
        guard let hex else { return nil }
        guard let address = AircraftAddress(hex) else {
            throw .invalid("hex", "an address is six hexadecimal digits, with ~ before one that is not ICAO's")
        }
        return ArchivedAircraft(address)
    }

    private func area() throws(APIError) -> ArchiveArea? {
        guard let box else { return nil }
        guard box.count == 4, box.allSatisfy(\.isFinite),
            let own = Box(south: box[1], north: box[3], west: box[0], east: box[2]),
            let area = ArchiveArea(south: own.south, west: own.west, north: own.north, east: own.east)
        else { throw .invalid("box", "box is west, south, east, north in degrees") }
        return area
    }

    private func time(_ text: String?, _ name: String) throws(APIError) -> Timestamp? {
        guard let text else { return nil }
        guard let time = HistoryTime.time(text) else {
            throw .invalid(name, "\(name) is a time: seconds since 1970, or UTC as 2026-11-25T14:05:30Z, as text")
        }
        return time
    }
}
