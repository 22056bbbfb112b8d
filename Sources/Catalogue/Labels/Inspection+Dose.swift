import Care

extension Inspection {
    /// A dose: bands over all weights, components, bags and days that agree with one another.
    mutating func check(_ dose: Label.Dose, _ path: FieldPath) {
        requireSource(dose, path)
        require(!dose.bands.isEmpty, path + "bands", "one band at least", "Write the dose.")
        var from = 0.0
        for (index, band) in dose.bands.enumerated() {
            let place = path + "bands" + index
            check(band, place)
            require(
                (band.above ?? 0) == from, place + "above", "\(from) kg, where the band before ends",
                "Bands cover every weight once, lightest first.")
            let isLast = index == dose.bands.count - 1
            require(
                (band.upTo == nil) == isLast, place + "upTo",
                isLast ? "no end: the last band is for all heavier" : "an end in kg",
                isLast ? "Remove `upTo`." : "Write the heaviest weight of the band.")
            require((band.upTo ?? .infinity) > from, place + "upTo", "more than \(from) kg", "Correct the weight.")
            from = band.upTo ?? from
        }
        checkParts(dose, path)
        if let split = dose.split { check(split, of: dose, path + "split") }
    }

    private mutating func check(_ band: Label.Dose.Band, _ path: FieldPath) {
        require(
            (band.perKilogram == nil) != (band.flat == nil), path, "either `perKilogram` or `flat`",
            found: band.flat == nil ? "neither" : "both", "Keep one of them.")
        require((band.cap ?? 1) > 0, path + "cap", "more than 0", "Write the largest dose in 10*6 cells.")
        for (name, cells) in [("perKilogram", band.perKilogram), ("flat", band.flat)] {
            guard let cells else { continue }
            // 10*6 cells: a flat dose of 200 000 000 is written 200, and 2 a kilogram.
            let largest = name == "flat" ? 5_000.0 : 100.0
            require(
                cells.maximum > 0 && cells.maximum <= largest, path + name + "maximum", "0 to \(largest)×10⁶ cells",
                "Write millions of cells (10*6).")
            require(
                (cells.minimum ?? 0) >= 0 && (cells.minimum ?? 0) <= cells.maximum, path + name + "minimum",
                "0 to `maximum`", "Swap the two.")
            if let target = cells.target {
                require(
                    target >= (cells.minimum ?? 0) && target > 0 && target <= cells.maximum, path + name + "target",
                    "between `minimum` and `maximum`", "Correct the target.")
            }
        }
    }

    private mutating func checkParts(_ dose: Label.Dose, _ path: FieldPath) {
        if let components = dose.components {
            for (index, component) in components.enumerated() {
                requireText(component.name, path + "components" + index + "name")
                require(
                    !components[..<index].contains { $0.name == component.name }, path + "components" + index + "name",
                    "each component once", "Give it another name.")
            }
            let shares = components.compactMap(\.share)
            require(
                shares.isEmpty || (shares.count == components.count && abs(shares.reduce(0, +) - 1) < 1e-9),
                path + "components", "shares that add up to 1", found: "\(shares)", "Write all shares, or none.")
            require(
                components.count > 1, path + "components", "two components or more", "Leave it out for one product.")
        }
        for (index, bag) in (dose.bags ?? []).enumerated() {
            require(bag.cells > 0, path + "bags" + index + "cells", "more than 0", "Write 10*6 cells.")
        }
    }

    private mutating func check(_ split: Label.Dose.Split, of dose: Label.Dose, _ path: FieldPath) {
        let daysFit =
            (2...365).contains(split.secondDay) && (0...30).contains(split.toleranceDays)
            && split.secondDay - split.toleranceDays > 1
        require(
            daysFit, path + "secondDay", "a day from 2 to 365, still after day 1 with the tolerance",
            "The first infusion is on day 1; write `toleranceDays` of 0 or more.")
        require(
            split.marrowWithinDays > 0, path + "marrowWithinDays", "1 or more", "Write days before lymphodepletion.")
        require(
            (split.postpone?.latestDay ?? .max) >= split.secondDay, path + "postpone" + "latestDay",
            "\(split.secondDay) or later", "Write the latest day of the second infusion.")
        require(!split.rules.isEmpty, path + "rules", "one rule at least", "Write how the dose is divided.")
        var from = 0.0
        for (index, rule) in split.rules.enumerated() {
            let place = path + "rules" + index
            let isLast = index == split.rules.count - 1
            require(
                (rule.blastsAbove ?? 0) == from && (index == 0) == (rule.blastsAbove == nil), place + "blastsAbove",
                index == 0 ? "no lower end in the first rule" : "\(from) %, where the rule before ends",
                "Rules cover 0 to 100 % once, fewest blasts first.")
            require(
                (rule.blastsUpTo == nil) == isLast, place + "blastsUpTo",
                isLast ? "no end in the last rule" : "an end in %",
                isLast ? "Remove `blastsUpTo`." : "Write the largest share of blasts.")
            from = rule.blastsUpTo ?? from
            let known = (dose.bags ?? []).map(\.cells)
            for (name, bags) in [("first", rule.first), ("second", rule.second)] {
                require(
                    !bags.isEmpty && bags.allSatisfy(known.contains), place + name, "bags of \(known)",
                    found: "\(bags)",
                    "Name each bag by its cells, 10*6, as in `bags`.")
            }
            if let flat = dose.bands.first?.flat {
                let total = rule.totals.both
                require(
                    total >= (flat.minimum ?? flat.target ?? 0) && total <= flat.maximum, place,
                    "bags that add up to the dose",
                    found: "\(total)×10⁶ cells", "Correct the bags or the dose.")
            }
        }
    }
}
