import Care

extension Inspection {
    /// Wash-outs, collection, premedication.
    mutating func checkPreparation(_ version: Label.Version, _ path: FieldPath) {
        for (index, washout) in (version.washouts ?? []).enumerated() {
            let place = path + "washouts" + index
            requireSource(washout, place)
            require((0...1000).contains(washout.days), place + "days", "0 to 1000 days", "Write days.")
        }
        if let collection = version.collection {
            let place = path + "collection"
            requireSource(collection, place)
            let counts = [
                ("minimumCD3", collection.minimumCD3), ("minimumNucleated", collection.minimumNucleated),
                ("minimumLymphocytes", collection.minimumLymphocytes),
            ]
            for (name, count) in counts {
                require((0...100).contains(count ?? 0), place + name, "0 to 100", "Write 10*9 cells (10*9/L in blood).")
            }
            let shares = [
                ("minimumCD3Share", collection.minimumCD3Share), ("minimumViability", collection.minimumViability),
            ]
            for (name, share) in shares {
                require((0...1).contains(share ?? 0), place + name, "a share from 0 to 1", "80 % is 0.8.")
            }
            for (name, time) in [("expiryHours", collection.expiryHours), ("expiryMonths", collection.expiryMonths)] {
                require((time ?? 1) > 0, place + name, "more than 0", "Write the length of time.")
            }
        }
        for (index, drug) in (version.premedication ?? []).enumerated() {
            let place = path + "premedication" + index
            requireSource(drug, place)
            requireText(drug.drug, place + "drug")
            require(
                (drug.amount == nil) == (drug.unit == nil), place + "unit", "a unit with the amount, and none without",
                "Write both or none.")
            for (name, pair) in [("amount", drug.amount), ("minutesBefore", drug.minutesBefore)] {
                require(
                    pair.map { $0.count == 2 && $0[0] <= $0[1] && $0[0] >= 0 } ?? true, place + name,
                    "two numbers, smallest first", "Write [30, 60]; the same twice if there is one.")
            }
        }
    }

    /// Thaw, infusion, tocilizumab, transport and release.
    mutating func checkHandling(_ version: Label.Version, _ path: FieldPath) {
        if let thaw = version.thaw {
            requireSource(thaw, path + "thaw")
            require((1...1440).contains(thaw.minutes), path + "thaw" + "minutes", "1 to 1440 minutes", "Write minutes.")
        }
        if let infusion = version.infusion {
            requireSource(infusion, path + "infusion")
            require(
                (infusion.longestMinutes ?? 1) > 0, path + "infusion" + "longestMinutes", "more than 0",
                "Write minutes.")
        }
        if let tocilizumab = version.tocilizumab {
            requireSource(tocilizumab, path + "tocilizumab")
            require(
                (0...10).contains(tocilizumab.doses), path + "tocilizumab" + "doses", "0 to 10",
                "Count doses a patient.")
            require(
                (tocilizumab.anotherWithinHours ?? 1) > 0, path + "tocilizumab" + "anotherWithinHours", "more than 0",
                "Write hours.")
        }
        if let transport = version.transport {
            requireSource(transport, path + "transport")
            require(transport.unit == "Cel", path + "transport" + "unit", "Cel", "Write degrees Celsius.")
            require(
                (-273...0).contains(transport.atMost), path + "transport" + "atMost", "-273 to 0",
                "Write °C, with the minus.")
        }
        let release = version.release ?? []
        for (index, test) in release.enumerated() {
            check(test, path + "release" + index)
            require(
                !release[..<index].contains { $0.test == test.test && $0.denominator == test.denominator },
                path + "release" + index + "test", "each test once", "Keep one of them.")
        }
    }

    private mutating func check(_ test: Label.ReleaseTest, _ path: FieldPath) {
        requireSource(test, path)
        guard test.test.isNumber else {
            require(
                test.result != nil && test.atLeast == nil && test.atMost == nil && test.unit == nil, path,
                "`result` and no limits", found: "limits, or no result",
                "Write `result: negative` or `result: conforms`.")
            return
        }
        requireLimits(atLeast: test.atLeast, atMost: test.atMost, path)
        require(test.result == nil, path + "result", "no result beside limits", "Remove it.")
        require(test.inclusive != nil, path + "inclusive", "true or false", "Say whether the limit itself is admitted.")
        require(
            (test.denominator != nil) == (test.test == .vectorCopyNumber), path + "denominator",
            test.test == .vectorCopyNumber ? "cell or transducedCell" : "no denominator",
            "Copies per cell and per transduced cell are different limits.")
        let units: Set<String>? =
            switch test.test {
            case .viability, .cd3, .carPositive, .residualTumour: ["1"]
            case .vectorCopyNumber: ["{copies}/{cell}"]
            case .dose: ["10*6", "10*6/kg"]
            case .endotoxin: ["[EU]/kg/h", "[EU]/mL"]
            default: nil
            }
        if let units { require(test.unit ?? "", isOneOf: units, path + "unit", "the unit of this test") }
        requireText(test.unit ?? "", path + "unit")
        if test.unit == "1" {
            for (name, limit) in [("atLeast", test.atLeast), ("atMost", test.atMost)] {
                require((0...1).contains(limit ?? 0), path + name, "a share from 0 to 1", "70 % is 0.7.")
            }
        }
    }

    /// Watch, proximity, driving, boxed warnings, certification, follow-up, aftercare.
    mutating func checkAftercare(_ version: Label.Version, _ path: FieldPath) {
        let weeks = 0.0...104.0
        if let monitoring = version.monitoring {
            requireSource(monitoring, path + "monitoring")
            require(weeks.contains(monitoring.weeks), path + "monitoring" + "weeks", "0 to 104 weeks", "Write weeks.")
            require(
                monitoring.dailyDays >= 0 && Double(monitoring.dailyDays) <= monitoring.weeks * 7,
                path + "monitoring" + "dailyDays", "no more days than the \(monitoring.weeks) weeks have", "Write days."
            )
        }
        if let proximity = version.proximity {
            requireSource(proximity, path + "proximity")
            require(weeks.contains(proximity.weeks), path + "proximity" + "weeks", "0 to 104 weeks", "Write weeks.")
            require((proximity.hours ?? 1) > 0, path + "proximity" + "hours", "more than 0", "Write hours of travel.")
        }
        if let driving = version.driving {
            requireSource(driving, path + "driving")
            require(weeks.contains(driving.weeks), path + "driving" + "weeks", "0 to 104 weeks", "Write weeks.")
        }
        for (index, warning) in (version.boxedWarnings ?? []).enumerated() {
            requireSource(warning, path + "boxedWarnings" + index)
            requireText(warning.text, path + "boxedWarnings" + index + "text")
        }
        if let certification = version.certification {
            requireSource(certification, path + "certification")
            requireText(certification.text, path + "certification" + "text")
        }
        if let followUp = version.followUp {
            requireSource(followUp, path + "followUp")
            require((0...100).contains(followUp.years), path + "followUp" + "years", "0 to 100 years", "Write years.")
        }
        for (index, rule) in (version.aftercare ?? []).enumerated() {
            requireSource(rule, path + "aftercare" + index)
            requireText(rule.text, path + "aftercare" + index + "text")
            require(
                (0...104).contains(rule.weeksBefore ?? 0), path + "aftercare" + index + "weeksBefore", "0 to 104 weeks",
                "Write weeks.")
        }
    }
}
