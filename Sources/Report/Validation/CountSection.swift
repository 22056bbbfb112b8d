/// How many endpoints agree: by role, then study by study.
struct CountSection {
    let figures: ValidationFigures

    var html: String {
        let calibration = figures.studies.filter(\.isCalibration)
        let validation = figures.studies.filter { !$0.isCalibration }
        let rows =
            [
                row("All calibration studies", calibration), row("All validation studies", validation),
            ]
            + (calibration + validation).map {
                row("\($0.id) (\($0.isCalibration ? "calibration" : "validation"))", [$0])
            }
        return """
            <section id="counts">
            <h2>How many agree</h2>
            <p class="takeaway">An endpoint agrees when the simulated value lies within the published 95 % interval. The \
            interval is the publication's own where it gives one. Else it follows from n: Wilson's for shares; for medians a \
            log-normal spread between patients, published or (marked †) assumed. Small studies have wide intervals, so \
            that agreement with them says less.</p>
            <div class="wide"><table class="counts">
            <thead><tr><th scope="col">Studies</th><th scope="col">Endpoints</th><th scope="col">Inside</th>\
            <th scope="col">Share</th></tr></thead>
            <tbody>\(rows.joined(separator: "\n"))</tbody>
            </table></div>
            \(cautions)
            </section>
            """
    }

    private func row(_ name: String, _ studies: [ValidationFigures.Study]) -> String {
        let compared = studies.reduce(0) { $0 + $1.rows.count }
        let inside = studies.reduce(0) { $0 + $1.inside }
        let share = compared > 0 ? Words.percent(Double(inside) / Double(compared)) : "–"
        return "<tr><td>\(Escape.html(name))</td><td class=\"n\">\(compared)</td><td class=\"n\">\(inside)</td>"
            + "<td class=\"n\">\(share)</td></tr>"
    }

    private var cautions: String {
        let rows = figures.studies.flatMap(\.rows)
        let unverified = rows.filter { $0.verification == "unverified" }.count
        let scales = rows.filter(\.scaleDiffers).count
        let failures = figures.studies.reduce(0) { $0 + $1.failures }
        var items = [
            "\(Words.count(unverified, "published figure")) of \(rows.count) not yet checked against a source (marked *).",
            "\(Words.count(scales, "endpoint")) graded by another scale than the simulation, which grades by ASTCT, and "
                + "by the Penn scale where the name says so (marked ‡): not strictly comparable, and counted all the same.",
        ]
        if failures > 0 {
            items.append("\(Words.count(failures, "virtual patient")) left out because the integration failed.")
        }
        return "<ul class=\"note\">" + items.map { "<li>\(Escape.html($0))</li>" }.joined() + "</ul>"
    }
}
