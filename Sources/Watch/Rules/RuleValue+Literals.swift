/// Rules that the program itself writes down, as the tree they are.
extension RuleValue: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    public init(stringLiteral text: String) { self.init(.text(text)) }
    public init(floatLiteral number: Double) { self.init(.number(number)) }
    public init(arrayLiteral values: RuleValue...) { self.init(.list(values)) }

    /// A key stands once; the order is kept.
    public init(dictionaryLiteral members: (String, RuleValue)...) {
        self.init(.map(members.map { RuleMember($0.0, $0.1) }))
    }
}
