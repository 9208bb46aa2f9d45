import Aero

extension RegisterContent {
    /// Adds the register's number and its values; keys are those of pyModeS 3 where it has the field, values exact as sent.
    public func write(to object: inout JSONObject) {
        object.set("bds", register.description)
        switch self {
        case .bds05(let content): content.writeSquitter(to: &object)
        case .bds06(let content): content.writeSquitter(to: &object)
        case .bds07(let content): object.set("transmission_rate", Int(content.field.bits(1, 2)))
        case .bds08(let content):
            content.writeSquitter(to: &object)
            object.set("callsign", Callsign(rawValue: content.field.rawValue).text)
        case .bds09(let content): content.writeSquitter(to: &object)
        case .bds10(let content): content.write(to: &object)
        case .bds17(let content): object.writeRegisters("supported_bds", content.registerNumbers)
        case .bds18(let content): object.writeRegisters("installed_bds", content.registerNumbers)
        case .bds19(let content): object.writeRegisters("installed_bds", content.registerNumbers)
        case .bds1A(let content): object.writeRegisters("installed_bds", content.registerNumbers)
        case .bds1B(let content): object.writeRegisters("installed_bds", content.registerNumbers)
        case .bds1C(let content): object.writeRegisters("installed_bds", content.registerNumbers)
        case .bds20(let content): object.set("callsign", content.callsign.text)
        case .bds21(let content): content.write(to: &object)
        case .bds30(let content): content.write(to: &object)
        case .bds40(let content): content.write(to: &object)
        case .bds41(let content): object.set("waypoint", content.waypoint)
        case .bds42(let content): content.write(to: &object)
        case .bds43(let content): content.write(to: &object)
        case .bds44(let content): content.write(to: &object)
        case .bds45(let content): content.write(to: &object)
        case .bds48(let content): content.write(to: &object)
        case .bds50(let content): content.write(to: &object)
        case .bds51(let content): content.write(to: &object)
        case .bds52(let content): content.write(to: &object)
        case .bds53(let content): content.write(to: &object)
        case .bds54(let content): content.write(to: &object)
        case .bds55(let content): content.write(to: &object)
        case .bds56(let content): content.write(to: &object)
        case .bds60(let content): content.write(to: &object)
        case .bds61(let content):
            content.writeSquitter(to: &object)
            if content.field.bits(6, 8) == 2 { BDS30(afterTypeCode: content.field)?.write(to: &object) }
        case .bds62(let content): content.writeSquitter(to: &object)
        case .bds65(let content): content.writeSquitter(to: &object)
        }
    }
}

extension SquitterRegister {
    fileprivate func writeSquitter(to object: inout JSONObject) { object.set("typecode", Int(typeCode)) }
}

extension JSONObject {
    /// Register numbers as `["4,0", "5,0"]`.
    fileprivate mutating func writeRegisters(_ key: String, _ numbers: [UInt8]) {
        set(key, numbers.lazy.map(BDSRegister.name(of:)))
    }
}
