/// A forest plot drawn with boxes of the page itself: it needs no program, prints in grey, and reads on a phone.
///
/// Simulated: a filled disc on a thick bar. Published: a hollow diamond on a thin line. What is outside is marked by a
/// word, never by colour alone.
struct ForestPlot {
    let rows: [ForestRow]
    let axis: ForestAxis
    let caption: String

    var html: String {
        guard !rows.isEmpty else { return "" }
        return """
            <div class="forest" role="group" aria-label="\(Escape.html(caption))">
            <p class="note">\(Escape.html(caption))</p>
            \(rows.map { $0.html(on: axis) }.joined(separator: "\n"))
            <div class="row axis" aria-hidden="true"><span></span><span class="plot">\(ticks(labelled: true))</span><span></span></div>
            </div>
            """
    }

    private func ticks(labelled: Bool) -> String { Self.ticks(axis, labelled: labelled) }

    static func ticks(_ axis: ForestAxis, labelled: Bool) -> String {
        axis.ticks.map { tick in
            let place = axis.place(tick.value)
            return labelled
                ? "<b style=\"left:\(place)%\">\(tick.label)</b>" : "<u style=\"left:\(place)%\"></u>"
        }.joined()
    }
}

/// One line of a forest plot: two estimates on the axis, and their numbers.
struct ForestRow {
    let label: String
    /// What else stands under the label.
    let detail: String
    /// In the axis' measure.
    let simulated: ValidationFigures.Estimate
    /// In the axis' measure.
    let published: ValidationFigures.Estimate
    let simulatedText: String
    let publishedText: String
    let isInside: Bool

    func html(on axis: ForestAxis) -> String {
        let verdict = isInside ? "inside" : "outside"
        return """
            <div class="row \(verdict)"><span class="label">\(Escape.html(label))<small>\(Escape.html(detail))</small></span>\
            <span class="plot" aria-hidden="true">\(ForestPlot.ticks(axis, labelled: false))\
            \(mark(published, "published", axis))\(mark(simulated, "simulated", axis))</span>\
            <span class="numbers"><span><i class="disc"></i>\(Escape.html(simulatedText))</span>\
            <span><i class="diamond"></i>\(Escape.html(publishedText))</span>\
            <em>\(verdict)</em></span></div>
            """
    }

    private func mark(_ estimate: ValidationFigures.Estimate, _ kind: String, _ axis: ForestAxis) -> String {
        guard let value = estimate.value, value.isFinite else { return "" }
        var text = ""
        if let low = estimate.low, let high = estimate.high, low.isFinite, high.isFinite {
            let (from, to) = (axis.place(low), axis.place(high))
            let width = ((to - from) * 10).rounded() / 10
            text += "<s class=\"\(kind)\" style=\"left:\(from)%;width:\(width)%\"></s>"
        }
        let beyond = axis.isBeyond(value) ? " beyond" : ""
        return text + "<i class=\"\(kind)\(beyond)\" style=\"left:\(axis.place(value))%\"></i>"
    }
}
