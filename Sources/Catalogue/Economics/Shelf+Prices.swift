import Economics
import Foundation
import Therapy

extension Shelf {
    /// Identifiers of the comparators, sorted.
    public var comparators: [String] { names(in: "Evidence/comparators") }

    /// Reads a price list and checks it: by name, or a YAML file of the user's own.
    ///
    /// - Throws: `UnknownName` with the near matches; `CatalogueError` if the file is wrong.
    public func priceList(_ name: String) throws -> PriceList {
        if name.hasSuffix(".yaml") || name.contains("/") {
            return try Self.priceList(from: FileText.read(URL(fileURLWithPath: name), named: name), file: name)
        }
        try require(name, .priceList, among: priceLists)
        let file = file("Evidence/prices", name)
        return try Self.priceList(from: text(of: file), file: file)
    }

    /// Decodes a price list and checks it: one currency, years that can be restated, a price of every resource.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func priceList(from text: String, file: String) throws -> PriceList {
        let document = try YAMLDocument(text, file: file)
        let list = try NodeDecoder.decode(PriceList.self, from: document)
        var inspection = Inspection(of: document)
        inspection.requireText(list.id, "id")
        inspection.requireDate(list.date, "date")
        for (index, price) in list.resources.enumerated() {
            inspection.requireText(price.source, FieldPath("resources") + index + "source")
        }
        for (index, price) in list.products.enumerated() {
            let path = FieldPath("products") + index
            inspection.requireDate(price.from, path + "from")
            inspection.requireText(price.source, path + "source")
            inspection.require(price.amount >= 0, path + "amount", "0 or more", "Write the price of one infusion.")
        }
        inspection.check(list.society ?? [:], "society", under: ["society"])
        try inspection.conclude()
        let needed = Price.Resource.allCases.filter { $0 != .product }.map(\.rawValue)
        do {
            _ = try list.prices(required: needed + PriceBook.Societal.allCases.map(\.rawValue))
        } catch { throw CatalogueError([document.problem(error)]) }
        return list
    }

    /// Reads how patients of a disease value their lives, and checks it.
    ///
    /// - Throws: `UnknownName` with the near matches; `CatalogueError` if the file is wrong.
    public func utilities(_ disease: String) throws -> UtilitySet {
        try require(disease, .utilities, among: names(in: "Evidence/utilities"))
        let file = file("Evidence/utilities", disease)
        let document = try YAMLDocument(text(of: file), file: file)
        let set = try NodeDecoder.decode(UtilitySet.self, from: document)
        var inspection = Inspection(of: document)
        inspection.require(set.id == disease, "id", "the name of the file", "Rename one of them.")
        inspection.check(set.inputs, "inputs", under: ["inputs"])
        try inspection.conclude()
        do { try set.check() } catch { throw CatalogueError([document.problem(error)]) }
        return set
    }

    /// Reads what a study is compared with: by name, or the one that names the study.
    ///
    /// - Throws: `UnknownName` with the near matches if there is none; `CatalogueError` if a file is wrong.
    public func valuationPlan(for study: String) throws -> ValuationPlan {
        for name in comparators {
            let plan = try valuationPlan(named: name)
            if plan.studies.contains(study) { return plan }
        }
        throw UnknownName(.comparator, study, known: comparators)
    }

    /// Reads a comparator by name and checks it.
    public func valuationPlan(named name: String) throws -> ValuationPlan {
        try require(name, .comparator, among: comparators)
        let file = file("Evidence/comparators", name)
        let document = try YAMLDocument(text(of: file), file: file)
        let plan = try NodeDecoder.decode(ValuationPlan.self, from: document)
        var inspection = Inspection(of: document)
        inspection.require(plan.id == name, "id", "the name of the file", "Rename one of them.")
        inspection.requireDate(plan.date, "date")
        inspection.require(!plan.sources.isEmpty, "sources", "one source at least", "Name the publication.")
        for (index, study) in plan.studies.enumerated() {
            inspection.require(study, isOneOf: studies, FieldPath("studies") + index, "a study")
        }
        inspection.check(plan.inputs, "inputs", under: ["inputs"])
        try inspection.conclude()
        return plan
    }
}
