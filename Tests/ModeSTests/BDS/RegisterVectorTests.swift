import Aero
import Foundation
import ModeS
import TestSupport
import Testing

/// One line of registers.json.
struct RegisterVector: CustomTestStringConvertible, Sendable {
    let register: BDSRegister
    let mb: Field56
    /// JSON text of the object that must be read; `nil` for a field that must be refused.
    let expected: Data?
    let reason: String?

    var testDescription: String { "\(register) \(Hexadecimal.upper(mb.rawValue, digits: 14)) \(reason ?? "")" }

    static let all: [RegisterVector] = TestSupport.vectors("registers").compactMap { entry in
        guard let name = entry["register"] as? String, let hex = entry["mb"] as? String, entry["source"] is String,
            let bits = UInt64(hex, radix: 16),
            let register = BDSRegister.allCases.first(where: { $0.description == name })
        else { return nil }
        let expected = entry["expect"].flatMap { try? JSONSerialization.data(withJSONObject: $0) }
        let reason = entry["refused"] as? String
        return RegisterVector(register: register, mb: Field56(rawValue: bits), expected: expected, reason: reason)
    }
    static let read = all.filter { $0.expected != nil }
    static let refused = all.filter { $0.reason != nil }
}

struct RegisterVectorTests {
    @Test func everyLayoutHasAVectorAndARefusedOne() {
        #expect(RegisterVector.all.count == TestSupport.vectors("registers").count)
        #expect(RegisterVector.read.count >= 38 && RegisterVector.refused.count >= 79)
        // 1,A and 1,B have no content that is not empty or reserved; 0,A and 5,F are not read.
        let without: RegisterSet = [.bds0A, .bds5F, .bds1A, .bds1B]
        for register in BDSRegister.allCases where !without.contains(register) {
            #expect(RegisterVector.read.contains { $0.register == register }, "\(register)")
            #expect(RegisterVector.refused.contains { $0.register == register }, "\(register)")
        }
    }

    @Test("a vector reads as its source says", arguments: RegisterVector.read)
    func vectorReadsAsItsSourceSays(_ vector: RegisterVector) throws {
        #expect(RegisterSet.candidates(for: vector.mb).contains(vector.register))
        let content = try #require(RegisterContent(vector.register, mb: vector.mb))
        #expect(content.contradiction(at: nil) <= 3)
        var object = JSONObject()
        content.write(to: &object)
        let line = try #require(try JSONSerialization.jsonObject(with: Data(object.text.utf8)) as? [String: Any])
        #expect(line["bds"] as? String == vector.register.description)
        let data = try #require(vector.expected)
        let expected = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        for (key, value) in expected {
            let found = try #require(line[key], "\(key) of \(object.text)")
            if let number = value as? Double, let read = found as? Double {
                #expect(abs(number - read) < 1e-9, "\(key)")
            } else {
                #expect("\(found)" == "\(value)", "\(key)")
            }
        }
    }

    @Test("a field that breaks a rule is refused", arguments: RegisterVector.refused)
    func fieldThatBreaksARuleIsRefused(_ vector: RegisterVector) {
        #expect(RegisterContent(vector.register, mb: vector.mb) == nil)
        #expect(!RegisterSet.candidates(for: vector.mb).contains(vector.register))
    }

    @Test func valuesThatAreNotThereAreLeftOut() {
        var object = JSONObject()
        // The published 4,0 has no modes and no source.
        RegisterContent(.bds40, mb: Field56(rawValue: 0x85_E42F_3130_0000))?.write(to: &object)
        #expect(
            object.text
                == #"{"bds": "4,0", "selected_altitude_mcp": 3008, "selected_altitude_fms": 3008, "baro_pressure_setting": 1020}"#
        )
    }

    /// The squitter EZY85MH of the published vectors has type code 4 and category 0: the eight bits of register 2,0.
    @Test func identificationOfCategoryZeroIsReadAsTwoZero() {
        let mb = Field56(rawValue: 0x20_15A6_78D4_D220)
        #expect(RegisterSet.candidates(for: mb) == [.bds20])
        #expect(BDS20(mb: mb)?.callsign.text == "EZY85MH")
    }

    @Test func capabilitiesOfOneAircraftAgree() throws {
        let common = try #require(BDS17(mb: Field56(rawValue: 0xFA_8101_0000_0000)))
        let low = try #require(BDS18(mb: Field56(rawValue: 0x00_0000_81C0_81F0)))
        let high = try #require(BDS19(mb: Field56(rawValue: 0x00_0080_0080_0080)))
        #expect(low.agrees(with: common) && high.agrees(with: common))
        #expect(low.registers.contains(.bds17) && high.registers == [.bds40, .bds50, .bds60])
        let more = try #require(BDS17(mb: Field56(rawValue: 0xFA_8181_0000_0000)))
        #expect(low.agrees(with: more) && !high.agrees(with: more))
    }
}
