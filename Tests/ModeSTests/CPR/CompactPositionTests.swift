import Aero
import ModeS
import TestSupport
import Testing

struct CompactPositionTests {
    @Test func publishedPairsGiveTheirPlaces() throws {
        let vectors = TestSupport.vectors("positions")
        #expect(vectors.count == 4)
        for vector in vectors {
            let first = try half(vector["first"])
            let second = try half(vector["second"])
            let even = first.isOdd ? second : first
            let odd = first.isOdd ? first : second
            let place: Position?
            if let near = vector["near"] as? [Double] {
                let reference = try #require(Position(latitude: near[0], longitude: near[1]))
                place = CompactPosition.surface(even: even, odd: odd, isOddNewer: second.isOdd, near: reference)
            } else {
                place = CompactPosition.airborne(even: even, odd: odd, isOddNewer: second.isOdd)
            }
            let found = try #require(place)
            let latitude = try #require(vector["latitude"] as? Double)
            let longitude = try #require(vector["longitude"] as? Double)
            #expect(abs(found.latitude - latitude) < 1e-5)
            #expect(abs(found.longitude - longitude) < 1e-5)
        }
    }

    private func half(_ hex: Any?) throws -> CPRFrame {
        let message = try Message(Frame(hex: try #require(hex as? String)))
        switch message.squitter?.content {
        case .airbornePosition(let position): return try #require(position.cpr)
        case .surfacePosition(let position): return position.cpr
        default: throw FrameError.badLength(bytes: 0)
        }
    }

    /// The encoding by the formulas of DO-260B A.1.7.3, written anew here so that the decoder is not its own witness.
    private func encode(_ position: Position, isOdd: Bool, circle: Double) -> CPRFrame {
        let latitudeStep = circle / (isOdd ? 59 : 60)
        func modulo(_ value: Double, _ divisor: Double) -> Double { value - divisor * (value / divisor).rounded(.down) }
        let y = (131_072 * modulo(position.latitude, latitudeStep) / latitudeStep + 0.5).rounded(.down)
        let seen = latitudeStep * (y / 131_072 + (position.latitude / latitudeStep).rounded(.down))
        let zones = max(1, LongitudeZones.count(atLatitude: seen) - (isOdd ? 1 : 0))
        let longitudeStep = circle / Double(zones)
        let x = (131_072 * modulo(position.longitude, longitudeStep) / longitudeStep + 0.5).rounded(.down)
        return CPRFrame(isOdd: isOdd, latitude: UInt32(modulo(y, 131_072)), longitude: UInt32(modulo(x, 131_072)))
    }

    private func randomPlaces() -> [Position] {
        var random = SeededGenerator(seed: 4)
        var places: [Position?] = []
        for _ in 0..<20_000 {
            let height = Double.random(in: -1...1, using: &random)
            let latitude = Trigonometry.arcSine(height) / Trigonometry.radiansPerDegree
            places.append(Position(latitude: latitude, longitude: .random(in: -180..<180, using: &random)))
        }
        for latitude in [-89.99, -87, -86.6, -0.00001, 0, 0.00001, 10.4704713, 87, 87.1, 89.99] {
            for longitude in [-180, -179.99999, -0.00001, 0, 90, 179.99999] {
                places.append(Position(latitude: latitude, longitude: longitude))
            }
        }
        return places.compactMap(\.self)
    }

    /// Half a step of the encoding in both directions: 5.1 m up to 80 degrees of latitude, up to 9.6 m where one zone is left.
    private func halfStep(at place: Position, circle: Double) -> Metres {
        let degree = Geodesy.earthRadius.rawValue * Trigonometry.radiansPerDegree
        let north = circle / 59 / 131_072 / 2 * degree
        let zones = Double(max(1, LongitudeZones.count(atLatitude: place.latitude) - 1))
        let shrink = Trigonometry.cosine(place.latitude * Trigonometry.radiansPerDegree)
        let east = circle / zones / 131_072 / 2 * degree * shrink
        return Metres((north * north + east * east).squareRoot() * 1.02 + 0.05)
    }

    @Test func whatIsEncodedInTheAirIsDecodedWithinHalfAStep() {
        var straddling = 0
        for place in randomPlaces() {
            let even = encode(place, isOdd: false, circle: 360)
            let odd = encode(place, isOdd: true, circle: 360)
            for isOddNewer in [false, true] {
                guard let found = CompactPosition.airborne(even: even, odd: odd, isOddNewer: isOddNewer) else {
                    straddling += 1
                    continue
                }
                #expect(Geodesy.distance(found, place) <= halfStep(at: place, circle: 360), "\(place)")
                if place.latitude.magnitude < 80 { #expect(Geodesy.distance(found, place) <= 5.1) }
            }
            let reference = Geodesy.destination(from: place, bearing: 77, distance: NauticalMiles(150).metres)
            for half in [even, odd] {
                let found = CompactPosition.position(of: half, near: reference, kind: .airborne)
                if let found, abs(place.latitude) < 80 { #expect(Geodesy.distance(found, place) <= 5.1, "\(place)") }
            }
        }
        #expect(straddling < 100)
    }

    @Test func whatIsEncodedOnTheGroundIsDecodedWithinHalfAStep() {
        for place in randomPlaces() where place.latitude.magnitude < 80 {
            let even = encode(place, isOdd: false, circle: 90)
            let odd = encode(place, isOdd: true, circle: 90)
            let near = Geodesy.destination(from: place, bearing: 200, distance: NauticalMiles(20).metres)
            guard let found = CompactPosition.surface(even: even, odd: odd, isOddNewer: true, near: near) else {
                continue
            }
            #expect(Geodesy.distance(found, place) <= 1.3, "\(place)")
        }
    }

    @Test func randomHalvesNeverLeaveTheGlobe() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<100_000 {
            let bits = random.next()
            let even = CPRFrame(isOdd: false, latitude: UInt32(truncatingIfNeeded: bits), longitude: UInt32(bits >> 40))
            let odd = CPRFrame(isOdd: true, latitude: UInt32(bits >> 20 & 0xFFFFF), longitude: UInt32(bits >> 47))
            if let place = CompactPosition.airborne(even: even, odd: odd, isOddNewer: bits & 1 == 1) {
                #expect((-90...90).contains(place.latitude) && (-180..<180).contains(place.longitude))
            }
            for place in CompactPosition.surfaceCandidates(even: even, odd: odd, isOddNewer: true) {
                #expect((-90...90).contains(place.latitude) && (-180..<180).contains(place.longitude))
            }
        }
    }

    @Test func zonesFollowTheFormulaOnBothSidesOfEveryEdge() {
        for n in 2...59 {
            let ratio =
                (1 - Trigonometry.cosine(.pi / 30)) / (1 - Trigonometry.cosine(2 * .pi / Double(n)))
            let edge = n == 2 ? 87 : Trigonometry.arcCosine(ratio.squareRoot()) / Trigonometry.radiansPerDegree
            #expect(LongitudeZones.count(atLatitude: edge - 1e-6) == n)
            #expect(LongitudeZones.count(atLatitude: -edge - 1e-6) == n - 1)
        }
        #expect(LongitudeZones.count(atLatitude: 0) == 59)
        #expect(LongitudeZones.count(atLatitude: 87) == 2)
        #expect(LongitudeZones.count(atLatitude: -90) == 1)
    }
}
