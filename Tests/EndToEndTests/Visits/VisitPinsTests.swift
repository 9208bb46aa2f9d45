import Aero
import Foundation
import Site
import Testing
import Tracking
import Visits

@testable import pelacak

/// What a visit rests on is pinned while it stands: over HTTP, on the built program.
@Suite(.timeLimit(.minutes(10)))
struct VisitPinsTests {
    private func kept(_ visit: Visit) -> KeptVisit {
        KeptVisit(id: "v", created: Timestamp(seconds: 1_718_600_000), visit: visit, texts: [:])
    }

    private func visit(_ latitude: Double, _ longitude: Double, isConfirmed: Bool = true) throws -> Visit {
        let time = Timestamp(seconds: 1_718_700_000)
        let place = try #require(Position(latitude: latitude, longitude: longitude))
        let reading = ArrivalReading(
            start: time,
            end: time.advanced(bySeconds: 6 * 3_600),
            zone: .place,
            weight: 1
        )
        let stop = ItineraryStop(
            kind: .destination,
            name: "Somewhere",
            airports: [StopAirport(code: "XXXX", position: place, weight: 1)],
            arrival: ArrivalWindow(readings: [reading]),
            dwellHours: 2...5
        )
        var visit = Visit()
        try visit.apply(.addStop(stop, at: 0, span: nil, report: 0), by: "desk", at: time)
        for stop in visit.stops { try visit.apply(.confirmStop(stop.id), by: "desk", at: time) }
        if isConfirmed { try visit.apply(.setStatus(.confirmed), by: "desk", at: time) }
        return visit
    }

    @Test("round each stop, half a day to either side, and as long as they stay; nothing of a draft")
    func wanted() throws {
        #expect(try VisitPins.wanted(of: kept(visit(55, 37, isConfirmed: false))).isEmpty)
        let pins = try VisitPins.wanted(of: kept(visit(55, 37)))
        let pin = try #require(pins.first)
        #expect(pins.count == 1 && pin.who == "visit v" && pin.reason.contains("XXXX") && pin.aircraft == nil)
        #expect(pin.from == Timestamp(seconds: 1_718_700_000 - 43_200))
        #expect(pin.to == Timestamp(seconds: 1_718_700_000 + (6 + 5 + 12) * 3_600))
        let area = try #require(pin.area)
        #expect(area.south == 52 && area.north == 58 && area.west < 32 && area.east > 42)
        #expect(PinText.isFit(pin.reason) && PinText.isFit(pin.who))
    }

    @Test("over the 180th meridian and at a pole", arguments: [(0.0, 179.5), (-17.0, -179.9), (89.0, 10.0), (-90, 0)])
    func edges(latitude: Double, longitude: Double) throws {
        let pins = try VisitPins.wanted(of: kept(visit(latitude, longitude)))
        let area = try #require(pins.first?.area)
        #expect(area.contains(try #require(Position(latitude: latitude, longitude: longitude))))
        let beside = longitude > 178 ? longitude + 2 - 360 : longitude - 2 < -180 ? longitude - 2 + 360 : longitude - 2
        #expect(area.contains(try #require(Position(latitude: latitude, longitude: beside))))
    }

    @Test("pins come with confirming, follow changes, and go with the visit")
    func overHTTP() async throws {
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=5"])
        defer { program.stop() }
        func ask(_ method: String, _ path: String, _ body: [String: Any]) async throws -> [String: Any] {
            let text = String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
            let answer = try await program.request(method, "/api/v1/visits" + path, body: text)
            #expect((200...201).contains(answer.status), "\(String(decoding: answer.body, as: UTF8.self))")
            return try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])
        }
        func pins() async throws -> [[String: Any]] {
            try await program.json("/api/v1/pins?realm=real")["pins"] as? [[String: Any]] ?? []
        }
        let id = try #require(try await ask("POST", "", ["title": "By hand"])["id"] as? String)
        let stop: [String: Any] = [
            "kind": "addStop", "place": "WIHH", "stopKind": "destination", "from": "2026-06-18T10:00Z",
            "to": "2026-06-18T16:00Z",
        ]
        _ = try await ask("POST", "/\(id)/changes", ["after": 1, "act": stop])
        _ = try await ask("POST", "/\(id)/changes", ["after": 2, "act": ["kind": "confirmAll"]])
        #expect(try await pins().isEmpty)
        _ = try await ask(
            "POST",
            "/\(id)/changes",
            ["after": 3, "act": ["kind": "setStatus", "status": "confirmed"]]
        )
        let first = try await pins()
        #expect(first.count == 1 && first.first?["who"] as? String == "visit \(id)")
        _ = try await ask(
            "POST",
            "/\(id)/changes",
            ["after": 4, "act": ["kind": "setTitle", "title": "Another"]]
        )
        #expect(try await pins().compactMap { $0["number"] as? Int } == first.compactMap { $0["number"] as? Int })
        #expect(try await program.request("DELETE", "/api/v1/visits/\(id)").status == 204)
        #expect(try await pins().isEmpty)
    }
}
