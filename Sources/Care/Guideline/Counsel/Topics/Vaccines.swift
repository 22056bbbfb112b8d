/// Vaccination after the infusion.
extension CounselRow {
    static let vaccines: [CounselRow] = [
        CounselRow(
            .inactivatedVaccines, .ash, .give, .plan, "influenza every year; the COVID-19 series again",
            when: .atLeast(.day, 90, "from 3 months"),
            changes: [
                "family and carers too (from memory)", "less answer while B cells are absent or on immunoglobulin",
            ],
            source: .ash),
        CounselRow(
            .inactivatedVaccines, .ash, .avoid, .plan, "not before 3 months", when: .days(0, until: 90), source: .ash),
        CounselRow(
            .revaccination, .ash, .give, .plan,
            "other inactivated vaccines (pneumococcus, Haemophilus, "
                + "diphtheria-tetanus-pertussis, hepatitis B, zoster recombinant)",
            when: .atLeast(.day, 180, "from 6 months"), changes: ["titres before and after (from memory)"],
            source: .ashTable),
        CounselRow(
            .liveVaccines, .ash, .consider, .plan,
            "allowed from a year on only with CD4 >200/µL, B cells back, no immunoglobulin and no immunosuppression "
                + "(conditions from memory)",
            when: .all([
                .atLeast(.day, 365, "a year"), .above(.cd4, 200, "CD4 above 200/µL"),
                .unless(.recorded(.below(.daysSinceImmunoglobulin, 90, "on immunoglobulin (time assumed)"))),
                .not(.holds(.onCorticosteroid)),
            ]), source: .ashTable),
        CounselRow(
            .liveVaccines, .ash, .avoid, .plan, "no live vaccine",
            when: .all([
                .isInfused,
                .unless(
                    .all([
                        .atLeast(.day, 365, "a year"), .above(.cd4, 200, "CD4 above 200/µL"),
                        .not(.holds(.onCorticosteroid)),
                    ])),
            ]), changes: ["a year after infusion, with CD4 >200/µL and B cells back"], source: .ashTable),
    ]
}
