public import Aero

/// What a Comm-B reply says, once its register is chosen.
public enum RegisterContent: Hashable, Sendable {
    case bds05(BDS05)
    case bds06(BDS06)
    case bds07(BDS07)
    case bds08(BDS08)
    case bds09(BDS09)
    case bds10(BDS10)
    case bds17(BDS17)
    case bds18(BDS18)
    case bds19(BDS19)
    case bds1A(BDS1A)
    case bds1B(BDS1B)
    case bds1C(BDS1C)
    case bds20(BDS20)
    case bds21(BDS21)
    case bds30(BDS30)
    case bds40(BDS40)
    case bds41(BDS41)
    case bds42(BDS42)
    case bds43(BDS43)
    case bds44(BDS44)
    case bds45(BDS45)
    case bds48(BDS48)
    case bds50(BDS50)
    case bds51(BDS51)
    case bds52(BDS52)
    case bds53(BDS53)
    case bds54(BDS54)
    case bds55(BDS55)
    case bds56(BDS56)
    case bds60(BDS60)
    case bds61(BDS61)
    case bds62(BDS62)
    case bds65(BDS65)

    /// Reads an MB field as a register.
    ///
    /// - Returns: `nil` if the field does not fit, and always for 0,A and 5,F, whose layouts are not read.
    public init?(_ register: BDSRegister, mb: Field56) {
        let content: RegisterContent? =
            switch register {
            case .bds05: BDS05(mb: mb).map(RegisterContent.bds05)
            case .bds06: BDS06(mb: mb).map(RegisterContent.bds06)
            case .bds07: BDS07(mb: mb).map(RegisterContent.bds07)
            case .bds08: BDS08(mb: mb).map(RegisterContent.bds08)
            case .bds09: BDS09(mb: mb).map(RegisterContent.bds09)
            case .bds10: BDS10(mb: mb).map(RegisterContent.bds10)
            case .bds17: BDS17(mb: mb).map(RegisterContent.bds17)
            case .bds18: BDS18(mb: mb).map(RegisterContent.bds18)
            case .bds19: BDS19(mb: mb).map(RegisterContent.bds19)
            case .bds1A: BDS1A(mb: mb).map(RegisterContent.bds1A)
            case .bds1B: BDS1B(mb: mb).map(RegisterContent.bds1B)
            case .bds1C: BDS1C(mb: mb).map(RegisterContent.bds1C)
            case .bds20: BDS20(mb: mb).map(RegisterContent.bds20)
            case .bds21: BDS21(mb: mb).map(RegisterContent.bds21)
            case .bds30: BDS30(mb: mb).map(RegisterContent.bds30)
            case .bds40: BDS40(mb: mb).map(RegisterContent.bds40)
            case .bds41: BDS41(mb: mb).map(RegisterContent.bds41)
            case .bds42: BDS42(mb: mb).map(RegisterContent.bds42)
            case .bds43: BDS43(mb: mb).map(RegisterContent.bds43)
            case .bds44: BDS44(mb: mb).map(RegisterContent.bds44)
            case .bds45: BDS45(mb: mb).map(RegisterContent.bds45)
            case .bds48: BDS48(mb: mb).map(RegisterContent.bds48)
            case .bds50: BDS50(mb: mb).map(RegisterContent.bds50)
            case .bds51: BDS51(mb: mb).map(RegisterContent.bds51)
            case .bds52: BDS52(mb: mb).map(RegisterContent.bds52)
            case .bds53: BDS53(mb: mb).map(RegisterContent.bds53)
            case .bds54: BDS54(mb: mb).map(RegisterContent.bds54)
            case .bds55: BDS55(mb: mb).map(RegisterContent.bds55)
            case .bds56: BDS56(mb: mb).map(RegisterContent.bds56)
            case .bds60: BDS60(mb: mb).map(RegisterContent.bds60)
            case .bds61: BDS61(mb: mb).map(RegisterContent.bds61)
            case .bds62: BDS62(mb: mb).map(RegisterContent.bds62)
            case .bds65: BDS65(mb: mb).map(RegisterContent.bds65)
            case .bds0A, .bds5F: nil
            }
        guard let content else { return nil }
        self = content
    }

    /// The layout inside.
    public var layout: any RegisterLayout {
        switch self {
        case .bds05(let layout): layout
        case .bds06(let layout): layout
        case .bds07(let layout): layout
        case .bds08(let layout): layout
        case .bds09(let layout): layout
        case .bds10(let layout): layout
        case .bds17(let layout): layout
        case .bds18(let layout): layout
        case .bds19(let layout): layout
        case .bds1A(let layout): layout
        case .bds1B(let layout): layout
        case .bds1C(let layout): layout
        case .bds20(let layout): layout
        case .bds21(let layout): layout
        case .bds30(let layout): layout
        case .bds40(let layout): layout
        case .bds41(let layout): layout
        case .bds42(let layout): layout
        case .bds43(let layout): layout
        case .bds44(let layout): layout
        case .bds45(let layout): layout
        case .bds48(let layout): layout
        case .bds50(let layout): layout
        case .bds51(let layout): layout
        case .bds52(let layout): layout
        case .bds53(let layout): layout
        case .bds54(let layout): layout
        case .bds55(let layout): layout
        case .bds56(let layout): layout
        case .bds60(let layout): layout
        case .bds61(let layout): layout
        case .bds62(let layout): layout
        case .bds65(let layout): layout
        }
    }

    public var register: BDSRegister { type(of: layout).register }
    public var field: Field56 { layout.field }
    public var valueCount: Int { layout.valueCount }

    /// What speaks against it within the reply, in log-odds; see `RegisterLayout`.
    public func contradiction(at altitude: Feet?) -> Double { layout.contradiction(at: altitude) }
}
