import Care
import Catalogue
import Foundation
import Hummingbird

/// Labels, products, studies; eligibility; what to expect.
extension Desk {
    private static let jurisdiction = Parameter(
        place: .query, name: "jurisdiction", shape: .choice(Jurisdiction.allCases.map(\.rawValue)),
        words: "Whose labels")
    private static let day = Parameter(
        place: .query, name: "on", shape: .text(length: 10...10, format: "date"),
        words: "The day whose labels hold; today if not given")
    private static let names = Shape.object([.must("names", .array(.text()))])

    var evidenceRoutes: [Route] {
        [
            list("studies", "Studies that can be run as virtual trials") { shelf.studies },
            list("products", "Products") { shelf.products },
            list("policies", "Ways to manage toxicity") { shelf.policies },
            list("models", "Parameters of the body that a trial may change") {
                try shelf.bodyParameters().keys.sorted()
            },
            Route(
                method: .get, path: "/api/v1/labels", name: "listLabels", words: "Labels in force",
                access: .needs(.readEvidence), parameters: [Self.jurisdiction, Self.day],
                answers: [
                    .init(
                        status: .ok, words: "Labels",
                        shape: .object([
                            .must(
                                "labels",
                                .array(
                                    .object([
                                        .must("label", .text()), .must("product", .text()), .must("shortName", .text()),
                                        .must("brand", .text()),
                                    ])))
                        ]))
                ]
            ) { call in
                let labels = try records.book.labels(in: place(call), on: day(call))
                return try Reply.json(["labels": labels.map(LabelAnswer.init)])
            },
            Route(
                method: .post, path: "/api/v1/eligible", name: "assessEligibility",
                words: "Hold a patient against the labels; nothing is kept. Fields: docs/eligibility.md",
                access: .needs(.assessEligibility), parameters: [Self.jurisdiction, Self.day],
                input: Route.Input(mediaTypes: ["application/json"], shape: .map(.anything), limit: 64 * 1024),
                answers: [.init(status: .ok, words: "For which products the patient is on label, and why not")]
            ) { call in try await eligible(call) },
            Route(
                method: .get, path: "/api/v1/expect", name: "expect",
                words: "What a patient may expect of a product, in plain words", access: .needs(.readExpectations),
                parameters: [
                    Parameter(
                        place: .query, name: "product", shape: .line(1...100), words: "Identifier, short name or brand",
                        isRequired: true),
                    Parameter(place: .query, name: "disease", shape: .line(1...100), words: "The disease"),
                    Parameter(
                        place: .query, name: "age", shape: .number(0...120),
                        words: "Years; below 18 it speaks to the parents"),
                    Self.jurisdiction, Self.day,
                ], answers: [.init(status: .ok, words: "The plan")]
            ) { call in try expect(call) },
        ]
    }

    private func list(_ name: String, _ words: String, _ names: @escaping @Sendable () throws -> [String]) -> Route {
        Route(
            method: .get, path: "/api/v1/\(name)", name: "list\(name.capitalized)", words: words,
            access: .needs(.readEvidence), answers: [.init(status: .ok, words: words, shape: Self.names)]
        ) { _ in try Reply.json(["names": names()]) }
    }

    private func place(_ call: Call) -> Jurisdiction {
        call.text("jurisdiction").flatMap(Jurisdiction.init) ?? configuration.jurisdiction
    }

    private func day(_ call: Call) throws -> Day {
        guard let text = call.text("on") else { return Day(of: clock.now()) }
        guard let day = Day(text) else {
            throw Problem.invalid("on", "this is no day", "Write year-month-day, for example 2026-11-21.")
        }
        return day
    }

    private func eligible(_ call: Call) async throws -> Response {
        let day = try day(call)
        let candidate: Candidate
        do {
            candidate = try Candidate(json: String(decoding: call.data, as: UTF8.self), file: nil, on: day)
        } catch {
            throw Problem.invalid("body", "\(error)", "docs/eligibility.md names every field.")
        }
        let labels = records.book.labels(in: place(call), on: day)
        return try Reply.json(["products": labels.map { EligibilityAnswer($0, $0.assess(candidate, on: day)) }])
    }

    private func expect(_ call: Call) throws -> Response {
        let disease = try call.text("disease").map { name in
            guard let disease = Label.Disease(named: name) else {
                throw Problem.invalid(
                    "disease", "it is not known here", "Write for example lbcl, multiple-myeloma, b-all.")
            }
            return disease
        }
        let age = call.text("age").flatMap { Double($0) } ?? 18
        do {
            let figures = try shelf.expectedFigures(
                product: call.text("product") ?? "", disease: disease,
                jurisdiction: call.text("jurisdiction").flatMap(Jurisdiction.init), on: day(call))
            return try Reply.json(Expectation(figures, for: age < 18 ? .parents : .patient, chart: nil, subject: .real))
        } catch let error as LabelLookupError {
            throw Problem.invalid("product", "\(error)", "GET /api/v1/labels lists what there is.")
        } catch let error as DiseaseNeeded {
            throw Problem.invalid("disease", "\(error)", "Name it.")
        } catch let error as NoExpectation {
            throw Problem.invalid("product", "\(error)", "Choose another.")
        }
    }

    /// The plan for a patient as they stand.
    func expectation(of reading: ChartReading) throws -> Expectation {
        guard let order = reading.chart.productOrder else {
            throw Problem(.conflict, "no product is ordered yet", remedy: "GET /api/v1/expect answers for a product.")
        }
        let disease = reading.chart.referral.flatMap { Label.Disease(named: $0.disease) }
        do {
            let figures = try shelf.expectedFigures(
                product: order.product, disease: disease, jurisdiction: nil, on: Day(of: reading.at))
            let audience: Expectation.Audience = (reading.chart.referral?.age ?? 18) < 18 ? .parents : .patient
            return try Expectation(
                figures, for: audience, chart: (reading.chart, at: reading.at), subject: reading.journal.subject)
        } catch is LabelLookupError {
            throw Problem(.conflict, "no label of the product ordered is known here", remedy: "See /api/v1/labels.")
        } catch is DiseaseNeeded {
            throw Problem(.conflict, "the disease of the referral is not one of the label's", remedy: "See the label.")
        } catch is NoExpectation {
            throw Problem(.conflict, "there are no figures for this product and disease", remedy: "See the evidence.")
        }
    }
}

private struct LabelAnswer: Encodable {
    let label: String
    let product: String
    let shortName: String
    let brand: String

    init(_ label: Label) {
        self.label = label.nameAndVersion
        (product, shortName, brand) = (label.subject.product, label.subject.shortName, label.subject.brand)
    }
}

/// A product for a patient.
private struct EligibilityAnswer: Encodable {
    let product: String
    let label: String
    let verdict: String
    let indications: [String]
    let grounds: [EligibilityFinding]
    let reasons: [EligibilityFinding]
    let missing: [MissingFact]
    let cautions: [EligibilityFinding]

    init(_ label: Label, _ result: LabelAssessment) {
        product = label.subject.product
        self.label = result.label
        switch result.verdict {
        case .onLabel(let found): (verdict, indications) = ("onLabel", found)
        case .offLabel: (verdict, indications) = ("offLabel", [])
        case .unknown: (verdict, indications) = ("unknown", [])
        }
        (grounds, reasons, missing, cautions) = (result.grounds, result.reasons, result.missing, result.cautions)
    }
}
