import Aero
import Crypto
import Flights
import Foundation
import Testing

@testable import pelacak

/// Where receivers stood, and since when.
struct PlaceRecordTests {
    private static let day = Timestamp(seconds: 1_767_225_600)

    private func places(_ sources: String...) throws -> ListenerPlaces {
        var numbers = ArchiveNumbers(SiteKey(key: SymmetricKey(data: Array(repeating: UInt8(7), count: 32))))
        return ListenerPlaces(
            sources: try sources.map { try SourceSpecification($0) },
            receiver: nil,
            feeders: [],
            numbers: &numbers
        )
    }

    private static let roof = "beast+tcp://h:1?name=roof"

    @Test("a place holds from the time it was written, until another is")
    func since() throws {
        let (first, second) = (try places(Self.roof + "&at=-6.2,106.8,20"), try places(Self.roof + "&at=-7,107,5"))
        let number = try #require(first.numbers.first)
        #expect(second.numbers == [number])
        var record = PlaceRecord()
        record.take(record.changes(to: first, at: Self.day))
        #expect(record.changes(to: first, at: Self.day.advanced(bySeconds: 60)).isEmpty)
        let later = Self.day.advanced(bySeconds: 86_400)
        record.take(record.changes(to: second, at: later))
        #expect(record.place(ofReceiver: number, at: Self.day.advanced(bySeconds: -1)) == nil)
        #expect(record.place(ofReceiver: number, at: Self.day)?.position == first[number]?.position)
        #expect(record.place(ofReceiver: number, at: later)?.position == second[number]?.position)
        // Taken out of the configuration, nothing more is known.
        let last = later.advanced(bySeconds: 86_400)
        record.take(record.changes(to: try places("beast+tcp://h:1?name=roof"), at: last))
        #expect(record.place(ofReceiver: number, at: last) == nil)
        #expect(record.place(ofReceiver: number, at: later)?.antenna == 5)
    }

    @Test("it is written down and read again, and a line of nonsense says nothing")
    func file() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = PlaceRecord.file(dataFolder: folder.path)
        let places = try places(Self.roof + "&at=-6.2,106.8,20")
        let number = try #require(places.numbers.first)
        try file.append(contentsOf: PlaceRecord().changes(to: places, at: Self.day))
        let nonsense = #"{"receiver":\#(number),"since":1767225600001,"latitude":91,"longitude":0,"antenna":0}"#
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file.path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("\(nonsense)\nno line\n".utf8))
        try handle.close()
        let record = PlaceRecord(try file.lines())
        #expect(record.place(ofReceiver: number, at: Self.day)?.position == places[number]?.position)
        #expect(record.place(ofReceiver: number, at: Self.day.advanced(bySeconds: 60)) == nil)
        let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }

    @Test("two antennas are independent only from a distance on, on whichever side of a degree they stand")
    func independence() throws {
        func areIndependent(_ one: String, _ other: String) throws -> Bool {
            let places = try places("beast+tcp://h:1?name=a&at=\(one)", "beast+tcp://h:2?name=b&at=\(other)")
            let listeners = places.numbers.compactMap { Listener(number: $0, kind: .feed) }
            try #require(listeners.count == 2)
            return places.roster.areIndependent(listeners[0], listeners[1])
        }
        // 100 m apart, on both sides of a hundredth of a degree.
        #expect(try !areIndependent("-6.00451,106.8,20", "-6.00549,106.8,20"))
        #expect(try !areIndependent("0,179.9995,20", "0,-179.9995,20"))
        #expect(try areIndependent("-6.2,106.8,20", "-6.3,106.8,20"))
    }

    @Test("978 MHz receivers are known by their source")
    func universalAccess() throws {
        let places = try places("uat+tcp://h:1?name=low", "beast+tcp://h:2?name=high")
        var numbers = ArchiveNumbers(SiteKey(key: SymmetricKey(data: Array(repeating: UInt8(7), count: 32))))
        #expect(places.universalAccess == [numbers.number(ReceiverName(source: "low"), nil)])
    }
}
