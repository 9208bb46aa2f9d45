import Foundation
import FoundationXML

/// Reads KML with the system's XML parser, as far as the tests look at it.
final class KMLReader: NSObject, XMLParserDelegate {
    private(set) var names: [String] = []
    private(set) var tracks: [[String]] = []
    private(set) var times: [String] = []
    private var text = ""

    /// - Returns: `false` if it is no well-formed XML.
    func read(_ bytes: [UInt8]) -> Bool {
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        return parser.parse()
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        text = ""
        if name == "gx:Track" { tracks.append([]) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        switch name {
        case "name": names.append(text)
        case "when": times.append(text)
        case "gx:coord": tracks[tracks.count - 1].append(text)
        default: break
        }
    }
}
