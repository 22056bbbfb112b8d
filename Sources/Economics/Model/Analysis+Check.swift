extension Analysis {
    /// - Throws: `Fault` with the path of the first field that is wrong.
    public func check() throws(Fault) {
        do { try discounting.check() } catch { throw error.under("discounting") }
        try Fault.requirePositive(cycleMonths, "cycleMonths")
        try Fault.requirePositive(horizonYears, "horizonYears")
        for (name, input) in inputs.sorted(by: { $0.key < $1.key }) {
            do { try input.check() } catch { throw error.under("inputs", name) }
            if input.origin == .solved, !(solve ?? []).contains(where: { $0.input == name }) {
                throw Fault(
                    ["inputs", name, "origin"], found: "solved", expected: "an entry of `solve` for it",
                    remedy: "Say which published result it is found from.")
            }
        }
        let ids = strategies.map(\.id)
        guard strategies.count >= 2, Set(ids).count == ids.count else {
            throw Fault(
                ["strategies"], found: ids.joined(separator: ", "), expected: "two strategies or more, each name once",
                remedy: "An analysis compares: add the comparator.")
        }
        try require(comparator, "comparator")
        guard comparator != ids[0] else {
            throw Fault(
                ["comparator"], found: comparator, expected: "another strategy than the first",
                remedy: "Name the strategy to compare with.")
        }
        for (index, strategy) in strategies.enumerated() {
            if let dropOut = strategy.dropOut {
                try require(dropOut.others, "strategies", "\(index)", "dropOut", "others")
                guard dropOut.others != strategy.id else {
                    throw Fault(
                        ["strategies", "\(index)", "dropOut", "others"], found: dropOut.others,
                        expected: "another strategy", remedy: "Say what those get who are not treated.")
                }
            }
            for (place, cost) in strategy.costs.enumerated() {
                guard (cost.fromYear ?? 0) >= 0, (cost.untilYear ?? .infinity) > (cost.fromYear ?? 0) else {
                    throw Fault(
                        ["strategies", "\(index)", "costs", "\(place)", "untilYear"], found: "no span of years",
                        expected: "a year after `fromYear`", remedy: "Swap the years.")
                }
            }
        }
        for (index, solve) in (solve ?? []).enumerated() { try check(solve, "\(index)") }
        for (index, item) in published.enumerated() { try check(item, "published", "\(index)") }
        for (index, scenario) in (scenarios ?? []).enumerated() { try check(scenario, "\(index)") }
    }

    private func check(_ solve: Solve, _ index: String) throws(Fault) {
        guard inputs[solve.input]?.origin == .solved else {
            throw Fault(
                ["solve", index, "input"], found: "'\(solve.input)'", expected: "an input of `origin: solved`",
                remedy: "A number that is solved must say so where it stands.")
        }
        guard solve.between.count == 2, solve.between[0] < solve.between[1] else {
            throw Fault(
                ["solve", index, "between"], found: "\(solve.between)", expected: "two numbers, smaller first",
                remedy: "Write [smallest, largest].")
        }
        if let scenario = solve.scenario, !(scenarios ?? []).contains(where: { $0.id == scenario }) {
            throw Fault(
                ["solve", index, "scenario"], found: "'\(scenario)'", expected: "a scenario",
                remedy: "Known: \((scenarios ?? []).map(\.id).joined(separator: ", ")).")
        }
    }

    private func check(_ item: Published, _ path: String...) throws(Fault) {
        do throws(Fault) {
            try require(item.strategy, "strategy")
            if item.measure.isComparison {
                guard let against = item.against else {
                    throw Fault(
                        ["against"], found: "nothing", expected: "a strategy to compare with",
                        remedy: "\(item.measure.rawValue) compares two strategies.")
                }
                try require(against, "against")
            }
        } catch { throw Fault(path + error.path, found: error.found, expected: error.expected, remedy: error.remedy) }
    }

    private func check(_ scenario: Scenario, _ index: String) throws(Fault) {
        for (name, value) in scenario.changes.sorted(by: { $0.key < $1.key }) {
            guard let input = inputs[name] else {
                throw Fault(
                    ["scenarios", index, "changes", name], found: "'\(name)'", expected: "the name of an input",
                    remedy: "Known: \(inputs.keys.sorted().joined(separator: ", ")).")
            }
            guard input.bounds.contains(value) else {
                throw Fault(
                    ["scenarios", index, "changes", name], found: "\(value)",
                    expected: input.kind == .share
                        ? "a probability from 0 to 1" : "a value that a \(input.kind.rawValue) can have",
                    remedy: "Write 12 % as 0.12; mind the unit.")
            }
        }
        for (place, item) in (scenario.published ?? []).enumerated() {
            try check(item, "scenarios", index, "published", "\(place)")
        }
    }

    private func require(_ strategy: String, _ path: String...) throws(Fault) {
        guard strategies.contains(where: { $0.id == strategy }) else {
            throw Fault(
                path, found: "'\(strategy)'", expected: "a strategy",
                remedy: "Known: \(strategies.map(\.id).joined(separator: ", ")).")
        }
    }
}
