/// What a partial remission asks for, and what progression is.
extension CLLJudgement {
    /// A tumour parameter: now, before, at its best, and whether it was abnormal before.
    private var tumour: [(name: String, now: Double?, before: Double?, best: Double?, wasAbnormal: Bool)] {
        [
            (
                "nodes", now.nodes.possible, baseline.nodes.possible, nadir.nodes.possible,
                (baseline.largestNode.possible ?? 0) >= CLLFindings.enlargedNode
            ),
            ("spleen", now.spleenExcess, baseline.spleenExcess, nadir.spleenExcess, (baseline.spleenExcess ?? 0) > 0),
            (
                "liver", now.liver.possible, baseline.liver.possible, nadir.liver.possible,
                (baseline.liver.possible ?? 0) > 0
            ),
            (
                "lymphocytes", now.lymphocytes.possible, baseline.lymphocytes.possible, nadir.lymphocytes.possible,
                (baseline.lymphocytes.possible ?? 0) >= CLLFindings.lymphocytosis
            ),
        ]
    }

    /// Two of the tumour parameters that were abnormal are down by half (or the only one that was), and one of the counts
    /// is normal or up by half. Where none was abnormal the marrow must have improved (our reading). A tumour that is gone
    /// needs no fall, and counts that are low by its treatment no rise.
    func judgeFall(_ ceilings: inout ResponseCeilings<CLLResponse>) {
        let abnormal = tumour.filter(\.wasAbnormal)
        let fallen = abnormal.filter { parameter in
            guard let now = parameter.now, let before = parameter.before else { return false }
            return now <= 0.5 * before
        }
        let needed = min(2, abnormal.count)
        if isGone {
            ceilings.found("all tumour parameters", "normal", allows: .complete)
        } else if abnormal.isEmpty {
            let hasImproved = baseline.marrow == .involved && (now.marrow == .clear || now.marrow == .nodules)
            ceilings.found(
                "marrow, where nothing else was abnormal",
                hasImproved ? "cleared of CLL cells" : "not known to be cleared of CLL cells",
                allows: hasImproved ? .complete : .stable)
        } else {
            ceilings.found(
                "\(fallen.count) of \(abnormal.count) tumour parameters (\(fallen.map(\.name).joined(separator: ", ")))",
                "\(fallen.count >= needed ? "" : "less than ")\(needed) down by half",
                allows: fallen.count >= needed ? .complete : .stable)
        }
        if isGone, self.now.cytopeniaOfDisease == false { return }
        let recovered = counts.filter { count in
            guard let now = count.now else { return false }
            return now >= count.normal || count.before.map { now >= 1.5 * $0 } ?? false
        }
        let isEnough = !recovered.isEmpty && self.now.supported != true
        ceilings.found(
            "\(recovered.count) of 3 counts", isEnough ? "one normal, or up by half" : "none by itself",
            allows: isEnough ? .complete : .stable)
    }

    /// Whether nodes, spleen, liver, lymphocytes and symptoms are normal, and no CLL cells are left in the marrow.
    private var isGone: Bool {
        guard let node = now.largestNode.possible, let spleen = now.spleen.possible, let liver = now.liver.possible,
            let lymphocytes = now.lymphocytes.possible, now.symptoms == false,
            now.marrow == .clear || now.marrow == .nodules
        else { return false }
        return node < CLLFindings.enlargedNode && spleen < CLLFindings.enlargedSpleen && liver == 0
            && lymphocytes < CLLFindings.lymphocytosis
    }

    func judgeProgression(_ ceilings: inout ResponseCeilings<CLLResponse>) {
        func progressed(_ finding: String, _ rule: String) {
            ceilings.found(finding, rule, allows: .progressive)
        }
        for parameter in tumour {
            guard let value = parameter.now else { continue }
            if parameter.name == "lymphocytes" {
                if let before = parameter.before, value >= 1.5 * before, value >= 5 {
                    progressed("lymphocytes \(value.short), \(before.short) at baseline", "up by half, 5 or more")
                }
            } else if let best = parameter.best, value > 0, value >= 1.5 * best, isEnlarged(parameter.name) {
                progressed("\(parameter.name) \(value.short), \(best.short) at the best", "up by half, or new")
            }
        }
        switch now.newLesions {
        case true?: progressed("new lesions", "a node of 1.5 cm or more, or another")
        case false?: ceilings.found("new lesions", "none", allows: .complete)
        case nil: ceilings.lacks("new lesions", allows: .notEvaluable)
        }
        judgeFallenCounts(&ceilings)
        if let value = now.marrowCells.possible, let best = nadir.marrowCells.possible, value > 0, value >= 1.5 * best {
            progressed("CLL cells \(value.short) % of the marrow, \(best.short) % at the best", "up by half")
        }
        switch now.richter {
        case true?: progressed("Richter transformation", "proven")
        case false?: ceilings.found("Richter transformation", "none", allows: .complete)
        case nil: ceilings.lacks("Richter transformation (looked for on suspicion)", allows: .complete)
        }
    }

    /// A node below 1.5 cm, or a spleen less than 2 cm longer, is no progression by its size (the 2 cm assumed, as in Lugano).
    private func isEnlarged(_ name: String) -> Bool {
        switch name {
        case "nodes": (now.largestNode.possible ?? 0) >= CLLFindings.enlargedNode
        case "spleen": (now.spleen.possible ?? 0) - (nadir.spleen.possible ?? 0) >= 2
        default: true
        }
    }

    /// Platelets down by half, or haemoglobin by 2 g/dL, of the disease; where the cause is unknown so is progression.
    private func judgeFallenCounts(_ ceilings: inout ResponseCeilings<CLLResponse>) {
        var fallen: [(String, String)] = []
        if let value = now.platelets.possible, let before = baseline.platelets.possible, value <= 0.5 * before {
            fallen.append(("platelets \(value.short), \(before.short) at baseline", "down by half"))
        }
        if let value = now.haemoglobin.possible, let before = baseline.haemoglobin.possible, before - value >= 2 {
            fallen.append(("haemoglobin \(value.short), \(before.short) at baseline", "down by 2 g/dL"))
        }
        guard !fallen.isEmpty else { return }
        switch now.cytopeniaOfDisease {
        case true?:
            for (finding, rule) in fallen { ceilings.found(finding, "\(rule) by the disease", allows: .progressive) }
        case false?: break
        case nil: ceilings.lacks("cause of the fall of platelets or haemoglobin", allows: .notEvaluable)
        }
    }
}
