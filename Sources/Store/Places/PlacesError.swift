/// Why a file of places cannot be used.
public enum PlacesError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is no regular file here that may be read.
    case unreadable(path: String)
    /// It is not packed by gzip, ends early, or unpacks to more than is read.
    case damaged(path: String, detail: String)
    /// It does not begin as a file of places does.
    case notPlaces(path: String)
    /// Its form is not the one that is read; `form` is what it says.
    case otherForm(path: String, form: String)
    /// Its end is missing, or counts other lines than there are.
    case incomplete(path: String)
    /// Its lines are not those its end was written for.
    case wrongSum(path: String)
    /// A line, counted from 1, says something that cannot be.
    case badLine(path: String, line: Int, reason: PlaceLineError)

    public var description: String {
        switch self {
        case .unreadable(let path): "\(path): no such file, or it may not be read"
        case .damaged(let path, let detail): "\(path): \(detail); run set-up again"
        case .notPlaces(let path): "\(path): not a file of places"
        case .otherForm(let path, let form): "\(path): its form is '\(form)', this program reads 1; run set-up again"
        case .incomplete(let path): "\(path): its end is missing; run set-up again"
        case .wrongSum(let path): "\(path): its sum is wrong; run set-up again"
        case .badLine(let path, let line, let reason): "\(path), line \(line): \(reason)"
        }
    }
}
