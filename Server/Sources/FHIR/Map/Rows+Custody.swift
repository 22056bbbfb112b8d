import Care

extension EventMap {
    static let custody: [EventMap] = [
        EventMap(
            .packedOut,
            "SupplyDelivery of R4 has one item, which cannot be a BiologicallyDerivedProduct: items are extensions.",
            Template(
                "SupplyDelivery", status: "in-progress",
                [
                    .identifier(.shipment, "shipment"), .identifier(.chainOfIdentity, "chainOfIdentity"),
                    .at("type", "content", .coded(.content)), .exts("item", "items", .identifier(.itemIdentifier)),
                    .ext("transit-days", "transitDays", .quantity("d")), .ext("expires-at", "expiresAt", .dateTime),
                    .ext("lowest-temperature", "lowestTemperature", .quantity("Cel")),
                    .ext("highest-temperature", "highestTemperature", .quantity("Cel")),
                ]),
            Template(
                "Device", part: "shipper", fixed: ["type": Concept.shipper.codeable], status: "active",
                [
                    .identifier(.shipper, "shipper"), .property(.holdDays, "holdDays", "d"),
                    .property(.holdFactor, "holdFactor", "1"),
                ]),
            Template(
                "Device", part: "logger", fixed: ["type": Concept.logger.codeable], status: "active",
                [.identifier(.logger, "logger")], when: .with("logger"))),
        EventMap(
            .custodyTransferred, "",
            Template(
                "SupplyDelivery", fixed: ["type": Concept.custody.codeable], status: "completed",
                [
                    .identifier(.itemIdentifier, "item"), .identifier(.chainOfIdentity, "chainOfIdentity"),
                    .at("supplier", "from", .actor), .at("receiver+", "to", .actor),
                ])),
        EventMap(
            .temperatureLogged, "",
            .observation(
                .storageTemperature,
                [focusItem(.shipment, "shipment"), .value("temperature", .quantity("Cel"))])),
        EventMap(
            .shipmentReceived, "",
            Template(
                "SupplyDelivery", status: "completed",
                [
                    .at("type", "content", .coded(.content)),
                    .at("suppliedItem.itemReference", "reference", .logical(.material)),
                    .ext("cryopreserved", "cryopreserved", .boolean), .ext("days", "days", .quantity("d")),
                    .identifier(.shipment, "shipment"), .identifier(.chainOfIdentity, "chainOfIdentity"),
                ])),
        EventMap(
            .materialDisposed, "",
            .task(
                .disposal,
                [
                    focus(.itemIdentifier, "item"), .at("businessStatus", "fate", .coded(.disposal)),
                    .output(.evidence, "evidence", .text),
                ])),
    ]
}
