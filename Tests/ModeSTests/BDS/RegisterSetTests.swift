import Aero
import ModeS
import TestSupport
import Testing

struct RegisterSetTests {
    @Test func everyRegisterIsAMemberOfItsOwn() {
        for register in BDSRegister.allCases {
            let set: RegisterSet = [register]
            #expect(set.count == 1 && set.only == register && Array(set) == [register])
            for other in BDSRegister.allCases where other != register { #expect(!set.contains(other)) }
        }
    }

    @Test func setsAreJoinedAndCut() {
        let all = RegisterSet(BDSRegister.allCases)
        #expect(all.count == BDSRegister.allCases.count && Set(all) == Set(BDSRegister.allCases))
        let some: RegisterSet = [.bds40, .bds50, .bds60]
        #expect(some.intersection([.bds50, .bds20]) == [.bds50])
        #expect(some.subtracting([.bds50]) == [.bds40, .bds60])
        #expect(some.union([.bds20]).count == 4 && some.isSubset(of: all) && !all.isSubset(of: some))
        #expect(some.only == nil && RegisterSet().only == nil && RegisterSet().isEmpty)
        var less = all
        for register in BDSRegister.allCases { less.remove(register) }
        #expect(less.isEmpty)
    }

    @Test func registersAreWrittenAsTheStandardDoes() {
        #expect(BDSRegister.bds50.description == "5,0")
        #expect(BDSRegister.bds0A.description == "0,A")
        #expect(BDSRegister.bds1C.description == "1,C")
        let set: RegisterSet = [.bds40]
        #expect(set.description == "[4,0]")
    }

    @Test func anEmptyFieldIsNoRegister() {
        let empty = Field56(rawValue: 0)
        #expect(empty.isEmpty && RegisterSet.candidates(for: empty).isEmpty)
        for register in BDSRegister.allCases { #expect(RegisterContent(register, mb: empty) == nil) }
    }

    /// What `candidates` finds quickly is what the layouts say one by one; nothing traps, whatever the bits.
    @Test func candidatesAreTheLayoutsThatFit() {
        var random = SeededGenerator(seed: 31)
        for round in 0..<60_000 {
            // Sparse fields too, for those are what layouts with reserved bits accept.
            var bits = random.next()
            for _ in 0..<round % 4 { bits &= random.next() }
            if round % 5 == 0 { bits = bits & ~(0xFF << 48) | [0x10, 0x20, 0x30, 0x00, 0xFA][round / 5 % 5] << 48 }
            let mb = Field56(rawValue: bits)
            let found = RegisterSet.candidates(for: mb)
            for register in BDSRegister.allCases {
                let content = RegisterContent(register, mb: mb)
                #expect((content != nil) == found.contains(register), "\(register) of \(bits)")
                guard let content else { continue }
                #expect(content.register == register && content.field == mb)
                for altitude in [nil, -1000, 0, 35_000, 126_700] as [Feet?] {
                    let weight = content.contradiction(at: altitude)
                    #expect(weight >= 0 && weight.isFinite)
                }
                #expect(content.valueCount >= 0)
                var object = JSONObject()
                content.write(to: &object)
                #expect(object.text.hasPrefix("{\"bds\": \"\(register)\""))
            }
        }
    }

    @Test func airbornePositionsHaveTheLegalAltitudes() {
        for code in UInt64(0)..<4096 {
            let mb = Field56(rawValue: 11 << 51 | code << 36 | 0x1234)
            let isLegal = if case .illegal = AltitudeCode(ac12: UInt32(code)) { false } else { true }
            #expect((BDS05(mb: mb) != nil) == isLegal, "\(code)")
        }
    }
}
