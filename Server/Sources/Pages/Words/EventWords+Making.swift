import Care

/// From vein to vein.
extension EventWords {
    static func collection(_ event: Event) -> EventWords? {
        switch event {
        case .labelUsed(let value):
            EventWords("Label \(Words.spaced(value.fate.rawValue))", [value.serial, value.item])
        case .collectionStarted(let value):
            EventWords("Leukapheresis began", ["donation \(value.donation)", checked(value.checkedBy)])
        case .bagSealed(let value):
            EventWords("Collection bag sealed", [value.bag, "\(Words.number(value.volume)) mL"])
        case .leukapheresisCompleted(let value):
            EventWords("Leukapheresis done", ["\(Words.number(value.cd3Collected)) × 10⁹ CD3+ cells"])
        case .collectionCounted(let value):
            EventWords(
                "Collection counted",
                [
                    value.cd3.map { "\(Words.number($0)) × 10⁹ CD3+" },
                    value.viability.map { "viability \(Words.number($0 * 100)) %" },
                ])
        case .materialFrozen(let value):
            EventWords("Frozen", value.bags + [value.curveInRange.map { $0 ? "curve in range" : "curve OUT OF RANGE" }])
        case .packedOut(let value):
            EventWords(
                "Packed: \(content(value.content))", ["shipment \(value.shipment)"] + value.items)
        case .custodyTransferred(let value):
            EventWords("Handed over", [value.item, "\(value.from.name) → \(value.to.name)"])
        case .temperatureLogged(let value):
            EventWords(
                "Logger read",
                [value.shipment, value.temperature.map { "\(Words.number($0)) °C" } ?? "temperature NOT KNOWN"])
        case .shipmentReceived(let value):
            EventWords(
                "Received: \(content(value.content))", [value.reference, "\(Words.number(value.days)) d under way"])
        case .recollectionDecided(let value): EventWords("To be collected again", [value.reason])
        case .materialDisposed(let value): EventWords("\(Words.sentence(value.fate.rawValue))", [value.item])
        default: nil
        }
    }

    static func manufacture(_ event: Event) -> EventWords? {
        switch event {
        case .materialAccepted(let value):
            EventWords(
                value.accepted ? "Material accepted" : "Material REFUSED",
                ["batch \(value.batch)", "donation \(value.donation)", value.detail])
        case .lineCleared(let value): EventWords("Line cleared", ["batch \(value.batch)", value.workstation])
        case .lotUsed(let value): EventWords("Lot used", [value.kind.rawValue, value.lot, "batch \(value.batch)"])
        case .batchStarted(let value): EventWords("Batch started", [value.batch, "attempt \(value.attempt)"])
        case .transductionCompleted(let value):
            EventWords(
                "Transduced", [value.batch, "\(Words.number(value.carPositive * 100)) % CAR-positive"])
        case .cultureCounted(let value):
            EventWords("Culture counted", [value.batch, "day \(Words.number(value.cultureDays))"])
        case .deviationRaised(let value):
            EventWords("Deviation, \(value.severity.rawValue)", [value.batch, value.description])
        case .batchHarvested(let value):
            EventWords(
                "Harvested",
                [
                    value.batch, "\(Words.number(value.carPositiveCells)) × 10⁶ CAR-positive",
                    "viability \(Words.number(value.viability * 100)) %",
                ])
        case .bagFilled(let value): EventWords("Final bag filled", [value.bag, "\(value.number) of \(value.of)"])
        case .releaseTested(let value):
            EventWords(
                value.tests.allSatisfy(\.passed) ? "Release tests passed" : "Release tests: OUT OF SPECIFICATION",
                [value.batch] + value.tests.filter { !$0.passed }.map { "\($0.name) failed \($0.limit)" })
        case .releaseApproved(let value):
            EventWords("Approval: \(Words.spaced(value.kind.rawValue))", [value.batch, value.reference])
        case .batchReleased(let value):
            EventWords(
                value.inSpecification ? "Batch released" : "Batch released OUT OF SPECIFICATION",
                [value.batch] + value.deviations)
        case .batchFailed(let value): EventWords("Batch lost", [value.batch, value.reason])
        case .batchRecalled(let value): EventWords("Batch RECALLED", [value.batch, value.reason])
        case .identityVerified(let value):
            EventWords("Identity checked at the bedside", [value.bagIdentifier, checked(value.checkedBy)])
        case .thawStarted(let value): EventWords("Thaw began", [value.bag])
        case .thawEnded(let value): EventWords("Thawed", [value.bag])
        case .infusionStarted(let value): EventWords("Infusion began", [value.bag])
        case .infusionCompleted(let value):
            EventWords(
                "CAR-T cells infused",
                [
                    value.bag, "\(Words.number(value.carPositiveCells)) × 10⁶ cells",
                    "\(Words.number(value.cellsPerKilogram)) × 10⁶/kg",
                    "\(Words.number(value.minutesSinceThaw)) min after thaw",
                ])
        default: nil
        }
    }

    private static func content(_ content: Shipment.Content) -> String {
        content == .product ? "product" : "starting material"
    }

    private static func checked(_ names: [String]) -> String { "checked by \(names.joined(separator: " and "))" }
}
