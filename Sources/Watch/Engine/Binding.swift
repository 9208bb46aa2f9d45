/// Which aircraft each variable of a rule is, by its place in `Sky`; -1 where it is open.
struct Binding: Hashable, Sendable {
    private var first: Int32 = -1
    private var second: Int32 = -1
    private var third: Int32 = -1

    subscript(variable: Int) -> Int32 {
        get { variable == 0 ? first : variable == 1 ? second : third }
        set {
            switch variable {
            case 0: first = newValue
            case 1: second = newValue
            default: third = newValue
            }
        }
    }

    /// The same for some of the variables, open for the others.
    func kept(_ variables: [Int]) -> Binding {
        var kept = Binding()
        for variable in variables { kept[variable] = self[variable] }
        return kept
    }

    /// Whether no variable is bound otherwise in the other one.
    func agrees(with other: Binding) -> Bool {
        for variable in 0..<3 where self[variable] >= 0 && other[variable] >= 0 && self[variable] != other[variable] {
            return false
        }
        return true
    }

    /// Both together; where both are bound, this one.
    func joined(with other: Binding) -> Binding {
        var joined = self
        for variable in 0..<3 where joined[variable] < 0 { joined[variable] = other[variable] }
        return joined
    }
}
