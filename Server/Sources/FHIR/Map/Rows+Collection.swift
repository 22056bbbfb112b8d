import Care

extension EventMap {
    /// Parts that manufacture and care have in common.
    static func focus(_ system: LocalSystem, _ name: String) -> Field { .at("focus", name, .logical(system)) }
    static func focusItem(_ system: LocalSystem, _ name: String) -> Field { .at("focus+", name, .logical(system)) }
    static func coi(_ concept: Concept, _ name: String) -> Field {
        .input(concept, name, .identifier(.chainOfIdentity))
    }
    static let cells: JSON = "cells"

    static let collection: [EventMap] = [
        EventMap(
            .labelUsed, "FACT-JACIE: each label is accounted for.",
            .task(
                .label,
                [
                    .identifier(.label, "serial"), .at("businessStatus", "fate", .coded(.labelFate)),
                    coi(.chainOfIdentity, "chainOfIdentity"), .input(.item, "item", .identifier(.itemIdentifier)),
                ])),
        EventMap(
            .collectionStarted, "What was scanned goes into extensions: a Procedure has no place for it.",
            Template(
                "Procedure", code: .leukapheresis, status: "in-progress",
                [
                    .identifier(.donation, "donation"), .ext("band", "band", .identifier(.chainOfIdentity)),
                    .ext("label", "label", .identifier(.chainOfIdentity)),
                    .ext("identifiers-asked", "identifiersAsked", .integer),
                    .at("performer*.actor.display", "checkedBy", .text),
                ])),
        EventMap(
            .bagSealed, "The volume is an extension: BiologicallyDerivedProduct.quantity of R4 is a whole number.",
            Template(
                "BiologicallyDerivedProduct", fixed: ["productCategory": cells], status: "available",
                [
                    .identifier(.bag, "bag"), .identifier(.donation, "donation"),
                    .identifier(.chainOfIdentity, "chainOfIdentity"), .ext("volume", "volume", .quantity("mL")),
                ], time: "collection.collectedDateTime")),
        EventMap(
            .leukapheresisCompleted, "",
            Template(
                "Procedure", code: .leukapheresis, status: "completed",
                [.ext("collection-number", "collection", .positiveInt)]),
            Template(
                "Specimen", part: "specimen", fixed: ["type": Concept.leukapheresis.codeable], status: "available", []),
            .observation(
                .collectionYield, part: "yield", category: "procedure",
                [
                    .component(.cd3Before, "cd3Before", .quantity("10*9/L")),
                    .component(.volumeProcessed, "volumeProcessed", .quantity("L")),
                    .component(.cd3Collected, "cd3Collected", .quantity("10*9")),
                ],
                links: [
                    .init(element: "partOf+", parts: [nil]), .init(element: "specimen", parts: ["specimen"]),
                ])),
        EventMap(
            .collectionCounted, "",
            .observation(
                .collectionCount, category: "laboratory",
                [
                    .at("specimen", "donation", .logical(.donation)), .component(.volume, "volume", .quantity("mL")),
                    .component(.nucleatedCells, "nucleatedCells", .quantity("10*9")),
                    .component(.cd3, "cd3", .quantity("10*9")), .component(.viability, "viability", .quantity("1")),
                    .component(.expectedCD3, "expectedCD3", .quantity("10*9")),
                ])),
        EventMap(
            .materialFrozen,
            "Procedure.usedReference of R4 excludes BiologicallyDerivedProduct: bags are an extension.",
            Template(
                "Procedure", code: .cryopreservation, status: "completed",
                [.exts("item", "bags", .identifier(.bag)), .at("outcome", "curveInRange", .coded(.curve))])),
    ]
}
