import Aero
import Foundation
import ModeS
import TestSupport
import Testing

struct UATMessageTests {
    @Test func vectorsReadAsTheLayoutSays() throws {
        let vectors = TestSupport.vectors("uat")
        #expect(vectors.count == 16)
        for vector in vectors {
            let hex = try #require(vector["hex"] as? String)
            let expected = try #require(vector["expect"] as? [String: Any])
            let frame = try UATFrame(hex: hex)
            let line = UATMessage(frame).jsonLine(ReceivedUAT(frame: frame, time: Timestamp(seconds: 1)))
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(object["raw"] as? String == hex)
            for (key, value) in expected {
                if value is NSNull {
                    #expect(object[key] == nil, "\(hex) \(key)")
                } else if let number = value as? Double {
                    let read = try #require(object[key] as? Double, "\(hex) \(key)")
                    #expect(abs(read - number) < 1.1e-5, "\(hex) \(key)")
                } else {
                    #expect(object[key] as? String == value as? String, "\(hex) \(key)")
                }
            }
        }
    }

    @Test("addresses are ICAO's only with qualifiers 0 and 2", arguments: UATAddressQualifier.allCases)
    func addressSpace(qualifier: UATAddressQualifier) throws {
        let message = UATMessage(
            payloadType: 0,
            qualifier: qualifier,
            address: AircraftAddress(icao: 0xABCDEF),
            stateVector: nil
        )
        let read = UATMessage(try Self.written(message))
        #expect(read.qualifier == qualifier)
        #expect(read.address.hex == (qualifier.isICAO ? "abcdef" : "~abcdef"))
        #expect(qualifier.isICAO == [0, 2].contains(qualifier.rawValue))
    }

    @Test("every altitude code", arguments: [0, 1, 4095])
    func altitudeCodes(raw: UInt32) throws {
        var bytes = [UInt8](repeating: 0, count: 18)
        bytes[10] = UInt8(raw >> 4)
        bytes[11] = UInt8(raw & 15) << 4
        let frame = try UATFrame(bytes: bytes)
        let state = try #require(UATMessage(frame).stateVector)
        #expect(state.altitude == (raw == 0 ? nil : Feet(Int(raw) * 25 - 1025)))
    }

    @Test func aMessageWrittenIsTheMessageRead() throws {
        var generator = SeededGenerator(seed: 9)
        for round in 0..<200_000 {
            let frame = try Self.randomFrame(&generator, type: UInt8(round % 32))
            let message = UATMessage(frame)
            let again = UATMessage(try Self.written(message))
            #expect(again == message, "\(frame)")
        }
    }

    @Test func anyBytesGiveAMessageAndALine() throws {
        var generator = SeededGenerator(seed: 4)
        for round in 0..<20_000 {
            let frame = try Self.randomFrame(&generator, type: UInt8(round % 32))
            let line = UATMessage(frame).jsonLine(ReceivedUAT(frame: frame, time: Timestamp(seconds: 0)))
            #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil)
            let state = UATMessage(frame).stateVector
            #expect(state?.position.map { (-90...90).contains($0.latitude) } ?? true)
            #expect(state?.track.map { (0..<360).contains($0.rawValue) } ?? true)
        }
    }

    /// A place goes in and comes out within half a step of 360°/2²⁴, on every part of the globe.
    @Test func placesAreKeptToOneMetre() throws {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<20_000 {
            let latitude = Double.random(in: -89.9999...90, using: &generator)
            let longitude = Double.random(in: -180..<180, using: &generator)
            let place = try #require(Position(latitude: latitude, longitude: longitude))
            let state = UATStateVector(
                position: place,
                altitude: nil,
                isAltitudeGeometric: false,
                nic: 1,
                motion: .unknown,
                verticalRate: nil
            )
            let message = UATMessage(
                payloadType: 0,
                qualifier: .aircraft,
                address: AircraftAddress(icao: 1),
                stateVector: state
            )
            let read = UATMessage(try Self.written(message)).stateVector?.position
            let found = try #require(read)
            #expect(abs(found.latitude - latitude) <= 1.08e-5)
            #expect(abs(Position.wrapped(found.longitude - longitude)) <= 1.08e-5)
        }
    }

    @Test("what version 2 alone has is not read in others", arguments: [0, 1, 2, 7] as [UInt8])
    func version(version: UInt8) throws {
        let status = UATModeStatus(
            category: nil,
            identity: nil,
            emergency: .none,
            version: version,
            sil: 0,
            nacP: 0,
            nacV: 0,
            nicBaro: false,
            version2: UATModeStatus.Version2(
                sda: 3,
                gva: 3,
                silSupplement: true,
                isTCASOperational: true,
                isAdvisoryActive: true,
                isIdent: true
            )
        )
        let message = UATMessage(
            payloadType: 1,
            qualifier: .aircraft,
            address: AircraftAddress(icao: 1),
            stateVector: nil,
            modeStatus: status
        )
        let frame = try Self.written(message)
        let read = try #require(UATMessage(frame).modeStatus)
        #expect((read.version2 != nil) == (version >= 2))
    }

    private static func written(_ message: UATMessage) throws -> UATFrame { try #require(UATEncoding.frame(message)) }

    private static func randomFrame(_ generator: inout SeededGenerator, type: UInt8) throws -> UATFrame {
        let count = type == 0 ? UATFrame.shortLength : UATFrame.longLength
        var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        bytes[0] = type << 3 | bytes[0] & 7
        return try UATFrame(bytes: bytes)
    }
}
