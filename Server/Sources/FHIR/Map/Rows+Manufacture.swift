import Care

extension EventMap {
    static let manufacture: [EventMap] = [
        EventMap(
            .materialAccepted, "",
            .task(
                .materialAcceptance, status: { $0["accepted"] == true ? "accepted" : "on-hold" },
                [
                    .at("businessStatus", "accepted", .coded(.acceptance)), focus(.batch, "batch"),
                    .input(.donation, "donation", .identifier(.donation)), coi(.chainOfIdentity, "chainOfIdentity"),
                    coi(.batchChainOfIdentity, "batchChainOfIdentity"), .at("statusReason.text", "detail", .text),
                ])),
        EventMap(
            .lineCleared, "",
            .task(
                .lineClearance,
                [
                    focus(.batch, "batch"), .at("location", "workstation", .name),
                    coi(.chainOfIdentity, "chainOfIdentity"),
                ])),
        EventMap(
            .lotUsed, "",
            Template(
                "Procedure", code: .lotUse, status: "completed", [.at("partOf+", "batch", .logical(.batch))],
                links: [.init(element: "usedReference+", parts: ["lot"])]),
            Template(
                "Substance", part: "lot", status: "active",
                [
                    .at("code", "kind", .coded(.lotKind)), .at("instance+.identifier", "lot", .identifier(.lot)),
                    .at("instance+.expiry", "expiresAt", .dateTime), .ext("released", "released", .boolean),
                    .ext("for-product", "product", .text),
                ])),
        EventMap(
            .batchStarted, "",
            Template(
                "Procedure", code: .manufacture, status: "in-progress",
                [.identifier(.batch, "batch"), .ext("attempt", "attempt", .positiveInt)]),
            .observation(
                .cd3Input, part: "input", category: "procedure", [.value("cd3Input", .quantity("10*9"))],
                links: [.init(element: "partOf+", parts: [nil])])),
        EventMap(
            .transductionCompleted, "Observation.focus stands for the product: subject of R4 excludes it.",
            .observation(
                .transduction, category: "laboratory",
                [
                    focusItem(.batch, "batch"), .component(.carPositive, "carPositive", .quantity("1")),
                    .component(.vectorCopyNumber, "vectorCopyNumber", .quantity("{copies}/{cell}")),
                ])),
        EventMap(
            .cultureCounted, "",
            .observation(
                .cultureCount, category: "laboratory",
                [
                    focusItem(.batch, "batch"), .component(.cultureDays, "cultureDays", .quantity("d")),
                    .component(.viableCells, "viableCells", .quantity("10*9")),
                    .component(.viability, "viability", .quantity("1")),
                    .component(.forecastDose, "forecastDose", .quantity("10*6")),
                ])),
        EventMap(
            .deviationRaised, "",
            Template(
                "DetectedIssue", code: .deviation, status: "final",
                [
                    .at("implicated+", "batch", .logical(.batch)),
                    .at(
                        "severity", "severity", .code([("critical", "high"), ("major", "moderate"), ("minor", "low")])),
                    .at("detail", "description", .text),
                ])),
        EventMap(
            .batchHarvested, "",
            .observation(
                .harvest, category: "laboratory",
                [
                    focusItem(.batch, "batch"), .component(.cultureDays, "cultureDays", .quantity("d")),
                    .component(.doublings, "doublings", .quantity("1")),
                    .component(.carPositiveCells, "carPositiveCells", .quantity("10*6")),
                    .component(.viability, "viability", .quantity("1")),
                    .component(.memoryFraction, "memoryFraction", .quantity("1")),
                ])),
        EventMap(
            .bagFilled, "The expiry is an extension: expirationDate came with R5.",
            Template(
                "BiologicallyDerivedProduct", fixed: ["productCategory": cells], status: "available",
                [
                    .identifier(.bag, "bag"), .identifier(.batch, "batch"),
                    .identifier(.chainOfIdentity, "chainOfIdentity"), .ext("bag-number", "number", .positiveInt),
                    .ext("bags-of-batch", "of", .positiveInt), .at("productCode.text", "component", .text),
                    .ext("expires-at", "expiresAt", .dateTime),
                ]),
            .observation(
                .bagContent, part: "content", category: "laboratory",
                [
                    .component(.carPositiveCells, "carPositiveCells", .quantity("10*6")),
                    .component(.volume, "volume", .quantity("mL")),
                ], links: [.init(element: "focus+", parts: [nil])])),
        EventMap(
            .batchFailed, "",
            Template(
                "Procedure", code: .manufacture, status: "stopped",
                [
                    .identifier(.batch, "batch"), .at("statusReason.text", "reason", .text),
                    .ext("remanufacture", "remanufacture", .boolean),
                ])),
        EventMap(
            .recollectionDecided, "",
            Template(
                "ServiceRequest", code: .leukapheresis, fixed: ["intent": "order"], status: "active",
                [.at("reasonCode+.text", "reason", .text)])),
    ]
}
