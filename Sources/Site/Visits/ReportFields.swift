import Foundation
import Visits

/// What is told of a report beside its text, as people write it.
public struct ReportFields: Hashable, Sendable {
    public var title: String?
    public var address: String?
    public var outlet: String?
    /// `2024-06-18T20:00+07:00`, or seconds since 1970; of a picture or sighting when it was taken or seen.
    public var published: String?
    public var capturedAt: String?
    public var language: String?
    public var licence: String?
    public var name: String?
    public var mediaType: String?

    public init() {}

    func request(_ bytes: [UInt8], _ kind: Report.Kind) throws(APIError) -> VisitReportRequest {
        var request = VisitReportRequest()
        request.kind = kind.rawValue
        switch kind {
        case .text, .sighting, .note:
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw .invalid("text", "a text is UTF-8")
            }
            request.text = text
        case .picture, .kml, .csv: request.data = Data(bytes).base64EncodedString()
        }
        (request.title, request.address, request.outlet) = (title, address, outlet)
        (request.language, request.licence, request.name) = (language, licence, name)
        request.mediaType = mediaType
        request.published = published.map(TimeField.init)
        request.capturedAt = capturedAt.map(TimeField.init)
        return request
    }
}
