/// Finds the bindings under which a test is true of the event that happens now.
struct Matcher {
    let sky: Sky
    let rule: WatchRule
    let firstVariable: Int
    /// By number among the variables of all rules: who may be it. Empty sets where nobody asks.
    let members: [Set<Int32>]

    /// Bindings of `variables` that agree with `fixed`; what is bound there stays bound.
    func bindings(_ test: Test, triggers: [Int], variables: [Int], fixed: Binding = Binding()) -> [Binding] {
        var found: [Binding] = []
        let happened = sky.happening.aircraft
        for variable in triggers {
            guard fixed[variable] < 0 || fixed[variable] == happened else { continue }
            guard sky.aircraft[Int(happened)].mayBe(firstVariable + variable) else { continue }
            var binding = fixed
            binding[variable] = happened
            fill(binding, variables[...]) { full in
                guard sky.isTrue(test, full), isRight(full, variables) else { return }
                if triggers.count == 1 || !found.contains(full) { found.append(full) }
            }
        }
        return found
    }

    /// Whether every bound aircraft has the identity of its variable now.
    func isRight(_ binding: Binding, _ variables: [Int]) -> Bool {
        variables.allSatisfy { sky.satisfies(rule.variables[$0].identity, binding[$0], binding) }
    }

    private func fill(_ binding: Binding, _ rest: ArraySlice<Int>, _ body: (Binding) -> Void) {
        guard let open = rest.first(where: { binding[$0] < 0 }) else { return body(binding) }
        for member in members[firstVariable + open] {
            var next = binding
            next[open] = member
            fill(next, rest.dropFirst(), body)
        }
    }
}
