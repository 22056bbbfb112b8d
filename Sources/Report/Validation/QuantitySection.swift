/// The table of quantities.
struct QuantitySection {
    let quantities: [ValidationFigures.Quantity]

    var html: String {
        let asked = quantities.filter { !$0.isArithmetic }
        return """
            <section id="quantities">
            <h2>Quantities</h2>
            <p class="takeaway">\(Escape.html(summary(asked)))</p>
            <p class="note">Rules: shares agree when the 95 % intervals overlap, medians within a quarter (checks of equations \
            within a twentieth), hazard and odds ratios within the source's interval; ranges and directions as stated. \
            F: parameters were fitted to it, or to something like it. A: arithmetic on published inputs, not counted. \
            *: not yet checked against a source.</p>
            <div class="wide stack"><table class="quantities">
            <thead><tr>\(Self.head.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
            <tbody>\(quantities.map(row).joined(separator: "\n"))</tbody>
            </table></div>
            </section>
            """
    }

    private static let head = ["No.", "Quantity", "Simulated (95 %)", "Target", "Holds", "", "Source"]

    private func summary(_ asked: [ValidationFigures.Quantity]) -> String {
        func count(_ part: [ValidationFigures.Quantity]) -> String {
            "\(part.filter { $0.holds == true }.count) of \(part.count)"
        }
        let absent = asked.filter { $0.holds == nil }.count
        return "\(count(asked)) hold: \(count(asked.filter(\.isFitted))) of what parameters were fitted to, "
            + "\(count(asked.filter { !$0.isFitted })) of the rest. "
            + "\(absent) could not be simulated and \(absent == 1 ? "counts" : "count") as not holding."
    }

    private func row(_ quantity: ValidationFigures.Quantity) -> String {
        let unit = quantity.isShare ? "1" : quantity.unit
        let verdict = quantity.holds.map { $0 ? "yes" : "<strong>no</strong>" } ?? "not simulated"
        let source = [quantity.source, quantity.note].compactMap { $0 }.joined(separator: "; ")
        var marks: [String] = []
        if quantity.isFitted { marks.append("F") }
        if quantity.isArithmetic { marks.append("A") }
        if quantity.verification == "unverified" { marks.append("*") }
        let simulated =
            quantity.reason.map(Escape.html) ?? Escape.html(text(quantity.simulated, unit, quantity.isShare))
        let cells = [
            "\(quantity.number)", Escape.html(quantity.what), simulated, Escape.html(target(quantity, unit)), verdict,
            marks.joined(separator: " "), Escape.html(source),
        ]
        return StackedRow.html(Self.head, cells)
    }

    private func text(_ estimate: ValidationFigures.Estimate, _ unit: String, _ isShare: Bool) -> String {
        // What a rounding error leaves is nothing.
        let estimate =
            estimate.value.map { $0.magnitude < 1e-6 } ?? false ? .init(value: 0, low: nil, high: nil) : estimate
        if unit == "1", !isShare {
            guard let low = estimate.low, let high = estimate.high else { return Words.number(estimate.value) }
            return "\(Words.number(estimate.value)) (\(Words.number(low)) to \(Words.number(high)))"
        }
        return Words.estimate(estimate.value, estimate.low, estimate.high, unit)
    }

    private func target(_ quantity: ValidationFigures.Quantity, _ unit: String) -> String {
        let target = quantity.target
        func one(_ value: Double?) -> String {
            unit == "1" && !quantity.isShare ? Words.number(value) : Words.value(value, unit)
        }
        switch (target.low, target.high) {
        case (let low?, nil): return quantity.rule == "higher" ? "more than \(one(low))" : "\(one(low)) or more"
        case (nil, let high?): return quantity.rule == "lower" ? "less than \(one(high))" : "\(one(high)) or less"
        case (let low?, let high?) where target.value == nil: return "\(Words.number(low)) to \(one(high))"
        default: return text(target, unit, quantity.isShare)
        }
    }
}
