/// Finds the bindings under which a test is true of the event that happens now.
struct Matcher {
    let sky: Sky
    let plan: RulePlan

    /// Bindings of `variables` that agree with `fixed`; what is bound there stays bound.
    func bindings(_ test: Test, triggers: [Int], variables: [Int], fixed: Binding = Binding()) -> [Binding] {
        var found: [Binding] = []
        let happened = sky.happening.aircraft
        for variable in triggers {
            guard fixed[variable] < 0 || fixed[variable] == happened else { continue }
            guard sky.aircraft[Int(happened)].mayBe(plan.firstVariable + variable) else { continue }
            var binding = fixed
            binding[variable] = happened
            fill(binding, variables, 0) { full in
                guard sky.isTrue(test, full), isRight(full, variables) else { return }
                if triggers.count == 1 || !found.contains(full) { found.append(full) }
            }
        }
        return found
    }

    /// Whether every bound aircraft has the identity of its variable now.
    func isRight(_ binding: Binding, _ variables: [Int]) -> Bool {
        variables.allSatisfy { sky.satisfies(plan.rule.variables[$0].identity, binding[$0], binding) }
    }

    /// Binds what is open in `variables` from one place on to everybody who may be it.
    private func fill(_ binding: Binding, _ variables: [Int], _ start: Int, _ body: (Binding) -> Void) {
        var place = start
        while place < variables.count, binding[variables[place]] >= 0 { place += 1 }
        guard place < variables.count else { return body(binding) }
        let open = variables[place]
        func bind(_ member: Int32) {
            var next = binding
            next[open] = member
            if plan.fleetLinks.isEmpty || isOneFleet(next, variables) { fill(next, variables, place + 1, body) }
        }
        let variable = plan.firstVariable + open
        guard let fleet = fleet(of: open, beside: binding, variables) else {
            return sky.members[variable].forEach(bind)
        }
        guard fleet >= 0 else { return }
        for member in sky.fleetMembers[Int(fleet)] where sky.aircraft[Int(member)].mayBe(variable) { bind(member) }
    }

    /// The fleet that a variable shares with one that is bound, -1 where that one is of none; `nil` where none is asked for.
    private func fleet(of open: Int, beside binding: Binding, _ variables: [Int]) -> Int32? {
        for link in plan.fleetLinks where variables.contains(link.variable) {
            let bound = link.variable == open ? link.other : link.other == open ? link.variable : open
            if bound != open, binding[bound] >= 0 { return sky.aircraft[Int(binding[bound])].fleet }
        }
        return nil
    }

    /// Whether nothing that is bound breaks a link of fleets that is asked of these variables.
    private func isOneFleet(_ binding: Binding, _ variables: [Int]) -> Bool {
        for link in plan.fleetLinks where variables.contains(link.variable) {
            let (one, other) = (binding[link.variable], binding[link.other])
            guard one >= 0, other >= 0 else { continue }
            let fleet = sky.aircraft[Int(one)].fleet
            if fleet < 0 || fleet != sky.aircraft[Int(other)].fleet { return false }
        }
        return true
    }
}
