/// Prevention and treatment of seizures, and raised pressure.
extension CounselRow {
    static let levetiracetam = Dosing.fixed(
        .init(
            drug: "levetiracetam", known: .levetiracetam, route: .oralOrIntravenous, every: 12,
            course: "to day 30, or a week after ICANS (end from memory)",
            renal: (50, "lower dose (label of levetiracetam, from memory)"), child: (10, 500)), 750)

    static let seizures: [CounselRow] = [
        CounselRow(
            .seizureProphylaxis, .cartox, .give, .today, "levetiracetam while EEG shows no seizure",
            when: .icansAtLeast(1), dosing: levetiracetam, source: .cartox),
        CounselRow(
            .seizureProphylaxis, .asco2021, .consider, .today, "prophylaxis for patients at higher risk of seizure",
            when: .all([.isInfused, .any([.icansAtLeast(1), .all([.days(0, until: 30), .holds(.seizureRisk)])])]),
            dosing: levetiracetam, changes: ["if the level or the kidneys change: dose by clearance"], source: .asco),
        CounselRow(
            .seizureProphylaxis, .asco2021, .consider, .today,
            "prophylaxis for products known to be associated with ICANS",
            when: .all([
                .days(0, until: 30),
                .product([LabelledProduct.axiCel, LabelledProduct.brexuCel]),
            ]), dosing: levetiracetam, source: .asco),
        CounselRow(
            .seizureTreatment, .cartox, .give, .now,
            "airway, breathing, circulation, glucose; lorazepam, again every 5 min to 2 mg; levetiracetam 500 mg IV "
                + "bolus, then maintenance",
            when: .all([.icansAtLeast(1), .holds(.seizure)]),
            dosing: .fixed(
                .init(drug: "lorazepam", route: .intravenous, course: "again every 5 min as needed, 2 mg in all"), 0.5),
            changes: ["if it lasts more than 5 min or comes again without recovery: status epilepticus"],
            source: .cartox),
        CounselRow(
            .statusEpilepticus, .cartox, .give, .now,
            "intensive care; phenobarbital load if seizures persist after lorazepam and levetiracetam; continuous EEG",
            when: .holds(.prolongedSeizure),
            dosing: .fixed(
                .init(
                    drug: "phenobarbital", route: .intravenous,
                    course: "load; then 30 mg every 12 h, levetiracetam 1000 mg every 12 h, lorazepam 0.5 mg every 8 h "
                        + "for 3 doses"), 60),
            alternatives: [
                "lorazepam 0.1 mg/kg, at most 4 mg a dose, and levetiracetam 60 mg/kg, at most 4500 mg, as in status "
                    + "epilepticus of other causes (from memory)"
            ],
            changes: ["doses of the table are low beside those of general neurology: ask neurology at once"],
            source: .cartox),
        CounselRow(
            .raisedPressure, .ebmtEha2022, .give, .now,
            "raise the head to 30 degrees, hyperventilate, hyperosmolar therapy (mannitol or hypertonic saline), "
                + "neurosurgery; high-dose methylprednisolone",
            when: .holds(.diffuseOedema),
            changes: ["no lumbar puncture while pressure is raised without imaging and an expert"], source: .ebmtReview),
        CounselRow(
            .raisedPressure, .asco2021, .give, .now,
            "high-dose corticosteroid, head raised, hyperosmolar therapy, neurosurgery as needed",
            when: .holds(.diffuseOedema), source: .ascoMemory),
        CounselRow(
            .raisedPressure, .practice, .give, .hours,
            "repeat imaging; neurology and intensive care watch the pressure",
            when: .all([.holds(.cerebralOedema), .not(.holds(.diffuseOedema))]),
            changes: ["if it becomes diffuse, or the pupils or consciousness change: treat raised pressure now"],
            source: .practice),
    ]
}
